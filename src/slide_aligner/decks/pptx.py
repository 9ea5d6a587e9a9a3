"""Reads the slides of a PowerPoint file: what an audience sees, no notes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from slide_aligner.decks.limits import refuse_more_than_a_deck
from slide_aligner.decks.page_text import mended
from slide_aligner.documents import Slide
from terminal.errors import FileProblemError

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLIDE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "Fallback"
_TEXTS = (".xml", ".rels")
_MOST_BYTES = 100_000_000  # of them, unpacked: a slide has some ten thousand
_NOT_SPOKEN = {"sldNum", "dt", "ftr", "hdr"}
_KINDS = re.compile(rb"(?:slideshow|template)(?=\.(?:macroEnabled\.)?main\+)")
_RELATION = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
)
# What stands in a file of its own, and by which attribute a slide names it.
_ELSEWHERE = {
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "dm",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "id",
}
_PICTURES = {
    f"{_SLIDE}pic",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
}


def read_pptx(path: Path) -> tuple[Slide, ...]:
    """Read every slide of a PowerPoint file.

    Parameters
    ----------
    path : Path
        A `.pptx` file.

    Returns
    -------
    tuple of Slide
        In order, hidden ones too.

    Raises
    ------
    FileProblemError
        If python-pptx is missing, or the file is damaged.
    """
    try:
        import pptx
    except ImportError:
        raise FileProblemError(
            path,
            "is a PowerPoint file; pip install lecture-code[pptx] to read it",
        ) from None
    try:
        slides = _presentation(path, pptx).slides
        refuse_more_than_a_deck(path, len(slides))
        return tuple(
            _slide(number, slide) for number, slide in enumerate(slides, 1)
        )
    except _damages() as error:
        raise FileProblemError(
            path,
            f"is damaged ({type(error).__name__}) and cannot be read as "
            "PowerPoint; save it again",
        ) from None


def _presentation(path: Path, pptx: Any) -> Any:
    """Open a presentation, a show or a template of one: all hold slides.

    They differ in one word of a list, and python-pptx knows the first alone.
    """
    copy = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
        parts = {part.filename: part for part in old.infolist()}
        texts = {name for name in parts if name.endswith(_TEXTS)}
        _refuse_bomb(path, sum(parts[name].file_size for name in texts))
        for name in parts:
            # Pictures and films have no words, and may be large.
            content = old.read(name) if name in texts else b""
            if name == "[Content_Types].xml":
                content = _KINDS.sub(b"presentation", content)
            new.writestr(name, content)
    copy.seek(0)
    return pptx.Presentation(copy)


def _refuse_bomb(path: Path, n_bytes: int) -> None:
    if n_bytes > _MOST_BYTES:
        raise FileProblemError(
            path,
            f"unpacks to {n_bytes / 1e6:,.0f} MB of text, more than any "
            "deck has; save it again",
        )


def _damages() -> tuple[type[Exception], ...]:
    # What python-pptx and its readers of ZIP and XML let through.
    import struct
    import zlib

    from pptx.exc import PythonPptxError

    return (
        PythonPptxError,
        BadZipFile,
        zlib.error,
        SyntaxError,
        LookupError,
        ValueError,
        AttributeError,
        TypeError,
        EOFError,
        RuntimeError,  # also what is locked, or packed in an unknown way
        struct.error,
        OSError,
    )


def _slide(number: int, slide: Any) -> Slide:
    tree = slide.shapes.element
    title_shape = slide.shapes.title
    title_element = None if title_shape is None else title_shape.element
    title = " ".join(_lines(title_element, None))
    rest = [*_lines(tree, title_element), *_lines_elsewhere(slide)]
    lines = [title, *rest] if title else rest
    n_pictures = sum(element.tag in _PICTURES for element in _shown(tree))
    text = mended("\n".join(lines))
    shown_title = " ".join(mended(title).split())
    return Slide(
        number, shown_title or text.partition("\n")[0], text, n_pictures
    )


def _lines_elsewhere(slide: Any) -> Iterator[str]:
    """Yield the words of SmartArt and of charts."""
    from pptx.oxml import parse_xml

    for element in slide.shapes.element.iter(*_ELSEWHERE):
        name = element.get(f"{_RELATION}{_ELSEWHERE[element.tag]}")
        part = slide.part.related_part(name)
        yield from _lines(parse_xml(part.blob), None)


def _lines(root: Any, without: Any) -> Iterator[str]:
    if root is None:
        return
    for element in _shown(root, without):
        if element.tag == f"{_DRAWING}p":
            line = "".join(_runs(element)).strip()
            if line:
                yield line


def _shown(root: Any, without: Any = None) -> Iterator[Any]:
    """Walk a tree in order, past foot lines and second versions."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element is without or not isinstance(element.tag, str):
            continue
        if element.tag.endswith(_FALLBACK) or _is_foot_line(element):
            continue
        yield element
        waiting.extend(reversed(element))


def _is_foot_line(element: Any) -> bool:
    if element.tag != f"{_SLIDE}sp":
        return False
    place = element.find(f"{_SLIDE}nvSpPr/{_SLIDE}nvPr/{_SLIDE}ph")
    return place is not None and place.get("type") in _NOT_SPOKEN


def _runs(paragraph: Any) -> Iterator[str]:
    for element in _shown(paragraph):
        if element.tag in {f"{_DRAWING}t", f"{_FORMULA}t"}:
            yield element.text or ""
        elif element.tag == f"{_DRAWING}br":
            yield "\n"
