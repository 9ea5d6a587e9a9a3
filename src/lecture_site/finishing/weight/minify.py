"""Pages without what no browser needs: indentation, names of languages."""

from __future__ import annotations

import re

from lecture_site.basics.project import Project
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page

_AS_WRITTEN = "pre, script, style, textarea"
_NAMED_BY_ITS_TAG = "math[xmlns], svg[xmlns]"  # HTML knows both languages
_LINE_END = re.compile(r"[ \t]*\n[ \t\n]*")


def tidy_pages(_: Project, site: BuiltSite) -> None:
    """Drop what no reader sees."""
    for page in site.pages:
        tidy(page)
        forget_languages(page)


def forget_languages(page: Page) -> None:
    """Drop what XML must say of formulas and drawings, and empty groups."""
    for element in page.tree.css(_NAMED_BY_ITS_TAG):
        for name in ("xmlns", "xmlns:xlink"):
            if name in element.attributes:
                del element.attrs[name]
    for group in page.tree.css("defs:empty"):
        group.decompose()


def tidy(page: Page) -> None:
    """Leave a line end in place of longer white space around one."""
    page.tree.merge_text_nodes()  # of what stood around dropped elements
    kept = {
        node.mem_id
        for element in page.tree.css(_AS_WRITTEN)
        for node in element.traverse(include_text=True)
    }
    texts = [
        (node, text)
        for node in page.root.traverse(include_text=True)
        if "\n" in (text := node.text_content or "")
        and node.mem_id not in kept
    ]
    for node, text in texts:
        tidied = _LINE_END.sub("\n", text)
        if tidied != text:
            node.replace_with(tidied)
