"""Puts the slide under its heading, and takes it away again without a trace.

Only notes whose user asks for it are written. What is inserted stands between
markers; without it, the file has the bytes that it had before.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from slide_aligner.documents import Link, Notes
from slide_aligner.insertion.changes import Change, codec_of
from slide_aligner.insertion.markers import (
    BLOCK_LINES,
    DamagedMarkerError,
    block,
    ending,
    fenced,
    lines_of,
    without_blocks,
)
from slide_aligner.notes.comments import lines_in_comments, without_comments
from slide_aligner.notes.front_matter import blank_front_matter
from slide_aligner.notes.markdown import MOST_BYTES, notes_of_text
from slide_aligner.notes.other_kinds import markdown_of
from terminal.errors import FileProblemError
from terminal.text_files import read_bytes

_HASH_HEADING = re.compile(
    r"\ufeff? {0,3}(?:#{1,6}(?=[ \t]|$)|#{2,6}(?=[^\W\d_]))"
)
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_ATTRIBUTES = re.compile(r" {0,3}\{:?[ \t]*[#.][^{}]*\}[ \t]*")
_BACKSLASHED = re.compile(r"([\\`*_\[\]])")
_ENTITIES = {ord(mark): f"&#{ord(mark)};" for mark in "<>{}$|"}


@dataclass(frozen=True)
class Picture:
    """The picture of a slide.

    Parameters
    ----------
    path : Path
        The picture's file.
    title : str
        The slide's title, which becomes the alternative text.
    """

    path: Path
    title: str


def insert(
    path: Path,
    links: Iterable[Link],
    picture_of: Callable[[Link], Picture],
    *,
    dry_run: bool = False,
) -> Change:
    """Insert the pictures of slides below their headings.

    Pictures inserted before are replaced: twice is as good as once.

    Parameters
    ----------
    path : Path
        The notes, in Markdown.
    links : iterable of Link
        The links of these notes; only those with decision "insert" count.
    picture_of : callable
        Returns the picture of a link's slide.
    dry_run : bool
        Whether to leave the file as it is.

    Returns
    -------
    Change
        The file before and after.

    Raises
    ------
    FileProblemError
        If the file cannot be read, is no Markdown in UTF-8, has a damaged
        marker, or cannot be written.
    """
    data = read_bytes(path, MOST_BYTES)
    text = _original(data, path)
    wanted = {
        link.section: link for link in links if link.decision == "insert"
    }
    images = {
        anchor: _image(picture_of(link), path.parent)
        for anchor, link in wanted.items()
    }
    after, warnings = _with_images(text, images, path)
    change = Change(
        path,
        data,
        after.encode(codec_of(data)),
        len(images) - len(warnings),
        tuple(warnings),
    )
    if not dry_run:
        change.write()
    return change


def revert(path: Path, *, dry_run: bool = False) -> Change:
    """Take away what `insert` inserted, and nothing else.

    Raises
    ------
    FileProblemError
        If the file cannot be read, is no Markdown in UTF-8, has a damaged
        marker (with its line), or cannot be written.
    """
    data = read_bytes(path, MOST_BYTES)
    change = Change(path, data, _original(data, path).encode(codec_of(data)))
    if not dry_run:
        change.write()
    return change


def _original(data: bytes, path: Path) -> str:
    markdown_of(data, path)
    try:
        return without_blocks(data.decode(codec_of(data)))
    except DamagedMarkerError as damage:
        raise FileProblemError(
            path,
            f"this slide-aligner marker {damage.what}; "
            "mend it or delete the block by hand; the file was left alone",
            damage.line,
        ) from None


def _with_images(
    text: str, images: Mapping[str, str], path: Path
) -> tuple[str, list[str]]:
    lines = lines_of(text)
    if not images:
        return text, []
    ends = _heading_ends(lines, notes_of_text(text, path.name))
    places = {anchor: ends[anchor] for anchor in images if anchor in ends}
    after = _with_blocks(lines, places, images)
    while hidden := _hidden(after, places):
        places = {a: end for a, end in places.items() if a not in hidden}
        after = _with_blocks(lines, places, images)
    missing = (_missing(each) for each in images if each not in places)
    return after, [f"{path}: {each}; nothing inserted" for each in missing]


def _with_blocks(
    lines: Sequence[str], places: Mapping[str, int], images: Mapping[str, str]
) -> str:
    newline = next(filter(None, map(ending, lines)), "\n")
    written = list(lines)
    for anchor, end in places.items():
        written[end] = _line_with_block(lines[end], images[anchor], newline)
    return "".join(written)


def _hidden(text: str, places: Mapping[str, int]) -> set[str]:
    """Return the anchors whose blocks would stand in a comment.

    What is code or a formula may be so no more where a block parts it. So
    the text with all blocks is looked at, and not the one without.
    """
    commented = set(lines_in_comments(_body(lines_of(text))))
    ordered = sorted(places, key=places.__getitem__)
    first = {a: places[a] + n * BLOCK_LINES for n, a in enumerate(ordered)}
    return {anchor for anchor, line in first.items() if line in commented}


def _missing(anchor: str) -> str:
    if not anchor:
        return "text before the first heading has no heading to stand under"
    return (
        f'no heading "#{anchor}" outside of fences and comments any more, '
        "align again"
    )


def _line_with_block(line: str, image: str, newline: str) -> str:
    own = ending(line)
    if not own:
        return f"{line}{newline}{block(image, newline)}"
    return f"{line}{block(image, own)}{own}"


def _heading_ends(lines: Sequence[str], notes: Notes) -> dict[str, int]:
    """Return for each anchor the index of its heading's last line.

    A heading that the reader sees in what looks like a fence is left out:
    its block could not be told from an example afterwards. So is one behind
    which a comment begins and goes on.
    """
    body = _body(lines)
    commented = set(lines_in_comments(body))
    shown = without_comments(body).split("\n")[: len(lines)]
    code = fenced(lines)
    ends = {}
    for section in notes.sections:
        start = section.line - 1
        if section.level and start < len(lines):
            end = _heading_end(shown, start)
            if not (end is None or code[end] or end in commented):
                ends[section.anchor] = end
    return ends


def _body(lines: Sequence[str]) -> str:
    """Return lines with line feeds alone, front matter emptied."""
    text = "\n".join(line.rstrip("\r\n") for line in lines)
    return blank_front_matter(text.removeprefix("\ufeff"))


def _heading_end(lines: Sequence[str], start: int) -> int | None:
    end = start
    if not _HASH_HEADING.match(lines[start].rstrip("\r\n")):
        end = start + 1
        while end < len(lines) and not _matches(_UNDERLINE, lines[end]):
            end += 1
    if end + 1 < len(lines) and _matches(_ATTRIBUTES, lines[end + 1]):
        return end + 1
    return end if end < len(lines) else None


def _matches(pattern: re.Pattern[str], line: str) -> bool:
    return pattern.fullmatch(line.rstrip("\r\n")) is not None


def _image(picture: Picture, folder: Path) -> str:
    alt = " ".join(picture.title.split())
    alt = alt.replace("&", "&#38;").replace("%%", "&#37;&#37;")
    alt = _BACKSLASHED.sub(r"\\\1", alt)
    return f"![{alt.translate(_ENTITIES)}]({_address(picture.path, folder)})"


def _address(picture: Path, folder: Path) -> str:
    try:
        relative = os.path.relpath(picture, folder)
    except ValueError:
        raise FileProblemError(
            picture, "is on another drive than the notes; choose --pictures"
        ) from None
    return quote(os.fsencode(Path(relative).as_posix()))
