"""Reads the slides of a PDF: their lines, their titles, their pictures.

PDF knows no titles. The title is what stands largest in the upper part.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from slide_aligner.decks.limits import refuse_more_than_a_deck
from slide_aligner.decks.page_text import is_garbage, mended
from slide_aligner.decks.pdf_file import Progress, opened_page, opened_pdf
from slide_aligner.decks.picture_count import count_pictures
from slide_aligner.documents import Slide

Recognise = Callable[[pypdfium2.PdfPage], str]
"""Reads the text of a page that has none of its own."""

_UPPER = 0.6
_SAME_SIZE = 0.95
_LETTERS_MEASURED = 5
_TITLE_LINES = 3
_MOST_CHARACTERS = 50_000


def read_pdf(
    path: Path,
    *,
    password: str | None = None,
    recognise: Recognise | None = None,
    progress: Progress | None = None,
) -> tuple[Slide, ...]:
    """Read every page of a PDF as a slide.

    Parameters
    ----------
    path : Path
        The file.
    password : str, optional
        What opens it if it is protected.
    recognise : callable, optional
        Asked for the text of pages without a usable text layer.
    progress : callable, optional
        Called with the number of pages done and the number of all pages.

    Returns
    -------
    tuple of Slide
        One for each page, in order; without text where there is none.

    Raises
    ------
    FileProblemError
        If it is no PDF, cut off, protected, damaged or without pages.
    """
    slides = []
    with opened_pdf(path, password) as document:
        total = len(document)
        refuse_more_than_a_deck(path, total)
        for number in range(1, total + 1):
            with opened_page(document, path, number) as page:
                slides.append(_slide(page, number, recognise))
            if progress:
                progress(number, total)
    return tuple(slides)


def _slide(
    page: pypdfium2.PdfPage, number: int, recognise: Recognise | None
) -> Slide:
    n_pictures = count_pictures(page)
    title, text = _title_and_text(page)
    if not text and recognise:
        text = mended(recognise(page))
        title = text.partition("\n")[0]
    return Slide(number, title, text, n_pictures)


def _title_and_text(page: pypdfium2.PdfPage) -> tuple[str, str]:
    text_page = page.get_textpage()
    try:
        count = min(text_page.count_chars(), _MOST_CHARACTERS)
        raw = text_page.get_text_range(0, count) if count else ""
        if is_garbage(raw):
            return "", ""
        text = mended(raw)
        title = _title(_lines(text_page, page, raw))
    finally:
        text_page.close()
    return title or text.partition("\n")[0], text


@dataclass(frozen=True)
class _Line:
    """A line and where it stands, in points as the reader sees the page."""

    text: str
    height: float
    top: float  # from the upper edge, 0 to 1


def _lines(
    text_page: pypdfium2.PdfTextPage, page: pypdfium2.PdfPage, raw: str
) -> list[_Line]:
    lines, start = [], 0
    place_of = _Place(page.get_rotation(), page.get_size()[1], _corner(page))
    for text in raw.split("\n"):
        measured = [
            place_of.letter(text_page, start + place)
            for place in _letters(text)
        ]
        if measured:
            height = median(height for height, _ in measured)
            top = min(top for _, top in measured)
            lines.append(_Line(text, height, top))
        # PDFium counts in UTF-16, where a mathematical letter takes two.
        start += len(text.encode("utf-16-le", "replace")) // 2 + 1
    return lines


def _letters(text: str) -> list[int]:
    places = [place for place, letter in enumerate(text) if letter.isalpha()]
    if len(places) < 2:  # a page number, or a character as large as a formula
        return []
    step = max(1, len(places) // _LETTERS_MEASURED)
    return places[::step][:_LETTERS_MEASURED]


def _corner(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Return the lower left corner of what is shown of a page.

    A page may begin anywhere, and only a part of it may be shown.
    """
    media, crop = page.get_mediabox(), page.get_cropbox()
    return max(media[0], crop[0]), max(media[1], crop[1])


@dataclass(frozen=True)
class _Place:
    """Where letters stand on a page, as its reader turns it.

    Parameters
    ----------
    turned : int
        By how many degrees the page is shown turned.
    height : float
        Of the page as it is shown, in points.
    corner : tuple of float
        Where the page begins.
    """

    turned: int
    height: float
    corner: tuple[float, float]

    def letter(
        self, text_page: pypdfium2.PdfTextPage, place: int
    ) -> tuple[float, float]:
        """Return a letter's height and how far down it stands."""
        index = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, place)
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        upright = abs(box.top - box.bottom)
        across = abs(box.right - box.left)
        left, bottom = self.corner
        height = self.height or 1.0
        if self.turned == 90:
            return across, (box.left - left) / height
        if self.turned == 180:
            return upright, (box.bottom - bottom) / height
        if self.turned == 270:
            return across, 1 - (box.right - left) / height
        return upright, 1 - (box.top - bottom) / height


def _title(lines: list[_Line]) -> str:
    upper = [line for line in lines if line.top < _UPPER]
    if not upper:
        return ""
    largest = max(line.height for line in upper)
    large = [line for line in upper if line.height >= _SAME_SIZE * largest]
    first = min(large, key=lambda line: line.top)
    if len(large) == len(lines):  # all of one size: only the place tells
        return mended(first.text).replace("\n", " ")
    return mended("\n".join(_wrapped(first, lines))).replace("\n", " ")


def _wrapped(first: _Line, lines: list[_Line]) -> list[str]:
    """Return a title's lines: those of its size right below it."""
    found = [first.text]
    last = first
    for line in lines[lines.index(first) + 1 :]:
        alike = _SAME_SIZE <= line.height / first.height <= 1 / _SAME_SIZE
        if not alike or line.top <= last.top or len(found) == _TITLE_LINES:
            break
        found.append(line.text)
        last = line
    return found
