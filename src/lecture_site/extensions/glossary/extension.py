"""A Markdown extension: the first use of a term leads to the glossary.

A page names a term in its prose; the reader points at it and sees the first
sentence of its definition, or follows it to the whole. Links to the glossary
that an author wrote by hand get the same tooltip.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from lecture_site.basics.project import Project
from lecture_site.extensions.glossary.entries import PAGE, Entry, entries_of
from lecture_site.extensions.glossary.marks import Marker
from lecture_site.extensions.page_context import page_of, problem_on_page

_ABBREVIATION = re.compile(r"^\*\[([^\]]+)\]:")


class _Terms(Treeprocessor):
    def run(self, root: Element) -> None:
        entries = entries_of(Project.here())
        page = page_of(self.md).removeprefix("docs/")
        if entries and page != PAGE:
            glossary = posixpath.relpath(PAGE, posixpath.dirname(page) or ".")
            self._explain_links(root, entries, glossary)
            Marker(entries, glossary).mark(root)

    def _explain_links(
        self, root: Element, entries: Iterable[Entry], glossary: str
    ) -> None:
        """Give links that an author wrote the tooltip of their term."""
        known = {f"{glossary}#{entry.anchor}": entry for entry in entries}
        for link in root.iter("a"):
            target = link.get("href", "")
            if target in known:
                link.set("class", "term")
                link.set("title", known[target].tooltip)
            elif target.startswith(f"{glossary}#"):
                near = difflib.get_close_matches(target, known, n=3)
                hint = f"; nearest: {', '.join(near)}" if near else ""
                raise problem_on_page(
                    self.md,
                    f"the glossary has no term for '{target}'{hint}",
                    f"add the term to docs/{PAGE}, or correct the link",
                    target,
                )


class _Ids(Treeprocessor):
    """Gives each entry on the page of the glossary its id."""

    def run(self, root: Element) -> None:
        if page_of(self.md) == f"docs/{PAGE}":
            entries = entries_of(Project.here())
            anchors = {entry.names[0]: entry.anchor for entry in entries}
            for group in root.iter("dl"):
                group.set("class", "glossary")
                for name in group.iter("dt"):
                    self._set_id(name, anchors)

    def _set_id(self, name: Element, anchors: dict[str, str]) -> None:
        anchor = anchors.get("".join(name.itertext()))
        if anchor:
            name.set("id", anchor)


class _NoAbbreviations(Preprocessor):
    """Refuses ``*[ABBR]: meaning``: an abbreviation is a term like others."""

    def run(self, lines: list[str]) -> list[str]:
        for line in lines:
            match = _ABBREVIATION.match(line)
            if match:
                raise problem_on_page(
                    self.md,
                    f"the abbreviation '{match[1]}' is explained on the page",
                    f"delete the line; add '{match[1]}' to docs/{PAGE} if "
                    "it is not there, and every page will explain it",
                    match[0],
                )
        return lines


class GlossaryExtension(Extension):
    """Marks the terms of the glossary on every page."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register before anchors are collected and links are rewritten.

        Terms are marked after typed numbers were looked for, which a link
        in between would hide, and after the headings have their ids.
        """
        md.preprocessors.register(_NoAbbreviations(md), "lecture-abbr", 20)
        md.treeprocessors.register(_Ids(md), "lecture-glossary-ids", 7)
        md.treeprocessors.register(_Terms(md), "lecture-glossary", 4)


def makeExtension(**options: Any) -> GlossaryExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return GlossaryExtension(**options)
