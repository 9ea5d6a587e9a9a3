"""Draws the slides of a deck as pictures that a page can show.

A folder remembers in `pictures.json` which deck its pictures show, so that a
second run draws only what is missing or has changed.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2

from slide_aligner.decks.limits import refuse_more_than_a_deck
from slide_aligner.decks.page_image import MOST_PIXELS, picture_of_page
from slide_aligner.decks.pdf_file import Progress, opened_page, opened_pdf
from terminal.atomic_write import write_whole
from terminal.errors import FileProblemError
from terminal.text_files import read_start, sha256_of

_RECORD = "pictures.json"
_NUMBER = re.compile(r"[0-9]{3,9}")
_QUALITY = 82  # letters stay sharp; a slide takes 20 to 40 KB


def export_pictures(
    path: Path,
    folder: Path,
    *,
    width: int = 1600,
    numbers: Sequence[int] | None = None,
    password: str | None = None,
    progress: Progress | None = None,
) -> list[Path]:
    """Draw the slides of a PDF as WebP pictures.

    Parameters
    ----------
    path : Path
        The deck.
    folder : Path
        Where `001.webp` and so on are written; made if it is missing.
    width : int
        Of a picture in pixels, at least 1; fewer if a slide would otherwise
        have more than four million pixels.
    numbers : sequence of int, optional
        Which slides, from 1; all by default.
    password : str, optional
        What opens a protected PDF.
    progress : callable, optional
        Called with the numbers of pictures done and of all pictures.

    Returns
    -------
    list of Path
        The pictures, in the order of `numbers`, old and new.

    Raises
    ------
    ValueError
        If `width` is not positive.
    FileProblemError
        If the deck cannot be read, is no PDF, has no such slide, or the
        folder cannot be written.
    """
    if width < 1:
        raise ValueError(f"a picture's width must be positive, not {width}")
    _check_is_pdf(path)
    with opened_pdf(path, password) as document:
        refuse_more_than_a_deck(path, len(document))
        chosen = _chosen(path, len(document), numbers)
        _make(folder)
        record = _Record(folder, _source(path, width))
        try:
            for done, number in enumerate(chosen, start=1):
                if not record.has(number):
                    data = _drawn(document, path, number, width)
                    record.write(number, data)
                if progress:
                    progress(done, len(chosen))
            record.forget_after(len(document))
        finally:
            record.save()
    return [record.picture(number) for number in chosen]


class _Record:
    """Which pictures of a folder are up to date."""

    def __init__(self, folder: Path, source: str) -> None:
        self._folder = folder
        self._source = source
        old = _loaded(folder / _RECORD)
        self._old = old.get("pictures", {})
        self._sums: dict[str, str] = {}
        if old.get("source") == source:
            self._sums.update(self._old)

    def picture(self, number: int) -> Path:
        return self._folder / f"{number:03}.webp"

    def has(self, number: int) -> bool:
        picture = self.picture(number)
        known = self._sums.get(picture.name)
        return (
            bool(known) and picture.is_file() and sha256_of(picture) == known
        )

    def write(self, number: int, data: bytes) -> None:
        picture = self.picture(number)
        write_whole(picture, data)
        self._sums[picture.name] = hashlib.sha256(data).hexdigest()

    def forget_after(self, last: int) -> None:
        """Delete pictures of slides that the deck no longer has."""
        for name in sorted({*self._old, *self._sums}):
            stem = Path(name).stem
            if _NUMBER.fullmatch(stem) and int(stem) > last:
                self.picture(int(stem)).unlink(missing_ok=True)
                self._sums.pop(name, None)

    def save(self) -> None:
        record = {"source": self._source, "pictures": self._sums}
        text = json.dumps(record, indent=2, sort_keys=True) + "\n"
        write_whole(self._folder / _RECORD, text.encode("utf-8"))


def _loaded(path: Path) -> dict[str, Any]:
    """Return an earlier record; a damaged one counts as none."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return record if isinstance(record["pictures"], dict) else {}
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return {}


def _check_is_pdf(path: Path) -> None:
    start = read_start(path)
    if start and b"%PDF-" not in start and path.suffix.lower() != ".pdf":
        raise FileProblemError(
            path, "has no pages to draw; export the deck as PDF for pictures"
        )


def _chosen(
    path: Path, total: int, numbers: Sequence[int] | None
) -> list[int]:
    if numbers is None:
        return list(range(1, total + 1))
    for number in numbers:
        if not 1 <= number <= total:
            raise FileProblemError(
                path, f"has no slide {number}; they go from 1 to {total}"
            )
    return list(numbers)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileProblemError(
            folder, f"cannot be made: {error.strerror}; choose another folder"
        ) from None


def _source(path: Path, width: int) -> str:
    """Sum up all that a picture depends on."""
    settings = f"{sha256_of(path)} {width} {_QUALITY} {MOST_PIXELS}"
    return hashlib.sha256(settings.encode("ascii")).hexdigest()


def _drawn(
    document: pypdfium2.PdfDocument, path: Path, number: int, width: int
) -> bytes:
    with opened_page(document, path, number) as page:
        picture = picture_of_page(page, width)
    stream = io.BytesIO()
    picture.save(stream, "WEBP", quality=_QUALITY, method=4)
    return stream.getvalue()
