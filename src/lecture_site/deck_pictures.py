"""Every slide as a picture, light and dark, for the pages of the site."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2 as pdfium

from lecture_site.drawn_slides import (
    THEMES,
    WIDTH,
    Theme,
    picture_path,
    pictures_folder,
)
from lecture_site.project import Project

QUALITY = 60


def draw_pictures(
    project: Project,
    decks: dict[Theme, bytes],
    drawn: Callable[[], object] = lambda: None,
) -> int:
    """Draw the slides of each theme whose deck has changed.

    Parameters
    ----------
    project : Project
        The checkout.
    decks : dict of bytes
        The PDF of each theme.
    drawn : callable
        Called after each picture, to show the progress.

    Returns
    -------
    int
        How many pictures were drawn.
    """
    pictures_folder(project).mkdir(parents=True, exist_ok=True)
    count = 0
    for theme in stale_themes(project, decks):
        for number, picture in enumerate(_pages(decks[theme]), start=1):
            picture_path(project, number, theme).write_bytes(picture)
            drawn()
            count += 1
    _drop_others(project, decks)
    _record(project).parent.mkdir(parents=True, exist_ok=True)
    _record(project).write_text(json.dumps(_marks(decks)), encoding="utf-8")
    return count


def n_slides(deck: bytes) -> int:
    """Return how many pages a PDF has."""
    with pdfium.PdfDocument(deck) as document:
        return len(document)


def stale_themes(project: Project, decks: dict[Theme, bytes]) -> list[Theme]:
    """Return the themes of which a picture is missing or out of date."""
    record = _record(project)
    known = json.loads(record.read_text("utf-8")) if record.exists() else {}
    return [
        theme
        for theme in THEMES
        if known.get(theme) != _marks(decks)[theme]
        or not all(map(Path.exists, _paths(project, decks, theme)))
    ]


def _paths(
    project: Project, decks: dict[Theme, bytes], theme: Theme
) -> list[Path]:
    numbers = range(1, n_slides(decks[theme]) + 1)
    return [picture_path(project, number, theme) for number in numbers]


def _pages(deck: bytes) -> Iterator[bytes]:
    with pdfium.PdfDocument(deck) as document:
        for page in document:
            yield _webp(page)


def _webp(page: pdfium.PdfPage) -> bytes:
    image = page.render(scale=WIDTH / page.get_width()).to_pil()
    written = io.BytesIO()
    image.save(written, "WEBP", quality=QUALITY, method=4)
    return written.getvalue()


def _drop_others(project: Project, decks: dict[Theme, bytes]) -> None:
    """Delete the pictures of slides that the deck no longer has."""
    wanted = {
        path for theme in THEMES for path in _paths(project, decks, theme)
    }
    for path in set(pictures_folder(project).glob("*.webp")) - wanted:
        path.unlink()


def _marks(decks: dict[Theme, bytes]) -> dict[str, str]:
    settings = f"{WIDTH} {QUALITY}".encode()
    return {
        theme: hashlib.sha256(settings + deck).hexdigest()
        for theme, deck in decks.items()
    }


def _record(project: Project) -> Path:
    return project.cache / "slide_pictures.json"
