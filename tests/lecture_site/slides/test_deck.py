import ctypes
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.slides.deck.build import check_deck
from lecture_site.slides.deck.compile import (
    compile_deck,
    deck_pdf,
    deck_slides,
)
from lecture_site.slides.deck.inputs import palette, plain_svg
from lecture_site.slides.deck.match import notes_of_page
from lecture_site.slides.drawn import DeckSlide
from small_deck import FIGURE, make_small_deck

PROJECT = Project(Path(__file__).resolve().parents[3])
TOUCHED = re.compile(r'#touch\("(\w+)", "(\w+)", "([^"]*)"\)')
SOURCES = sorted(PROJECT.slides.glob("*.typ"))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return compile_deck(PROJECT, "light")


@pytest.fixture(scope="module")
def slides() -> list[DeckSlide]:
    return deck_slides(PROJECT)


@pytest.fixture(scope="module")
def document(pdf: bytes) -> Iterator[pdfium.PdfDocument]:
    with pdfium.PdfDocument(pdf) as opened:
        yield opened


@pytest.fixture(scope="module")
def texts(document: pdfium.PdfDocument) -> list[str]:
    return [page.get_textpage().get_text_range() for page in document]


def links(document: pdfium.PdfDocument) -> Iterator[tuple[str, bool]]:
    """Yield the address of each link, and whether it leads to a slide."""
    for page in document:
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, place, link):
            action = raw.FPDFLink_GetAction(link)
            buffer = ctypes.create_string_buffer(200)
            raw.FPDFAction_GetURIPath(document, action, buffer, 200)
            inside = bool(raw.FPDFLink_GetDest(document, link))
            yield buffer.value.decode(), inside


def test_the_same_sources_give_the_same_bytes(pdf: bytes) -> None:
    assert compile_deck(PROJECT, "light") == pdf


def test_the_kept_deck_and_gold_are_what_the_sources_give() -> None:
    assert check_deck(PROJECT) == []


def test_the_deck_is_small_enough_to_be_committed() -> None:
    assert deck_pdf(PROJECT).stat().st_size < 2_000_000


def test_a_part_has_about_four_slides(
    document: pdfium.PdfDocument, slides: list[DeckSlide]
) -> None:
    parts = {slide.part for slide in slides if slide.part}
    # The first eleven parts had forty to fifty, and a new one keeps to that.
    assert 40 / 11 <= len(document) / len(parts) <= 50 / 11


def test_no_slide_runs_over_its_page(
    document: pdfium.PdfDocument, slides: list[DeckSlide]
) -> None:
    expected = list(range(1, len(document) + 1))
    assert [slide.number for slide in slides] == expected


def test_every_page_begins_with_its_title(
    texts: list[str], slides: list[DeckSlide]
) -> None:
    for text, slide in zip(texts, slides, strict=True):
        assert " ".join(text.split()).startswith(f"{slide.title} ")


def test_the_title_is_the_largest_text_of_its_page(
    document: pdfium.PdfDocument, slides: list[DeckSlide]
) -> None:
    for page, slide in zip(document, slides, strict=True):
        words = page.get_textpage()
        sizes = [
            raw.FPDFText_GetFontSize(words, i)
            for i in range(words.count_chars())
        ]
        title = sizes[: len(slide.title)]
        assert max(sizes) == title[0], slide.key


def test_every_page_copies_as_clean_text(texts: list[str]) -> None:
    assert not re.findall(r"[\ufffd\ufffe\ue000-\uf8ff]", "".join(texts))


def test_titles_differ_unless_a_slide_builds_up(
    slides: list[DeckSlide],
) -> None:
    runs = {re.sub(r"-\d+$", "", slide.key): slide.title for slide in slides}
    assert len(set(runs.values())) == len(runs)
    assert len({slide.key for slide in slides}) == len(slides)


def test_at_least_three_slides_build_up(slides: list[DeckSlide]) -> None:
    keys = [slide.key for slide in slides]
    assert sum(key.endswith("-2") for key in keys) >= 3


def test_a_build_up_only_adds(
    texts: list[str], slides: list[DeckSlide]
) -> None:
    text_of = dict(zip((s.key for s in slides), texts, strict=True))
    for key in text_of:
        if key.endswith("-2"):
            before = set(text_of[key.removesuffix("2") + "1"].split())
            gone = before - set(text_of[key].split())
            assert all(word.isdigit() for word in gone), key


def test_the_parts_are_the_lecture_pages_in_the_order_of_the_nav(
    slides: list[DeckSlide],
) -> None:
    nav = (PROJECT.root / "mkdocs.yml").read_text(encoding="utf-8")
    lecture = nav.partition("- The lecture:")[2].partition("- Labs:")[0]
    pages = re.findall(r"(\w+)\.md", lecture)
    pages.remove("mathematics")  # it stands before the lecture, without slides
    pages.remove("exercises")  # and these after it
    assert list(dict.fromkeys(s.part for s in slides if s.part)) == pages


def test_the_metadata_name_the_lecture_and_no_date(
    document: pdfium.PdfDocument,
) -> None:
    facts = document.get_metadata_dict()
    assert facts["Title"] == "Neural networks, the lecture that proves itself"
    assert facts["Author"] == "The lecture that proves itself"
    assert "backpropagation" in facts["Keywords"]
    assert (facts["CreationDate"], facts["ModDate"]) == ("", "")


