"""Small files that every page loads, joined into one of each kind.

For their authors they are apart; a reader's browser asks for one, and it
packs better.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.finishing.built_pages import rewrite_pages

# In the order in which mkdocs.yml names them.
JOINED = {
    "site.css": ("temml", "lecture", "blocks", "slides", "print", "search"),
    "site.js": ("follow", "keyboard", "offline", "search"),
}


def join_assets(_: Project, site: Path) -> None:
    """Write the joined files and let the pages load them."""
    for name, parts in JOINED.items():
        kind = name.rpartition(".")[2]
        files = [site / "assets" / f"{part}.{kind}" for part in parts]
        if all(file.is_file() for file in files):
            texts = [file.read_text(encoding="utf-8") for file in files]
            joined = site / "assets" / name
            joined.write_text("\n".join(texts), encoding="utf-8", newline="\n")
            rewrite_pages(site, _loader(name, parts))
            for file in files:
                file.unlink()


def _loader(name: str, parts: tuple[str, ...]) -> Callable[[str], str]:
    """Return what makes a page load a joined file in place of its parts."""
    kind = name.rpartition(".")[2]
    part = re.compile(
        r"[ \t]*<(?:link rel=\"stylesheet\" href|script src)=\"[^\"]*assets/"
        rf"((?:{'|'.join(parts)})\.{kind})\">(?:</script>)?\n?"
    )

    def load(page: str) -> str:
        first = part.search(page)
        if not first:
            return page
        head, tail = page[: first.start()], page[first.end() :]
        return head + first[0].replace(first[1], name) + part.sub("", tail)

    return load
