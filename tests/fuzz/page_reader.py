"""The page reader: every fence that is seen has its line, and none shows it.

The renderer decides what is a fence, and the scanner where it stands; both
must mean the same.
"""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from pymdownx.superfences import SuperFencesException

from lecture_site.extensions.fence_lines import (
    LINE_MARK,
    OPENING,
    with_lines,
    with_origins,
)
from lecture_site.extensions.typed_numbers import typed_results
from lecture_site.notebooks.outline import headings, outline
from lecture_site.notebooks.prose import NOWHERE, prose
from lecture_site.pages import reader

_EXTENSIONS = [
    *("admonition", "attr_list", "def_list", "footnotes", "md_in_html"),
    *("tables", "pymdownx.details", "pymdownx.superfences"),
    *("pymdownx.tabbed", "lecture_site.extensions.fences"),
]


def one_input(data: bytes) -> None:
    """Read a page."""
    text = data.decode(errors="ignore")
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # as files are read
    lines = text.split("\n")
    assert len(with_origins(lines)) == len(lines)
    marked = with_lines(text, text)
    now = marked.split("\n")
    for number, (before, after) in enumerate(zip(lines, now, strict=True)):
        if before != after:
            assert LINE_MARK.findall(after)[-1] == str(number + 1)
    if "line=" not in text and "origin=" not in text:
        _assert_seen(marked, lines)
    for heading in headings(outline(marked)):
        prose(heading.text, NOWHERE)
    typed_results(text)


def _assert_seen(marked: str, lines: list[str]) -> None:
    seen: list[int] = []

    def show(
        _source: str,
        _language: str,
        _class_name: str,
        options: dict[str, Any],
        _md: Markdown,
        **_: object,
    ) -> str:
        seen.append(int(options.pop("line", 0)))
        return "<pre></pre>"

    try:
        html = _renderer(show).convert(marked)
    except SuperFencesException:
        return
    assert "line=" not in html
    assert "origin=" not in html
    for line in filter(None, seen):
        assert OPENING.match(lines[line - 1]), line


def _renderer(formatter: object) -> Markdown:
    fence = {
        "name": "*",
        "class": "",
        "format": formatter,
        "validator": reader._accept,
    }
    options = {"disable_indented_code_blocks": True, "custom_fences": [fence]}
    return Markdown(
        extensions=_EXTENSIONS,
        extension_configs={"pymdownx.superfences": options},
    )
