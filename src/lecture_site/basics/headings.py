"""The headings of a page's source, by their anchors."""

from __future__ import annotations

import re
from pathlib import Path

from markdown.extensions.toc import slugify, unique

from lecture_site.basics.sources import read_source

_FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(
    r"^#{1,6} +(?P<text>.+?)(?: *\{:?(?P<attributes>[^{}]*)\})?[ \t]*$",
    re.MULTILINE,
)
_ID = re.compile(r"(?:^|\s)#([\w.-]+)")


def headings_of(page: Path) -> dict[str, str]:
    """Return the headings of a page by their anchors; none without a page.

    Parameters
    ----------
    page : Path
        Its Markdown.
    """
    if not page.is_file():
        return {}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for match in _HEADING.finditer(_FENCE.sub("", read_source(page))):
        own = _ID.search(match["attributes"] or "")
        text = match["text"].replace("`", "")
        anchor = own[1] if own else unique(slugify(text, "-"), taken)
        taken.add(anchor)
        found[anchor] = match["text"]
    return found
