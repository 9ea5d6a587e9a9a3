"""Decks: any bytes are read as slides or refused in one line.

The first byte says what the rest is: a whole file, or a part that is put into
a deck which is whole otherwise, since hardly any changed byte of an archive
gets past its checksums.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache

from fuzz.scratch import scratch
from slide_aligner.decks.read import read_deck
from small_pdfs import Page, pdf
from terminal.errors import FileProblemError

FOLDER = scratch("decks")
ENDINGS = (".pdf", ".pptx", ".txt", ".json")


def one_input(data: bytes) -> None:
    """Read a deck."""
    kind, rest = data[:1] or b"\0", data[1:]
    number = kind[0]
    if number < 64:
        _read(rest, ENDINGS[number % 4])
    elif number < 128:
        _read(_pdf_with(rest), ".pdf")
    else:
        _read(_pptx_with(number % 16, rest), ".pptx")


def _read(data: bytes, ending: str) -> None:
    path = (FOLDER / "deck").with_suffix(ending)
    path.write_bytes(data)
    problem = ""
    try:
        deck = read_deck(path)
    except FileProblemError as error:
        problem = str(error)
    assert "\n" not in problem
    if problem:
        return
    numbers = [slide.number for slide in deck.slides]
    assert numbers == list(range(1, len(numbers) + 1))
    assert any(slide.text for slide in deck.slides)
    for slide in deck.slides:
        assert "\n" not in slide.title
        assert slide.n_pictures >= 0


def _pdf_with(content: bytes) -> bytes:
    line = (40.0, 350.0, 32.0, b"Title")
    return pdf([Page([line], more=content), Page([line])])


def _pptx_with(number: int, part: bytes) -> bytes:
    parts = dict(_parts())
    names = sorted(name for name in parts if "theme" not in name)
    slides = [name for name in names if "slides/" in name]
    chosen = [*slides, *names]
    parts[chosen[number % len(chosen)]] = part
    return _packed(parts)


@cache
def _parts() -> tuple[tuple[str, bytes], ...]:
    import pptx

    made = pptx.Presentation()
    for title in ("Loss", "Step"):
        slide = made.slides.add_slide(made.slide_layouts[5])
        slide.shapes.title.text = title
    whole = io.BytesIO()
    made.save(whole)
    with zipfile.ZipFile(whole) as archive:
        return tuple((n, archive.read(n)) for n in archive.namelist())


def _packed(parts: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return whole.getvalue()
