"""Chooses what of a page becomes a notebook, in the order of the page.

Taken are the headings, the first paragraph below each, the paragraph right
before a listing, and the listings. A section that has none of these is left
to the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lecture_site.basics.project import Project
from lecture_site.notebooks.outline import (
    Box,
    Fence,
    Heading,
    Part,
    Prose,
    headings,
)
from lecture_site.notebooks.prose import NOWHERE, Address, code_block, prose
from lecture_site.notebooks.wheel import is_in_wheel
from lecture_site.pages.reader import Block
from lecture_site.products.listings import Listing, find_listing

_HEADING = re.compile(r'<h[1-6]\b[^>]*?\bid="([^"]*)"')
# It has a heading of its own, and stands in cells of its own.
_EXERCISE = re.compile(
    r'<section\b[^>]*\bclass="exercise".*?</section>', re.DOTALL
)


@dataclass(frozen=True)
class Cell:
    """Prose or code.

    Parameters
    ----------
    source : str
        Markdown, or Python that the notebook runs.
    is_code : bool
        Which of the two.
    listing : Listing, optional
        The program that the code is.
    is_task : bool
        Whether the reader is to write into it.
    """

    source: str
    is_code: bool = False
    listing: Listing | None = None
    is_task: bool = False

    @property
    def name(self) -> str:
        """The path of the program as messages name it; else empty."""
        if self.listing is None:
            return ""
        return Project.here().relative(self.listing.path)


def anchors(parts: Sequence[Part], html: str) -> dict[int, str]:
    """Return the anchor of each heading, by the heading's identity.

    Raises
    ------
    ValueError
        If the page shows other headings than its outline has.
    """
    own = _EXERCISE.sub("", html)
    found = zip(headings(parts), _HEADING.findall(own), strict=True)
    return {id(heading): anchor for heading, anchor in found}


class CellWriter:
    """Writes the cells of one page.

    Parameters
    ----------
    blocks : mapping of int to Block
        What the page shows, by line.
    anchors : mapping of int to str
        See `anchors`.
    address : Address
        Where the page is read.
    project : Project
        The checkout.
    """

    def __init__(
        self,
        blocks: Mapping[int, Block],
        anchors: Mapping[int, str],
        address: Address,
        project: Project,
    ) -> None:
        self._blocks, self._anchors = blocks, anchors
        self._address, self._project = address, project
        self._cells: list[Cell] = []
        self._said: list[str] = []  # becomes the next cell of prose
        self._above: list[Heading] = []  # headings that nothing stands under
        self._before: list[str] = []  # boxes' titles and warnings
        self._paragraph = ""  # the last one before a listing
        self._opening = False  # whether a first paragraph is awaited

    def cells(self, parts: Sequence[Part]) -> list[Cell]:
        """Return the cells of a page."""
        for part in parts:
            if isinstance(part, Heading):
                self._begin(part)
            elif isinstance(part, Prose) and self._opening:
                self._say(prose(part.text, self._address))
            else:
                self._pass(part)
        self._end_cell()
        return self._cells

    def _begin(self, heading: Heading) -> None:
        over = [h for h in self._above if h.level < heading.level]
        self._above = [*over, heading] if heading.level > 1 else []
        self._before, self._paragraph, self._opening = [], "", True

    def _pass(self, part: Part) -> None:
        """Note what may stand before a listing, and show listings."""
        if isinstance(part, Prose):
            self._paragraph = prose(part.text, self._address)
        elif isinstance(part, Fence):
            block = self._blocks.get(part.line)
            if block and block.is_python:
                self._show(block)
        elif isinstance(part, Box):
            self._open(part)

    def _open(self, box: Box) -> None:
        title = f"**{prose(box.title, self._address)}**"
        if any(fence.line in self._blocks for fence in box.fences):
            self._before += [self._paragraph, title]
            self._paragraph = ""
            for part in box.parts:
                self._pass(part)
        elif box.kind == "danger":  # says that what follows is wrong
            words = [p.text for p in box.parts if isinstance(p, Prose)]
            said = [prose(text, self._address) for text in words]
            self._before += [self._paragraph, title, *said]
            self._paragraph = ""

    def _show(self, block: Block) -> None:
        for text in (*self._before, self._paragraph):
            self._say(text)
        self._before, self._paragraph = [], ""
        listing = find_listing(block.source, self._project)
        note = self._why_not(block, listing)
        if note:
            self._say(code_block(block.source))
            self._say(note)
        else:
            self._say("")
            self._end_cell()
            source = block.source.strip("\n")
            self._cells.append(Cell(source, True, listing))

    def _why_not(self, block: Block, listing: Listing | None) -> str:
        """Return why a block is shown and not run; empty if it is run."""
        if block.excuse:
            return f"*Not run: {block.excuse}.*"
        if listing is None:
            return "*Not run.*"
        path = self._project.relative(listing.path)
        if listing.section:
            module = path.removeprefix("src/").removesuffix(".py")
            return f"*A part of `{module.replace('/', '.')}`.*"
        if not is_in_wheel(listing.path, self._project):
            return f"*Not run here: `{path}` needs the whole repository.*"
        return ""

    def _say(self, text: str) -> None:
        for heading in self._above:
            self._end_cell()
            self._said.append(self._linked(heading))
        self._above, self._opening = [], False
        if text:
            self._said.append(text)

    def _linked(self, heading: Heading) -> str:
        text = prose(heading.text, NOWHERE)
        here = self._address.page.rpartition("/")[2]
        target = self._address.of(f"{here}#{self._anchors[id(heading)]}")
        linked = f"[{text}]({target})" if target else text
        return f"{'#' * heading.level} {linked}"

    def _end_cell(self) -> None:
        if self._said:
            self._cells.append(Cell("\n\n".join(self._said)))
            self._said = []
