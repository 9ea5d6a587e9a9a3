"""A Markdown extension: sections that a first reading leaves out are folded.

``### Title { .deeper }`` folds the section that it begins. The title is what
opens it, so that contents, search and links lead to it as to any other; a
browser opens it for those who print or come by a link to what is within.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from lecture_site.extensions.page_context import HEADINGS, problem_on_page

_DEEPER = "deeper"  # the class of the heading, and of what is folded
_LABEL = "Going deeper"


class _Fold(Treeprocessor):
    def run(self, root: Element) -> None:
        for block in list(root.iter()):
            if _DEEPER in block.get("class", "").split():
                blocks = list(root)
                if block not in blocks or block.tag not in HEADINGS:
                    raise self._problem("".join(block.itertext()))
                _fold(root, _section(block, blocks))

    def _problem(self, near: str) -> Exception:
        return problem_on_page(
            self.md,
            f"only a section goes deeper: {near[:40]}",
            f"write {{ .{_DEEPER} }} behind a heading that stands in no box "
            "and in no section that goes deeper",
            near[:20],
        )


def _section(heading: Element, blocks: list[Element]) -> list[Element]:
    """Return a heading and what follows it, up to the next of its rank."""
    higher = HEADINGS[: HEADINGS.index(heading.tag) + 1]
    begin = blocks.index(heading)
    after = range(begin + 1, len(blocks))
    end = next((i for i in after if blocks[i].tag in higher), len(blocks))
    return blocks[begin:end]


def _fold(root: Element, section: list[Element]) -> None:
    folded = Element("details", {"class": _DEEPER})
    folded.tail = "\n"
    root.insert(list(root).index(section[0]), folded)
    for block in section:
        root.remove(block)
    heading, *rest = section
    del heading.attrib["class"]
    for link in heading.findall("a[@class='headerlink']"):
        heading.remove(link)  # nothing to click within what is clicked
    summary = SubElement(folded, "summary")
    summary.append(heading)
    heading.tail = None
    said = SubElement(summary, "small", {"class": "deeper__label"})
    said.text = _LABEL
    folded.extend(rest)


class DeeperExtension(Extension):
    """Folds the sections that are marked as going deeper."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register when slides stand in their sections."""
        md.treeprocessors.register(_Fold(md), "lecture-deeper", 1)


def makeExtension(**options: Any) -> DeeperExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return DeeperExtension(**options)
