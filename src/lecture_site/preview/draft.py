"""Two drafts compared: which pages a browser should show anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def addresses_that_differ(old: Path, new: Path) -> list[str]:
    """Return the addresses of the pages that are not the same in both."""
    return sorted(
        name.removesuffix("index.html")
        for name in {*_pages(old), *_pages(new)}
        if _content(old / name) != _content(new / name)
    )


def _pages(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.html"):
        yield path.relative_to(folder).as_posix()


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
