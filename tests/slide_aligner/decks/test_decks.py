"""Decks of every kind become slides with a title and lines."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pptx
import pytesseract
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Inches

from linear_growth import assert_linear
from slide_aligner.decks.read import read_deck
from slide_aligner.documents import Slide
from small_pdfs import Page, pdf, slide

CODES = {code: chr(code) for code in range(32, 127)}


def read(tmp_path: Path, data: bytes, name: str = "deck.pdf") -> Any:
    path = tmp_path / name
    path.write_bytes(data)
    return read_deck(path).slides


def test_a_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    pages = [slide("Loss", "how wrong we are"), Page(), slide("Step", "down")]
    path = tmp_path / "03 training.pdf"
    path.write_bytes(pdf(pages))
    done: list[tuple[int, int]] = []
    deck = read_deck(path, progress=lambda *each: done.append(each))
    assert deck.name == "03 training"
    assert deck.slides == (
        Slide(1, "Loss", "Loss\nhow wrong we are"),
        Slide(2, "", ""),
        Slide(3, "Step", "Step\ndown"),
    )
    assert done == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("end", ["\x0c", "\x0b", "\r", "\u2028"])
def test_a_title_is_one_line_whatever_its_letters_mean(
    end: str, tmp_path: Path
) -> None:
    path = tmp_path / "deck.pdf"
    letters = {code: chr(code) for code in range(33, 127)} | {35: end}
    pages = [slide("One#Two"), slide("Three", "body")]
    path.write_bytes(pdf(pages, letters=letters))
    titles = [each.title for each in read_deck(path).slides]
    assert titles == ["One Two", "Three"]


def test_what_a_file_holds_counts_more_than_its_ending(tmp_path: Path) -> None:
    data = pdf([slide("Loss", "x")])
    assert read(tmp_path, data, "deck.txt")[0].title == "Loss"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            [
                (40, 20, 10, b"University"),
                (40, 350, 32, b"Loss"),
                (40, 200, 18, b"body"),
            ],
            "Loss",
        ),
        (
            [
                (40, 380, 10, b"Running head"),
                (40, 350, 32, b"Loss"),
                (40, 200, 18, b"body"),
            ],
            "Loss",
        ),
        (
            [
                (40, 200, 18, b"body"),
                (40, 350, 32, b"The loss of"),
                (40, 315, 32, b"a network"),
            ],
            "The loss of a network",
        ),
        (
            [(40, 350, 18, b"First line"), (40, 320, 18, b"second")],
            "First line",
        ),
        ([(40, 350, 32, b"Loss"), (40, 40, 90, b"Huge")], "Loss"),
        ([(40, 350, 32, b"Loss"), (300, 250, 90, b"x = 7")], "Loss"),
        ([(40, 100, 32, b"Low"), (40, 60, 18, b"body")], "Low"),
        (
            [
                *((40, 370 - 33 * n, 32, b"Line %d" % n) for n in range(5)),
                (40, 60, 18, b"body"),
            ],
            "Line 0 Line 1 Line 2",
        ),
    ],
    ids=[
        "foot line",
        "running head",
        "two lines",
        "one size",
        "large below",
        "large number",
        "nothing above",
        "many lines",
    ],
)
def test_the_title_is_the_largest_line_in_the_upper_part(
    lines: list[tuple[float, float, float, bytes]], title: str, tmp_path: Path
) -> None:
    assert read(tmp_path, pdf([Page(lines)]))[0].title == title


@pytest.mark.parametrize(
    ("turned", "matrix"),
    [
        (90, b"0 1 -1 0 405 0"),
        (180, b"-1 0 0 -1 720 405"),
        (270, b"0 -1 1 0 0 720"),
    ],
)
def test_the_title_is_found_on_a_turned_page(
    turned: int, matrix: bytes, tmp_path: Path
) -> None:
    drawn = b"q %b cm BT /F %d Tf 40 %d Td (%b) Tj ET Q"
    more = b" ".join(
        drawn % (matrix, *line)
        for line in ((40, 20, b"Foot"), (18, 200, b"body"), (32, 350, b"Loss"))
    )
    size = (720, 405) if turned == 180 else (405, 720)
    assert read(tmp_path, pdf([Page([], size, turned, more)]))[0].title == (
        "Loss"
    )


@pytest.mark.parametrize(
    ("written", "meant", "text"),
    [
        ("o\xdcce", "\ufb03", "office"),
        ("soft\xadware", "\xad", "software"),
        ("x\xdd", "\u00b2", "x2"),
        ("a\xa0b", "\xa0", "a b"),
        ("\xdd", "\u2207", "∇"),
        ("\xdd item", "\uf0b7", "item"),
    ],
)
def test_letters_are_plain_ones(
    written: str, meant: str, text: str, tmp_path: Path
) -> None:
    foreign = next(sign for sign in written if ord(sign) > 127)
    letters = CODES | {ord(foreign): meant}
    page = slide("Title", written + " in running text")
    found = read(tmp_path, pdf([page], letters=letters))[0].text
    assert found == f"Title\n{text} in running text"


def test_formulas_before_the_title_do_not_hide_it(tmp_path: Path) -> None:
    page = Page(
        [
            (40, 200, 18, b"\xc1" * 30 + b" is a formula"),
            (40, 350, 32, b"Loss of it"),
            (40, 100, 18, b"body and more"),
        ]
    )
    data = pdf([page], letters=CODES | {0xC1: "\U0001d465"})
    assert read(tmp_path, data)[0].title == "Loss of it"


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\xad"])
def test_a_word_broken_at_the_end_of_a_line_is_whole(
    hyphen: str, tmp_path: Path
) -> None:
    lines = (
        "back\xdd",
        "propagation",
        "of 3\xdd",
        "4 layers",
        "Self\xdd",
        "Attention",
    )
    page = slide("Title", *lines)
    letters = CODES | {0xDD: hyphen}
    text = read(tmp_path, pdf([page], letters=letters))[0].text
    assert "\nbackpropagation\n" in text
    assert "34" not in text
    assert "SelfAttention" not in text


def test_chinese_and_hebrew_are_read_in_their_order(tmp_path: Path) -> None:
    page = slide("\xc1\xc2", "\xc3\xc4\xc5 \xc4")
    letters = CODES | {0xC1: "深", 0xC2: "層", 0xC3: "ו", 0xC4: "ל", 0xC5: "ש"}
    found = read(tmp_path, pdf([page], letters=letters))[0]
    assert found.title == "深層"
    assert found.text == "深層\nל שלו"


def test_a_script_in_a_title_is_text(tmp_path: Path) -> None:
    page = slide("<script>alert('x')</script>", "body")
    found = read(tmp_path, pdf([page]))[0].title
    assert found == "<script>alert('x')</script>"


def test_pictures_and_drawings_are_counted_but_not_logos(
    tmp_path: Path,
) -> None:
    picture = b"q 200 0 0 200 50 50 cm /Im Do Q "
    logo = b"q 5 0 0 5 50 50 cm /Im Do Q "
    drawing = b"0 0 m 100 100 l S " * 40
    frame = b"0 0 m 100 100 l S " * 4
    line = [(40.0, 300.0, 30.0, b"Seen")]
    pages = [
        Page(line, more=more)
        for more in (logo + frame, picture, picture * 2 + drawing, drawing)
    ]
    counts = [each.n_pictures for each in read(tmp_path, pdf(pages))]
    assert counts == [0, 1, 3, 1]


def test_text_on_an_enormous_page_is_read(tmp_path: Path) -> None:
    page = Page([(9.0, 1e6 - 400, 300.0, b"Far up")], (1e6, 1e6))
    assert read(tmp_path, pdf([page]))[0].title == "Far up"


def test_five_thousand_pages_are_read(tmp_path: Path) -> None:
    pages = [Page([(40.0, 350.0, 32.0, b"%d" % n)]) for n in range(5_000)]
    slides = read(tmp_path, pdf(pages))
    assert [each.title for each in slides] == [str(n) for n in range(5_000)]


def test_twice_the_pages_take_twice_the_time(tmp_path: Path) -> None:
    page = slide("Loss", *("a line with some words" for _ in range(8)))
    decks = {n: pdf([page] * n) for n in (75, 300)}
    assert_linear(lambda n: read(tmp_path, decks[n]), 300)


def test_a_password_opens_a_protected_pdf(tmp_path: Path) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(pdf([slide("Secret", "x")], password="s3cret"))
    assert read_deck(path, password="s3cret").slides[0].title == "Secret"


def presentation() -> Any:
    made = pptx.Presentation()
    first = made.slides.add_slide(made.slide_layouts[1])
    box = first.shapes.add_textbox(0, 0, Inches(2), Inches(1))
    box.text_frame.text = "drawn first"
    first.shapes.title.text = "Gradient\vdescent"
    first.placeholders[1].text = "one step\nanother step"
    first.notes_slide.notes_text_frame.text = "only the speaker knows"
    second = made.slides.add_slide(made.slide_layouts[6])
    table = second.shapes.add_table(1, 2, 0, 0, Inches(2), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "rate", "0.1"
    group = second.shapes.add_group_shape()
    inner = group.shapes.add_group_shape()
    deep = inner.shapes.add_textbox(0, 0, Inches(2), Inches(1))
    deep.text_frame.text = "inside a group"
    made.slides.add_slide(made.slide_layouts[6])
    return made


def test_powerpoint_gives_what_the_audience_sees(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    presentation().save(str(path))
    slides = read_deck(path).slides
    assert slides == (
        Slide(
            1,
            "Gradient descent",
            "Gradient\ndescent\none step\nanother step\ndrawn first",
        ),
        Slide(2, "rate", "rate\n0.1\ninside a group"),
        Slide(3, "", ""),
    )


def test_slide_numbers_are_not_words_and_pictures_are_counted(
    tmp_path: Path,
) -> None:
    made = pptx.Presentation()
    page = made.slides.add_slide(made.slide_layouts[5])
    page.shapes.title.text = "Loss"
    number = page.shapes.add_textbox(0, 0, Inches(1), Inches(1))
    number.text_frame.text = "17"
    kind = number.element.nvSpPr.nvPr
    kind.insert(
        0,
        kind.makeelement(
            "{http://schemas.openxmlformats.org/presentationml/2006/main}ph",
            {"type": "sldNum"},
        ),
    )
    picture = tmp_path / "p.png"
    from PIL import Image

    Image.new("RGB", (4, 4)).save(picture)
    page.shapes.add_picture(str(picture), 0, 0)
    path = tmp_path / "deck.pptx"
    made.save(str(path))
    assert read_deck(path).slides == (Slide(1, "Loss", "Loss", 1),)


def test_the_second_version_of_a_shape_is_not_read(tmp_path: Path) -> None:
    made = pptx.Presentation()
    page = made.slides.add_slide(made.slide_layouts[6])
    boxes = [page.shapes.add_textbox(0, 0, Inches(2), Inches(1)) for _ in "ab"]
    space = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
    choice = page.shapes.element.makeelement(f"{space}AlternateContent", {})
    for box, kind in zip(boxes, ("Choice", "Fallback"), strict=True):
        box.text_frame.text = f"in the {kind}"
        version = choice.makeelement(f"{space}{kind}", {})
        version.append(box.element)
        choice.append(version)
    page.shapes.element.append(choice)
    path = tmp_path / "deck.pptx"
    made.save(str(path))
    assert read_deck(path).slides[0].text == "in the Choice"


def test_text_in_utf16_with_its_mark_is_a_deck(tmp_path: Path) -> None:
    data = "Verlust\f∇".encode("utf-16")
    assert read(tmp_path, data, "deck.txt")[1] == Slide(2, "∇", "∇")


@pytest.mark.parametrize(
    ("name", "text", "slides"),
    [
        (
            "a.txt",
            "One\nbody\fTwo\n\f\fFour",
            [
                Slide(1, "One", "One\nbody"),
                Slide(2, "Two", "Two"),
                Slide(3, "", ""),
                Slide(4, "Four", "Four"),
            ],
        ),
        ("a.txt", "\fOne\f", [Slide(1, "One", "One")]),
        (
            "a.txt",
            "One\r\n---\r\nTwo\r\n",
            [Slide(1, "One", "One"), Slide(2, "Two", "Two")],
        ),
        (
            "a.md",
            "---\nmarp: true\n---\n# One\n\n---\n## Two\n```\n---\n```",
            [Slide(1, "One", "One"), Slide(2, "Two", "Two\n```\n---\n```")],
        ),
        ("a.txt", "[not] JSON", [Slide(1, "[not] JSON", "[not] JSON")]),
        ("a", "One slide", [Slide(1, "One slide", "One slide")]),
        (
            "a.json",
            '[{"title": "One", "text": "body"}, {"text": "Two\\nx"}]',
            [Slide(1, "One", "One\nbody"), Slide(2, "Two", "Two\nx")],
        ),
        (
            "a.json",
            '{"slides": [{"title": "One", "text": "One\\nx"}]}',
            [Slide(1, "One", "One\nx")],
        ),
    ],
)
def test_text_and_json_are_decks_too(
    name: str, text: str, slides: list[Slide], tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8"))
    assert list(read_deck(path).slides) == slides


def test_json_may_hold_any_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    rows = [{"title": "層 <b>", "text": "∇L"}]
    path.write_text(json.dumps(rows), encoding="utf-8")
    assert read_deck(path).slides[0] == Slide(1, "層 <b>", "層 <b>\n∇L")


@pytest.fixture
def tesseract(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Stand in for the program; list the sizes of what it was shown."""
    shown: list[tuple[int, int]] = []

    def look(picture: Any) -> str:
        shown.append(picture.size)
        return "Scanned  title\n\nback-\npropagation\n\x0c"

    monkeypatch.setattr(pytesseract, "get_tesseract_version", lambda: "5.0")
    monkeypatch.setattr(pytesseract, "image_to_string", look)
    return shown


