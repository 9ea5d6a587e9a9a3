"""Every slide as a picture, light and dark, for the pages of the site."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

from lecture_site.basics.json_files import read_cache, write_whole
from lecture_site.basics.project import Project
from lecture_site.exchange.entry import Wanted
from lecture_site.exchange.files import taken_or_made
from lecture_site.slides.drawn import (
    LARGE,
    THEMES,
    WIDTHS,
    Theme,
    picture_paths,
    pictures_folder,
)

SMALL_QUALITY, LARGE_QUALITY = 25, 60  # of WebP, from 0 to 100


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
        How many pictures were drawn, or were there.
    """
    pictures_folder(project).mkdir(parents=True, exist_ok=True)
    count = 0
    for theme in stale_themes(project, decks):
        paths = _paths(project, decks, theme)
        pictures = taken_or_made(
            _wanted(theme, decks),
            len(paths),
            partial(_drawn, decks[theme], drawn),
        )
        for path, picture in zip(paths, pictures, strict=True):
            path.write_bytes(picture)
        count += len(paths)
    _drop_others(project, decks)
    write_whole(_record(project), json.dumps(_marks(decks)))
    return count


def _drawn(deck: bytes, drawn: Callable[[], object]) -> list[bytes]:
    """Return the pictures of a deck, slide by slide."""
    pictures = []
    for slide in _pages(deck):
        for width in WIDTHS:
            pictures.append(_webp(slide, width))
            drawn()
    return pictures


def _wanted(theme: Theme, decks: dict[Theme, bytes]) -> Wanted:
    """Return what pictures are, and what they are made of and with."""
    drawn_by = hashlib.sha256(Path(__file__).read_bytes())
    for name in ("pypdfium2", "pillow"):
        drawn_by.update(version(name).encode())
    made_from = f"{_marks(decks)[theme]} {drawn_by.hexdigest()}"
    return Wanted(f"slides {theme}", made_from)


def n_slides(deck: bytes) -> int:
    """Return how many pages a PDF has."""
    with pdfium.PdfDocument(deck) as document:
        return len(document)


def stale_themes(project: Project, decks: dict[Theme, bytes]) -> list[Theme]:
    """Return the themes of which a picture is missing or out of date."""
    known: dict[str, object] = read_cache(_record(project), dict)
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
    return [
        path
        for number in numbers
        for path in picture_paths(project, number, theme)
    ]


def _pages(deck: bytes) -> Iterator[Image.Image]:
    with pdfium.PdfDocument(deck) as document:
        for page in document:
            yield page.render(scale=LARGE / page.get_width()).to_pil()


def _webp(slide: Image.Image, width: int) -> bytes:
    quality = LARGE_QUALITY if width == LARGE else SMALL_QUALITY
    size = width, slide.height * width // slide.width
    written = io.BytesIO()
    picture = slide.resize(size, Image.Resampling.LANCZOS)
    picture.save(written, "WEBP", quality=quality, method=6)
    return written.getvalue()


def _drop_others(project: Project, decks: dict[Theme, bytes]) -> None:
    """Delete the pictures of slides that the deck no longer has."""
    wanted = {
        path for theme in THEMES for path in _paths(project, decks, theme)
    }
    for path in set(pictures_folder(project).glob("*.webp")) - wanted:
        path.unlink()


def _marks(decks: dict[Theme, bytes]) -> dict[str, str]:
    settings = f"{WIDTHS} {SMALL_QUALITY} {LARGE_QUALITY}".encode()
    return {
        theme: hashlib.sha256(settings + deck).hexdigest()
        for theme, deck in decks.items()
    }


def _record(project: Project) -> Path:
    return project.cache / "slide_pictures.json"
