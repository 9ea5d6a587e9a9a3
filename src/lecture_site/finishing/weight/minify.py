"""Pages without the indentation and the empty lines of their templates."""

from __future__ import annotations

import re

from lecture_site.basics.project import Project
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page

_AS_WRITTEN = "pre, script, style, textarea"
_LINE_END = re.compile(r"[ \t]*\n[ \t\n]*")


def tidy_pages(_: Project, site: BuiltSite) -> None:
    """Drop white space that no reader sees."""
    for page in site.pages:
        tidy(page)


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
