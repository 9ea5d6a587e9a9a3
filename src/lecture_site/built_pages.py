"""The pages of a built site, as the steps after MkDocs read them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def built_pages(site: Path) -> list[Path]:
    """Return the pages of a built site, in a fixed order."""
    return sorted(site.rglob("*.html"))


def texts_of(files: list[Path]) -> str:
    """Return the files one below the other."""
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def rewrite_pages(site: Path, change: Callable[[str], str]) -> None:
    """Give the text of every page to a function and keep what it returns."""
    for page in built_pages(site):
        text = change(page.read_text(encoding="utf-8"))
        page.write_text(text, encoding="utf-8", newline="\n")
