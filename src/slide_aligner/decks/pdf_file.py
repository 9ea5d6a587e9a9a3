"""Opens a PDF, or says in one line why it will not open."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from slide_aligner.decks.watch import watched
from terminal.errors import FileProblemError
from terminal.text_files import opened, read_start

Progress = Callable[[int, int], object]
"""Told after each page how many of how many are done."""

_TAIL = 4096
_NO_PAGES = "has no pages; export the deck again"


@contextmanager
def opened_pdf(
    path: Path, password: str | None = None
) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF with at least one page, and close it at the end.

    Parameters
    ----------
    path : Path
        The file.
    password : str, optional
        What opens it if it is protected.

    Raises
    ------
    FileProblemError
        If it is no PDF, cut off, protected, damaged or without pages.
    """
    _check_ends(path)
    try:
        with watched(path):
            # pypdfium2 takes a name that begins with ~ for that of a home.
            document = pypdfium2.PdfDocument(path.absolute(), password)
    except pypdfium2.PdfiumError as error:
        without_pages = _opens(path, password)
        reason = _NO_PAGES if without_pages else _reason(error, password)
        raise FileProblemError(path, reason) from None
    try:
        yield document
    finally:
        document.close()


@contextmanager
def opened_page(
    document: pypdfium2.PdfDocument, path: Path, number: int
) -> Iterator[pypdfium2.PdfPage]:
    """Open a page by its number from 1; it takes no memory afterwards.

    Raises
    ------
    FileProblemError
        If the page is damaged.
    """
    with watched(path):
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            raise FileProblemError(
                path, f"page {number} is damaged; export the deck again"
            ) from None
        try:
            yield page
        finally:
            page.close()


def _check_ends(path: Path) -> None:
    start = read_start(path)
    if not start:
        raise FileProblemError(path, "is empty; export the deck again")
    if b"%PDF-" not in start:
        raise FileProblemError(
            path, "is not a PDF, whatever its name says; export it as PDF"
        )
    # PDFium mends a file that lacks its end, and then slides are missing.
    if not _has_end(path):
        raise FileProblemError(
            path, "is cut off, its end is missing; copy or export it again"
        )


def _has_end(path: Path) -> bool:
    with opened(path) as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    return b"%%EOF" in tail or b"startxref" in tail


def _opens(path: Path, password: str | None) -> bool:
    """Tell whether a file opens that pypdfium2 refuses: it has no pages.

    PDFium's own error code is then that of an earlier file.
    """
    name = os.fsencode(path.resolve()) + b"\0"
    key = None if password is None else f"{password}\0".encode()
    document = pdfium.FPDF_LoadDocument(name, key)
    if not document:
        return False
    pdfium.FPDF_CloseDocument(document)
    return True


def _reason(error: pypdfium2.PdfiumError, password: str | None) -> str:
    code = error.err_code
    if code == pdfium.FPDF_ERR_PASSWORD and password is None:
        return "is protected by a password; give it with --password"
    if code == pdfium.FPDF_ERR_PASSWORD:
        return "is not opened by this password; check what --password says"
    if code == pdfium.FPDF_ERR_SECURITY:
        return "is protected in an unknown way; export it without protection"
    return "is damaged and cannot be read as PDF; export the deck again"
