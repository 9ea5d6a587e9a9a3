"""The pages of a built site, as the steps after MkDocs read them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def built_pages(site: Path) -> list[Path]:
    """Return the pages of a built site, in a fixed order."""
    return sorted(site.rglob("*.html"))


def pages_to_read(site: Path) -> list[Path]:
    """Return the pages of a built site but for the one that is not there."""
    return [page for page in built_pages(site) if page.name != "404.html"]


def addresses(site: Path) -> list[str]:
    """Return the addresses of all pages within the site; "" is the first.

    Addresses that only lead on to another page are none.
    """
    folders = [
        page.parent.relative_to(site).as_posix()
        for page in built_pages(site)
        if page.name == "index.html"
        and not leads_on(page.read_text(encoding="utf-8"))
    ]
    return ["" if folder == "." else f"{folder}/" for folder in folders]


def leads_on(page: str) -> bool:
    """Tell whether a page only leads on to another; see `redirects`."""
    return '<meta http-equiv="refresh"' in page


def texts_of(files: list[Path]) -> str:
    """Return the files one below the other."""
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def rewrite_pages(site: Path, change: Callable[[str], str]) -> None:
    """Give the text of every page to a function and keep what it returns."""
    for page in built_pages(site):
        text = change(page.read_text(encoding="utf-8"))
        page.write_text(text, encoding="utf-8", newline="\n")