def test_only_pages_without_text_are_recognised(
    tmp_path: Path, tesseract: list[tuple[int, int]]
) -> None:
    picture = Page(more=b"q 700 0 0 400 0 0 cm /Im Do Q")
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf([slide("Typed", "x"), picture]))
    assert read_deck(path).slides[1].text == ""
    assert tesseract == []
    read_slide = read_deck(path, ocr=True).slides[1]
    assert read_slide == Slide(
        2, "Scanned title", "Scanned title\nbackpropagation", 1
    )
    assert tesseract == [(2000, 1125)]


def test_text_without_letters_is_recognised(
    tmp_path: Path, tesseract: list[tuple[int, int]]
) -> None:
    path = tmp_path / "deck.pdf"
    letters = {code: chr(0xE000 + code) for code in range(32, 127)}
    path.write_bytes(pdf([slide("Loss", "body")], letters=letters))
    assert read_deck(path, ocr=True).slides[0].title == "Scanned title"
    assert len(tesseract) == 1


BOXES = {
    "below": (0, -405, b"/MediaBox [0 -405 720 0]"),
    "beyond": (100, 600, b"/MediaBox [100 600 820 1005]"),
    "cut out": (
        100,
        600,
        b"/MediaBox [0 0 1000 1200] /CropBox [100 600 820 1005]",
    ),
    "cut too large": (
        0,
        0,
        b"/MediaBox [0 0 720 405] /CropBox [-90 -90 900 900]",
    ),
}


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("box", BOXES)
def test_a_page_may_begin_anywhere(
    box: str, turned: int, tmp_path: Path
) -> None:
    right, up, written = BOXES[box]
    lines = [
        (40.0, 350.0, 28.0, b"Gradients"),
        (40.0, 280.0, 18.0, b"How a loss changes"),
        (40.0, 14.0, 30.0, b"UNIVERSITY OF SOMEWHERE"),
    ]
    moved = [(x + right, y + up, size, text) for x, y, size, text in lines]
    where = b"/MediaBox [0 0 720 405]"
    here = pdf([Page(lines, rotate=turned)])
    elsewhere = pdf([Page(moved, rotate=turned)])
    assert where in elsewhere
    (expected,) = read(tmp_path, here)
    (found,) = read(tmp_path, elsewhere.replace(where, written))
    assert found.title == expected.title
    if turned == 0:
        assert found.title == "Gradients"


