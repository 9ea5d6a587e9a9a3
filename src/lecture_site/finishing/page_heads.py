"""What the pages of a built site say of themselves in their heads."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag

_HEAD = re.compile(r"<head>.*?</head>", re.DOTALL)


def head(path: Path) -> BeautifulSoup:
    """Return the head of a page."""
    found = _HEAD.search(path.read_text(encoding="utf-8"))
    return BeautifulSoup(found[0] if found else "", "html.parser")


def meta(page: BeautifulSoup, name: str) -> str:
    """Return what a page says of itself under a name; nothing if it does not.

    Parameters
    ----------
    page : BeautifulSoup
        The head of the page.
    name : str
        Such as ``description`` or ``og:image``.
    """
    for key in ("name", "property"):
        element = page.find("meta", attrs={key: name})
        if isinstance(element, Tag):
            return str(element.get("content", ""))
    return ""
