"""Reads a deck of slides, whatever program it was saved with."""

from __future__ import annotations

import struct
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from slide_aligner.decks.ocr import recogniser
from slide_aligner.decks.pdf import read_pdf
from slide_aligner.decks.pdf_file import Progress
from slide_aligner.decks.plain_text import read_plain
from slide_aligner.decks.pptx import read_pptx
from slide_aligner.documents import Deck, Slide
from terminal.errors import FileProblemError
from terminal.text_files import read_start

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_deck(
    path: Path,
    *,
    password: str | None = None,
    ocr: bool = False,
    progress: Progress | None = None,
) -> Deck:
    """Read a deck: PDF, PowerPoint, text or JSON.

    What a file holds counts first, and its ending second.

    Parameters
    ----------
    path : Path
        The file.
    password : str, optional
        What opens a protected PDF.
    ocr : bool
        Whether Tesseract reads the pages that have no text layer.
    progress : callable, optional
        Called with the numbers of pages done and of all pages (PDF only).

    Returns
    -------
    Deck
        At least one slide, at least one of them with text.

    Raises
    ------
    FileProblemError
        If it cannot be read or has no text: one line with the remedy.
    """
    kind = _kind(path)
    if kind == "pdf":
        recognise = recogniser(path) if ocr else None
        slides = read_pdf(
            path, password=password, recognise=recognise, progress=progress
        )
    else:
        slides = read_pptx(path) if kind == "pptx" else read_plain(path)
    _check(path, slides, kind, ocr)
    return Deck(path.stem, slides)


def _kind(path: Path) -> str:
    start = read_start(path)
    ending = path.suffix.lower()
    if b"%PDF-" in start or ending == ".pdf":
        return "pdf"
    if start.startswith(_ZIP):
        return _kind_of_zip(path)
    if start.startswith(_OLD_OFFICE):
        raise FileProblemError(
            path,
            "is an old or a protected Office file; save it as .pptx without "
            "password, or as PDF",
        )
    if ending == ".pptx":
        raise FileProblemError(
            path, "is not a PowerPoint file; save it again as .pptx or PDF"
        )
    if b"\0" in start and not start.startswith(_UTF16):
        raise FileProblemError(
            path, "is neither PDF, .pptx nor text; export the deck as PDF"
        )
    return "text"


def _kind_of_zip(path: Path) -> str:
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
    except (BadZipFile, OSError, ValueError, RuntimeError, struct.error):
        raise FileProblemError(
            path, "is cut off or damaged; copy or save it again"
        ) from None
    if "ppt/presentation.xml" not in names:
        raise FileProblemError(
            path, "is not a PowerPoint file; export the deck as PDF"
        )
    return "pptx"


def _check(
    path: Path, slides: tuple[Slide, ...], kind: str, ocr: bool
) -> None:
    if not slides:
        raise FileProblemError(path, "holds no slides; export it again")
    if any(slide.text for slide in slides):
        return
    if kind != "pdf":
        raise FileProblemError(path, "holds no text; export the deck again")
    if ocr:
        raise FileProblemError(path, "has no text that Tesseract could read")
    raise FileProblemError(
        path,
        "has no text that can be copied (scanned, or fonts without letters); "
        "read the pictures with --ocr",
    )
