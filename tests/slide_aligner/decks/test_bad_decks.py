"""Whatever is wrong with a deck is one line with its name and the remedy."""

import sys
import zipfile
from pathlib import Path

import pptx
import pytesseract
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message.removeprefix(f"{path}: ")


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
    package: str,
    extra: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
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
    error: OSError,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
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
        ('[{"title": "One"', "is not JSON: line 1"),
        ("[\n1]", 'slide 1 needs "title" and "text"'),
        ('[{"title": "a"}, {"title": 3, "text": ""}]', "slide 2 needs"),
        ("[{}]", "slide 1 needs"),
        ("17", "holds no list of slides"),
        ("{}", "holds no list of slides"),
        ("[]", "holds no slides"),
        ('[{"title": "", "text": " "}]', "holds no text"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_json_of_another_form_names_the_slide(
    text: str, said: str, tmp_path: Path
) -> None:
    assert said in complaint_of(tmp_path, text.encode("utf-8"), "deck.json")


def test_text_in_another_encoding_names_the_line(tmp_path: Path) -> None:
    data = "One\n---\nZwö".encode("latin-1")
    said = complaint_of(tmp_path, data, "deck.txt")
    assert said.startswith("is not UTF-8: line 3, byte 11")


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