KINDS = {
    ".ppsx": (b"presentationml.presentation", b"presentationml.slideshow"),
    ".potx": (b"presentationml.presentation", b"presentationml.template"),
    ".pptm": (
        b"vnd.openxmlformats-officedocument.presentationml.presentation",
        b"vnd.ms-powerpoint.presentation.macroEnabled",
    ),
    ".ppsm": (
        b"vnd.openxmlformats-officedocument.presentationml.presentation",
        b"vnd.ms-powerpoint.slideshow.macroEnabled",
    ),
}


@pytest.mark.parametrize("ending", KINDS)
def test_shows_and_templates_hold_slides_too(
    ending: str, tmp_path: Path
) -> None:
    usual, other = KINDS[ending]
    made = pptx.Presentation()
    made.slides.add_slide(made.slide_layouts[5]).shapes.title.text = "Chain"
    made.save(str(tmp_path / "deck.pptx"))
    path = tmp_path / f"deck{ending}"
    with (
        zipfile.ZipFile(tmp_path / "deck.pptx") as old,
        zipfile.ZipFile(path, "w") as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                assert usual + b".main+xml" in content
                content = content.replace(
                    usual + b".main+xml", other + b".main+xml"
                )
            new.writestr(name, content)
    assert [slide.title for slide in read_deck(path).slides] == ["Chain"]


def test_words_of_a_chart_are_words_of_its_slide(tmp_path: Path) -> None:
    made = pptx.Presentation()
    shown = made.slides.add_slide(made.slide_layouts[5])
    shown.shapes.title.text = "Training"
    data = CategoryChartData()
    data.categories = ["a", "b"]
    data.add_series("one", (1, 2))
    frame = shown.shapes.add_chart(
        XL_CHART_TYPE.LINE, 0, 0, Inches(4), Inches(3), data
    )
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = "The loss falls"
    path = tmp_path / "deck.pptx"
    made.save(str(path))
    (slide_,) = read_deck(path).slides
    assert slide_.text == "Training\nThe loss falls"


def test_words_of_smartart_are_words_of_its_slide(tmp_path: Path) -> None:
    made = pptx.Presentation()
    shown = made.slides.add_slide(made.slide_layouts[5])
    shown.shapes.title.text = "Step by step"
    add_smartart(shown, "forward pass", "chain rule")
    path = tmp_path / "deck.pptx"
    made.save(str(path))
    (slide_,) = read_deck(path).slides
    assert slide_.text == "Step by step\nforward pass\nchain rule"


def add_smartart(shown: Any, *words: str) -> None:
    """Add a diagram as PowerPoint does: its words in a file of their own."""
    office = "http://schemas.openxmlformats.org/"
    diagram = f"{office}drawingml/2006"
    drawing = f"{diagram}/main"
    relation = f"{office}officeDocument/2006/relationships"
    runs = [f"<a:p><a:r><a:t>{word}</a:t></a:r></a:p>" for word in words]
    points = "".join(f"<d:pt><d:t>{run}</d:t></d:pt>" for run in runs)
    content = (
        f'<d:dataModel xmlns:d="{diagram}/diagram" xmlns:a="{drawing}">'
        f"<d:ptLst>{points}</d:ptLst></d:dataModel>"
    )
    part = Part(
        PackURI("/ppt/diagrams/data1.xml"),
        "application/vnd.openxmlformats-officedocument.drawingml."
        "diagramData+xml",
        shown.part.package,
        content.encode(),
    )
    name = shown.part.relate_to(part, f"{relation}/diagramData")
    frame = (
        f'<p:graphicFrame xmlns:p="{office}presentationml/2006/main" '
        f'xmlns:a="{drawing}" xmlns:r="{relation}" '
        f'xmlns:d="{diagram}/diagram"><p:nvGraphicFramePr>'
        '<p:cNvPr id="9" name="Diagram"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData uri="">'
        f'<d:relIds r:dm="{name}"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
    shown.shapes.element.append(parse_xml(frame))
