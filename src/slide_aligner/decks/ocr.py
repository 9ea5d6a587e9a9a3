"""A scanned slide is a picture; Tesseract reads what is written in it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from slide_aligner.decks.page_image import picture_of_page
from slide_aligner.decks.pdf import Recognise
from terminal.errors import FileProblemError

_WIDTH = 2000  # pixels: letters of a slide are then some 30 pixels high


def recogniser(path: Path) -> Recognise:
    """Return what reads the text of a page's picture.

    Parameters
    ----------
    path : Path
        The deck, for the messages.

    Returns
    -------
    callable
        Takes an open page and returns its text.

    Raises
    ------
    FileProblemError
        If pytesseract or the program Tesseract is missing.
    """
    try:
        import pytesseract
    except ImportError:
        raise FileProblemError(
            path, "needs --ocr's package: pip install lecture-code[ocr]"
        ) from None
    try:
        pytesseract.get_tesseract_version()
    except pytesseract.TesseractNotFoundError:
        raise FileProblemError(path, _MISSING) from None

    def recognise(page: pypdfium2.PdfPage) -> str:
        picture = picture_of_page(page, _WIDTH)
        try:
            return str(pytesseract.image_to_string(picture))
        except (pytesseract.TesseractError, RuntimeError) as error:
            raise FileProblemError(
                path, f"Tesseract cannot read a page: {_said(error)}"
            ) from None

    return recognise


def _said(error: Exception) -> str:
    # Tesseract's own words are an attribute and not the exception's text.
    return str(getattr(error, "message", error))


_MISSING = (
    "needs the program Tesseract for --ocr: apt install tesseract-ocr, "
    "brew install tesseract or winget install UB-Mannheim.TesseractOCR, "
    "and have it on the PATH"
)
