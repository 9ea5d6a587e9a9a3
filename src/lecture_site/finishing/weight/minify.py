"""Pages without the indentation and the empty lines of their templates."""

from __future__ import annotations

import re
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.finishing.built_pages import rewrite_pages

_AS_WRITTEN = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def tidy_pages(_: Project, site: Path) -> None:
    """Drop white space that no reader sees."""
    rewrite_pages(site, tidied)


def tidied(page: str) -> str:
    """Return a page with line ends in place of longer white space."""
    parts = _AS_WRITTEN.split(page)
    parts[::2] = [re.sub(r"\s*\n\s*", "\n", part) for part in parts[::2]]
    return "".join(parts)
