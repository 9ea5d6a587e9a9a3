"""A Markdown extension: what a reader can touch has its place in a page.

``/// explorer | NAME`` begins a question with its choices (``- [x]`` is the
right one), the answer, and three numbered settings to try, each of which
begins with a link to a state, ``[ten layers](#layers=10)``. All of it is text
that stands alone; in a browser with scripts the explorer grows out of it.
Any page may link to a state, ``[so](NAME.md#explore-NAME?layers=10)``.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from lecture_site.basics.project import Project
from lecture_site.extensions.page_context import problem_on_page
from lecture_site.page_scripts import bundle

SOURCES = (bundle.SOURCES / bundle.EXPLORERS).as_posix()
N_TRIES = 3  # settings that surprise
_NAME = re.compile(r"[a-z][a-z_]*")
_CHOICE = re.compile(r"\[([ x])\]\s+")
_TO_STATE = re.compile(r"(.*#explore-[a-z_]+)(\?.*)")
_LAID_ASIDE = "data-laid-aside"
# As high as what will be touched, so that nothing moves when it comes.
_LIST, _ITEM = "margin:.4em 0", "margin:0 0 0 1.45rem;padding:.5rem 0"
_REMEDY = (
    "write the question, choices as '- [ ]' of which one is '- [x]', the "
    f"answer, and {N_TRIES} numbered settings to try"
)


class ExplorerBlock(Block):  # type: ignore[misc]
    """Turns a block of the page into the place of an explorer."""

    NAME = "explorer"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        """Return the place, which a script finds by its name."""
        name = self.argument.strip()
        if not _is_known(name):
            raise problem_on_page(
                self.md,
                f"there is no explorer '{name}'",
                f"correct the name, or write {SOURCES}/{name}/main.ts",
                f"explorer | {name}",
            )
        return SubElement(
            parent,
            "section",
            {
                "class": "admonition question explorer",
                "data-explorer": name,
                "id": f"explore-{name}",
                "aria-label": f"Explorer: {name.replace('_', ' ')}",
            },
        )

    def on_end(self, block: Element) -> None:
        """Sort what was written into its parts."""
        parts = list(block)
        tags = [part.tag for part in parts]
        if tags.count("ul") != 1 or tags.count("ol") != 1 or tags[-1] != "ol":
            raise self._problem("lacks a part, or has one twice")
        choices = tags.index("ul")
        question, answer = parts[:choices], parts[choices + 1 : -1]
        if not question or not answer:
            raise self._problem("has no question, or no answer")
        if len(parts[-1]) != N_TRIES:
            raise self._problem(f"has not {N_TRIES} settings to try")
        for part in parts:
            block.remove(part)
        title = SubElement(block, "p", {"class": "admonition-title"})
        title.text = "Predict first, then touch"
        _put(block, "div", "question", question)
        block.append(self._choices(parts[choices]))
        folded = _put(block, "details", "answer", answer)
        folded.set("class", "success explorer__answer")
        summary = Element("summary")
        summary.text = "Answer"
        folded.insert(0, summary)
        _put(block, "p", "tries-title", []).text = "Settings that surprise"
        parts[-1].set("class", "explorer__tries")
        block.append(parts[-1])

    def _choices(self, choices: Element) -> Element:
        choices.set("class", "explorer__choices")
        choices.set("style", _LIST)
        n_right = 0
        for choice in choices:
            words = (
                choice if choice.text and choice.text.strip() else choice[0]
            )
            marked = _CHOICE.match(words.text or "")
            if not marked:
                raise self._problem("has a choice without '[ ]' or '[x]'")
            words.text = (words.text or "")[marked.end() :]
            choice.set("style", _ITEM)
            if marked[1] == "x":
                choice.set("data-right", "")
                n_right += 1
        if n_right != 1:
            raise self._problem(f"has {n_right} right choices")
        return choices

    def _problem(self, what: str) -> Exception:
        name = self.argument.strip()
        return problem_on_page(
            self.md,
            f"the explorer '{name}' {what}",
            _REMEDY,
            f"explorer | {name}",
        )


def _put(
    block: Element, tag: str, name: str, children: list[Element]
) -> Element:
    part = SubElement(block, tag, {"class": f"explorer__{name}"})
    part.extend(children)
    return part


def _is_known(name: str) -> bool:
    folder = Project.here().root / SOURCES / name
    return bool(_NAME.fullmatch(name)) and (folder / "main.ts").is_file()


class _States(Treeprocessor):
    """Makes words of links to states: only a script can follow them."""

    def run(self, root: Element) -> None:
        for explorer in root.iter("section"):
            if explorer.get("data-explorer"):
                for tries in explorer.findall("ol"):
                    self._mark(explorer, tries)

    def _mark(self, explorer: Element, tries: Element) -> None:
        for each in tries:
            link = each.find(".//a")
            if link is None or not link.get("href", "").startswith("#"):
                name = explorer.get("data-explorer", "")
                raise problem_on_page(
                    self.md,
                    f"a setting to try of the explorer '{name}' has no state",
                    "begin it with a link such as [ten layers](#layers=10)",
                    f"explorer | {name}",
                )
            state = link.get("href", "").removeprefix("#")
            link.tag = "strong"
            link.attrib.clear()
            link.set("data-state", state)


class _Aside(Treeprocessor):
    """Lays states aside while links are checked, which know anchors only."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            found = _TO_STATE.fullmatch(link.get("href", ""))
            if found:
                link.set("href", found[1])
                link.set(_LAID_ASIDE, found[2])


class _Back(Treeprocessor):
    """Puts the states back."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            state = link.attrib.pop(_LAID_ASIDE, "")
            if state:
                link.set("href", link.get("href", "") + state)


class ExplorersExtension(BlocksExtension):  # type: ignore[misc]
    """Gives explorers their places."""

    def extendMarkdownBlocks(self, md: Markdown, blocks: Any) -> None:  # noqa: N802
        """Register the block, and what follows the inline patterns."""
        blocks.register(ExplorerBlock, self.getConfigs())
        md.treeprocessors.register(_States(md), "lecture-explorers", 12)
        # MkDocs makes links to pages addresses, with priority 0.
        md.treeprocessors.register(_Aside(md), "lecture-states-aside", 11)
        md.treeprocessors.register(_Back(md), "lecture-states-back", -1)


def makeExtension(**options: Any) -> Extension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return ExplorersExtension(**options)
