"""Whatever is wrong with a deck is one line with its name and the remedy."""

import io
import re
import sys
import zipfile
from pathlib import Path

import pptx
import pytesseract
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slide_aligner.decks.limits import MOST_SLIDES
from slide_aligner.decks.read import read_deck
from small_pdfs import Page, pdf, slide
from terminal.errors import FileProblemError

GOOD = pdf([slide("Loss", "body"), slide("Step", "body")])


def complaint(
    path: Path, *, password: str | None = None, ocr: bool = False
) -> str:
    with pytest.raises(FileProblemError) as caught:
        read_deck(path, password=password, ocr=ocr)
    message = str(caught.value)
    place = f"{path}:{caught.value.line}" if caught.value.line else f"{path}"
    assert message.startswith(f"{place}: ")
    assert "\n" not in message
    return message.removeprefix(f"{place}: ")


def complaint_of(
    tmp_path: Path, data: bytes, name: str = "deck.pdf", **options: str
) -> str:
    path = tmp_path / name
    path.write_bytes(data)
    return complaint(path, password=options.get("password"))


def test_a_truncated_pdf_is_one_line_with_its_name(tmp_path: Path) -> None:
    for length in (len(GOOD) // 3, len(GOOD) * 2 // 3, len(GOOD) - 40):
        said = complaint_of(tmp_path, GOOD[:length])
        assert said.startswith("is cut off")


def test_a_pdf_with_a_damaged_middle_says_so(tmp_path: Path) -> None:
    data = b"%PDF-1.4\n" + b"\x00garbage" * 300 + b"\n%%EOF"
    assert complaint_of(tmp_path, data).startswith("is damaged")


def test_a_damaged_page_is_named(tmp_path: Path) -> None:
    data = GOOD.replace(
        b"12 0 obj << /Type /Page /", b"12 0 obj << /Type /Pgae /"
    )
    data = data.replace(b"[10 0 R 12 0 R]", b"[10 0 R 99 0 R]")
    assert complaint_of(tmp_path, data).startswith("page 2 is damaged")


@pytest.mark.parametrize("data", [b"hello", b"\x89PNG\r\n", b"<html>" * 500])
def test_another_file_called_pdf_is_no_pdf(
    data: bytes, tmp_path: Path
) -> None:
    assert complaint_of(tmp_path, data).startswith("is not a PDF")


@pytest.mark.parametrize("name", ["deck.pdf", "deck.pptx", "deck.txt"])
def test_an_empty_file_says_so(name: str, tmp_path: Path) -> None:
    said = complaint_of(tmp_path, b"", name)
    assert "empty" in said or "not a PowerPoint" in said or "no slides" in said


def test_a_protected_pdf_names_the_option(tmp_path: Path) -> None:
    data = pdf([slide("Secret", "x")], password="s3cret")
    assert complaint_of(tmp_path, data) == (
        "is protected by a password; give it with --password"
    )
    wrong = complaint_of(tmp_path, data, password="guess")
    assert wrong.startswith("is not opened by this password")
    assert "--password" in wrong


def test_a_pdf_without_pages_says_so_even_after_a_protected_one(
    tmp_path: Path,
) -> None:
    complaint_of(tmp_path, pdf([slide("S", "x")], password="s3cret"))
    said = complaint_of(tmp_path, pdf([]), "none.pdf")
    assert said == "has no pages; export the deck again"


@pytest.mark.parametrize("meaning", ["\ue000", "\x01", "\ufffd"])
def test_fonts_without_letters_ask_for_ocr(
    meaning: str, tmp_path: Path
) -> None:
    letters = dict.fromkeys(range(33, 127), meaning)
    data = pdf([slide("Loss", "body")], letters=letters)
    said = complaint_of(tmp_path, data)
    assert said.startswith("has no text that can be copied")
    assert "--ocr" in said


def test_a_scan_asks_for_ocr(tmp_path: Path) -> None:
    scan = Page(more=b"q 700 0 0 400 0 0 cm /Im Do Q")
    assert "--ocr" in complaint_of(tmp_path, pdf([scan, scan]))


def test_missing_tesseract_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(GOOD)
    monkeypatch.setattr(
        pytesseract.pytesseract, "tesseract_cmd", str(tmp_path / "absent")
    )
    said = complaint(path, ocr=True)
    assert "apt install tesseract-ocr" in said


@pytest.mark.parametrize(
    ("package", "extra"), [("pytesseract", "ocr"), ("pptx", "pptx")]
)
def test_a_missing_package_is_named(
    package: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = tmp_path / "deck.pptx"
    pptx.Presentation().save(str(deck))
    scan = tmp_path / "deck.pdf"
    scan.write_bytes(GOOD)
    monkeypatch.setitem(sys.modules, package, None)
    said = complaint(deck if extra == "pptx" else scan, ocr=extra == "ocr")
    assert f"pip install lecture-code[{extra}]" in said


def test_tesseract_failing_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> str:
        raise pytesseract.TesseractError(1, "no language\ndata")

    monkeypatch.setattr(pytesseract, "get_tesseract_version", lambda: "5.0")
    monkeypatch.setattr(pytesseract, "image_to_string", fail)
    path = tmp_path / "deck.pdf"
    path.write_bytes(pdf([Page()]))
    assert "no language data" in complaint(path, ocr=True)


def test_tesseract_seeing_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pytesseract, "get_tesseract_version", lambda: "5.0")
    monkeypatch.setattr(pytesseract, "image_to_string", lambda _: " \n")
    path = tmp_path / "deck.pdf"
    path.write_bytes(pdf([Page()]))
    assert "no text that Tesseract could read" in complaint(path, ocr=True)


def test_missing_files_and_folders_are_said(tmp_path: Path) -> None:
    assert "does not exist" in complaint(tmp_path / "no.pdf")
    assert "is a folder" in complaint(tmp_path)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "no"), "may not be read"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_an_unreadable_file_is_said(
    error: OSError, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", fail)
    assert said in complaint(tmp_path / "deck.pdf")


def small_pptx(tmp_path: Path) -> bytes:
    made = pptx.Presentation()
    made.slides.add_slide(made.slide_layouts[5]).shapes.title.text = "Loss"
    path = tmp_path / "good.pptx"
    made.save(str(path))
    return path.read_bytes()


def test_a_truncated_pptx_is_one_line(tmp_path: Path) -> None:
    data = small_pptx(tmp_path)
    said = complaint_of(tmp_path, data[: len(data) // 2], "deck.pptx")
    assert said.startswith("is cut off or damaged")


@pytest.mark.parametrize("part", ["slides/slide1.xml", "presentation.xml"])
def test_a_pptx_with_broken_xml_is_one_line(part: str, tmp_path: Path) -> None:
    good = tmp_path / "good.pptx"
    good.write_bytes(small_pptx(tmp_path))
    path = tmp_path / "deck.pptx"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[:200] if name.endswith(part) else data)
    assert complaint(path).startswith("is damaged")


def test_a_pptx_that_unpacks_to_a_disk_of_text_is_refused(
    tmp_path: Path,
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(small_pptx(tmp_path))
    packed = zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED)
    with packed as archive, archive.open("ppt/bomb.xml", "w") as part:
        for _ in range(120):
            part.write(b" " * 1_000_000)
    assert path.stat().st_size < 500_000
    assert complaint(path).startswith("unpacks to 120 MB of text")


def test_a_film_in_a_pptx_is_left_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(small_pptx(tmp_path))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/media/film.mp4", b" " * 1000)
    read = zipfile.ZipFile.read
    names = []

    def noted(self: zipfile.ZipFile, name: str, *more: object) -> bytes:
        names.append(name)
        return read(self, name, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(zipfile.ZipFile, "read", noted)
    assert read_deck(path).slides[0].title == "Loss"
    assert "ppt/slides/slide1.xml" in names
    assert "ppt/media/film.mp4" not in names[: len(names) // 2]


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "h">%b]><a>&a30;</a>'
LAUGHS = b"".join(
    b'<!ENTITY a%d "&a%d;&a%d;">' % (n, n - 1, n - 1) for n in range(1, 31)
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY f SYSTEM "%b">]>'


@pytest.mark.parametrize(
    "part",
    ["[Content_Types].xml", "ppt/presentation.xml", "ppt/slides/slide1.xml"],
)
@pytest.mark.parametrize(
    "content",
    [BOMB % LAUGHS, b"<a>" * 100_000, b"<a b='" + b"x" * 20_000_000, b""],
    ids=["entities", "nested", "an attribute", "nothing"],
)
def test_xml_that_harms_is_one_line(
    content: bytes, part: str, tmp_path: Path
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(with_part(small_pptx(tmp_path), part, content))
    said = complaint(path)
    assert said.startswith(("is damaged", "is not a PowerPoint", "holds no"))


def with_part(data: bytes, changed: str, content: bytes) -> bytes:
    whole = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(whole, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, content if name == changed else old.read(name))
    return whole.getvalue()


def test_no_other_file_is_read_for_a_pptx(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    text = small_pptx(tmp_path)
    part = "ppt/slides/slide1.xml"
    with zipfile.ZipFile(io.BytesIO(text)) as archive:
        slide_xml = archive.read(part)
    head = OUTSIDE % secret.as_uri().encode()
    body = slide_xml.partition(b"?>")[2].replace(b"Loss", b"Loss &f;")
    path = tmp_path / "deck.pptx"
    path.write_bytes(with_part(text, part, head + body))
    (read,) = read_deck(path).slides
    assert read.title.startswith("Loss")
    assert "secret" not in read.text


def test_a_locked_archive_is_one_line(tmp_path: Path) -> None:
    data = bytearray(small_pptx(tmp_path))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + place] |= 1  # says that the part is encrypted
            start = data.find(mark, start + 4)
    assert "is damaged" in complaint_of(tmp_path, bytes(data), "deck.pptx")


def test_two_parts_of_one_name_are_no_warning(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(small_pptx(tmp_path))
    with (
        zipfile.ZipFile(path, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("ppt/presProps.xml", "<x/>")
    assert read_deck(path).slides


@pytest.mark.parametrize("name", ["deck.pdf", "deck.txt", "deck.json"])
def test_a_deck_of_more_slides_than_anyone_shows_is_refused(
    name: str, tmp_path: Path
) -> None:
    count = MOST_SLIDES + 1
    data = {
        "deck.pdf": many_pages(count),
        "deck.txt": b"x\n---\n" * (count - 1) + b"x",
        "deck.json": b"[" + b'{"text": "x"},' * (count - 1) + b'{"text": ""}]',
    }
    said = complaint_of(tmp_path, data[name], name)
    assert said.startswith(f"has {count} slides, and 5000 are the most")


def test_a_pptx_that_names_one_slide_too_often_is_refused(
    tmp_path: Path,
) -> None:
    data = small_pptx(tmp_path)
    part = "ppt/presentation.xml"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read(part)
    (entry,) = re.findall(rb"<p:sldId .*?/>", xml)
    many = xml.replace(entry, entry * (MOST_SLIDES + 1))
    said = complaint_of(tmp_path, with_part(data, part, many), "deck.pptx")
    assert said.startswith("has 5001 slides")


def many_pages(count: int) -> bytes:
    """Name one page so often."""
    return GOOD.replace(
        b"/Count 2 /Kids [10 0 R 12 0 R]",
        b"/Count %d /Kids [%b]" % (count, b"10 0 R " * count),
    )


@pytest.mark.parametrize(
    "kids",
    [b"2 0 R", b"2 0 R 2 0 R", b"10 0 R 2 0 R 12 0 R", b"99 0 R 98 0 R"],
)
@pytest.mark.parametrize("count", [2, 3, 2_000_000_000, -1])
def test_pages_in_a_circle_end(
    kids: bytes, count: int, tmp_path: Path
) -> None:
    data = GOOD.replace(
        b"/Count 2 /Kids [10 0 R 12 0 R]",
        b"/Count %d /Kids [%b]" % (count, kids),
    )
    assert data != GOOD
    path = tmp_path / "deck.pdf"
    path.write_bytes(data)
    problem = ""
    try:
        assert read_deck(path).slides[0].text
    except FileProblemError as error:
        problem = str(error)
    assert "\n" not in problem


def test_an_empty_pptx_has_no_slides(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    pptx.Presentation().save(str(path))
    assert complaint(path) == "holds no slides; export it again"


def test_other_office_files_are_turned_away(tmp_path: Path) -> None:
    path = tmp_path / "deck.odp"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    assert "is not a PowerPoint file" in complaint(path)
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert "old or a protected" in complaint_of(tmp_path, old, "deck.ppt")
    assert "old or a protected" in complaint_of(tmp_path, old, "deck.pptx")
    assert "not a PowerPoint" in complaint_of(tmp_path, b"text", "a.pptx")
    assert "neither PDF" in complaint_of(tmp_path, b"\x89PNG\0\0", "a.png")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"title": "One"', "is not JSON"),
        ("[\n1]", 'slide 1 needs "title" and "text"'),
        ('[{"title": "a"}, {"title": 3, "text": ""}]', "slide 2 needs"),
        ("[{}]", "slide 1 needs"),
        ("17", "holds no list of slides"),
        ("{}", "holds no list of slides"),
        ("[]", "holds no slides"),
        ('[{"title": "", "text": " "}]', "holds no text"),
        ("[" * 100_000, "is not JSON"),
        ("9" * 10_000, "is not JSON"),
    ],
)
def test_json_of_another_form_names_the_slide(
    text: str, said: str, tmp_path: Path
) -> None:
    assert said in complaint_of(tmp_path, text.encode("utf-8"), "deck.json")


def test_text_in_another_encoding_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "deck.txt"
    path.write_bytes("One\n---\nZwö".encode("latin-1"))
    with pytest.raises(FileProblemError, match="txt:3: is not UTF-8: byte 11"):
        read_deck(path)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    place=st.integers(0, len(GOOD) - 1),
    bytes_there=st.binary(min_size=1, max_size=40),
    name=st.sampled_from(["deck.pdf", "deck.txt"]),
)
def test_a_damaged_pdf_is_read_or_complained_about(
    place: int, bytes_there: bytes, name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    end = place + len(bytes_there)
    path.write_bytes(GOOD[:place] + bytes_there + GOOD[end:])
    problem = ""
    texts = ["unread"]
    try:
        texts = [each.text for each in read_deck(path).slides]
    except FileProblemError as error:
        problem = str(error)
    assert "\n" not in problem
    assert any(texts)