def test_every_link_leads_to_a_slide_or_a_page_or_a_state(
    document: pdfium.PdfDocument, slides: list[DeckSlide]
) -> None:
    found = list(links(document))
    addresses = {address for address, inside in found if not inside}
    parts = {slide.part for slide in slides if slide.part}
    touched = {
        f"../{page}/#explore-{name}?{state}"
        for source in SOURCES
        for page, name, state in TOUCHED.findall(source.read_text("utf-8"))
    }
    assert len(touched) >= 9
    assert addresses == touched | {f"../{part}/" for part in parts}
    assert sum(inside for _, inside in found) >= len(slides) + len(parts)


def test_words_for_the_back_row_have_twenty_points() -> None:
    sizes = [
        float(size)
        for source in SOURCES
        for size in re.findall(
            r"text\(\s*([\d.]+)pt|size: ([\d.]+)pt",
            source.read_text(encoding="utf-8"),
        )
        for size in size
        if size
    ]
    assert sorted(sizes)[0] == 13  # the foot line
    assert sorted(sizes)[1] >= 20


def test_no_result_is_typed_by_hand() -> None:
    for source in SOURCES:
        if source.name != "look.typ":
            text = source.read_text(encoding="utf-8")
            assert not re.findall(r"\d+(?:\.\d+)? ?%(?!,)", _prose(text))


def _prose(text: str) -> str:
    return re.sub(r"width: \d+%", "", text)


def test_no_figure_keeps_a_variable_of_the_page() -> None:
    colours = palette(PROJECT, "dark")
    for figure in sorted((PROJECT.docs / "figures").rglob("*.svg")):
        assert "var(" not in plain_svg(figure.read_text("utf-8"), colours)


def test_a_figure_has_the_colours_of_the_theme() -> None:
    light, dark = palette(PROJECT, "light"), palette(PROJECT, "dark")
    assert "stroke: #0b62a8" in plain_svg(FIGURE, light)
    assert "stroke: #6db3f2" in plain_svg(FIGURE, dark)


def test_what_dark_does_not_set_it_has_from_light() -> None:
    assert palette(PROJECT, "dark")["soft"] == "#e3ebf3"


def test_a_colour_that_is_not_set_is_named(tmp_path: Path) -> None:
    project = make_small_deck(tmp_path, "Words")
    sheet = project.docs / "assets/lecture.css"
    css = sheet.read_text(encoding="utf-8").replace("--figure-red", "--red")
    sheet.write_text(css, encoding="utf-8")
    with pytest.raises(ProblemError, match=r"lecture\.css: .*--figure-red"):
        compile_deck(project, "light")


def test_a_slide_may_show_a_figure_and_a_number(tmp_path: Path) -> None:
    body = '#measured("page.share") #picture("page/line", width: 30%)'
    pdf = compile_deck(make_small_deck(tmp_path, body), "light")
    with pdfium.PdfDocument(pdf) as document:
        assert "12 %" in document[0].get_textpage().get_text_range()


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ('Words\n#picture("page/none")', "there is no figure page/none"),
        ('Words\n#measured("page.no")', "there is no measurement page.no"),
        ("Words\n#unknown", "unknown variable: unknown"),
        ('Words\n#text(font: "Nonesuch")[x]', "unknown font family: nonesuch"),
    ],
)
def test_what_cannot_be_shown_is_named_with_its_line(
    tmp_path: Path, body: str, what: str
) -> None:
    project = make_small_deck(tmp_path, body)
    with pytest.raises(ProblemError) as caught:
        compile_deck(project, "light")
    assert caught.value.problem.place == "slides/lecture.typ:6"
    assert caught.value.problem.what == what


def test_a_missing_figure_is_named_when_slides_are_listed(
    tmp_path: Path,
) -> None:
    project = make_small_deck(tmp_path, '#picture("page/none")')
    with pytest.raises(ProblemError, match=r"lecture\.typ:5: .*page/none"):
        deck_slides(project)


def test_a_slide_that_says_too_much_is_named(tmp_path: Path) -> None:
    project = make_small_deck(tmp_path, "Words\n\n" * 20)
    with pytest.raises(ProblemError) as caught:
        compile_deck(project, "light")
    assert caught.value.problem.place == "slides/lecture.typ:4"
    assert "slide outline is overfull by" in caught.value.problem.what


def test_a_title_that_takes_two_pages_is_named(tmp_path: Path) -> None:
    project = make_small_deck(tmp_path, "words")
    source = project.slides / "lecture.typ"
    high = '#title-slide("first", "Title", "Words")[#v(400pt) below]'
    slide = source.read_text(encoding="utf-8").replace(
        "#show: look", f"#show: look\n{high}"
    )
    source.write_text(slide, encoding="utf-8")
    with pytest.raises(ProblemError, match="slide first does not fit"):
        deck_slides(project)


def test_a_stale_deck_is_named_with_its_remedy(tmp_path: Path) -> None:
    project = make_small_deck(tmp_path, "Words")
    (project.slides / "gold.toml").write_text("", encoding="utf-8")
    places = [problem.place for problem in check_deck(project)]
    assert places == ["docs/slides/lecture.pdf", "slides/gold.json"]
    assert "make slides" in check_deck(project)[0].remedy


def test_an_explorer_does_not_say_what_its_section_is_about(
    tmp_path: Path,
) -> None:
    page = tmp_path / "page.md"
    lines = ["# Page", "Tanh.", "/// explorer | bowl", "Adam?", "", "///"]
    page.write_text("\n".join([*lines, "## Next", "More."]), "utf-8")
    first, second = notes_of_page(page, "page.md").sections
    assert "Adam" not in str(first.paragraphs)
    assert "Tanh" in str(first.paragraphs)
    assert second.line == 7
