"""The headings of a page's source, by their anchors."""

from __future__ import annotations

import re
from pathlib import Path

from markdown.extensions.toc import slugify, unique

from lecture_site.basics.sources import read_source
from lecture_site.extensions.fence_lines import without_fences

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
    text = "\n".join(without_fences(read_source(page).splitlines()))
    for match in _HEADING.finditer(text):
        own = _ID.search(match["attributes"] or "")
        plain = match["text"].replace("`", "")
        anchor = own[1] if own else unique(slugify(plain, "-"), taken)
        taken.add(anchor)
        found[anchor] = match["text"]
    return found
