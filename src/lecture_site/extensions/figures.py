"""A Markdown extension: our figures stand in the page, not beside it.

An image whose source is an SVG under ``figures/`` is replaced by that SVG,
so that it takes the colours of the page and its text can be read aloud.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.extensions.page_context import problem_on_page

# A page sets all colours; one that stands alone needs those of the file.
FALLBACK = re.compile(r"var\((--figure-\w+),#[0-9a-f]{6}\)")
PHONE = 365  # points; five inches are 360


class _Inline(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in root.iter():
            for image in list(parent):
                source = image.get("src", "")
                if image.tag == "img" and source.startswith("figures/"):
                    self._inline(image, source)

    def _inline(self, image: Element, source: str) -> None:
        docs = Project.here().docs
        path = docs / source
        drawn = path.resolve().is_relative_to((docs / "figures").resolve())
        if not (drawn and path.is_file()):
            function = source.removeprefix("figures/").removesuffix(".svg")
            raise problem_on_page(
                self.md,
                f"there is no figure '{source}'",
                f"write the function of figure '{function}' under "
                "src/lecture_figures and run 'make record'",
                source,
            )
        svg = read_source(path)
        tail = image.tail
        image.clear()
        image.tag = "span"
        image.tail = tail
        image.set("class", "drawing")
        if is_wide(svg):  # a phone scrolls it, so that its text stays legible
            image.set("class", "drawing drawing--wide")
            image.set("tabindex", "0")
        image.text = self.md.htmlStash.store(FALLBACK.sub(r"var(\1)", svg))


def is_wide(svg: str) -> bool:
    """Tell whether a drawing is too wide for a phone at its own size."""
    size = re.search(r'viewBox="0 0 ([\d.]+) ', svg)
    return size is not None and float(size[1]) > PHONE


class InlineFiguresExtension(Extension):
    """Replaces images of our figures by their SVG."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register after the inline patterns, before links are rewritten."""
        md.treeprocessors.register(_Inline(md), "lecture-figures", 15)


def makeExtension(**options: Any) -> InlineFiguresExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return InlineFiguresExtension(**options)
