"""Small files that every page loads, joined into one of each kind.

For their authors they are apart; a reader's browser asks for one, and it
packs better.
"""

from __future__ import annotations

from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page

# In the order in which mkdocs.yml names them.
JOINED = {
    "site.css": ("temml", "lecture", "blocks", "slides", "print", "search"),
    "site.js": ("follow", "keyboard", "offline", "search"),
}


def join_assets(_: Project, site: BuiltSite) -> None:
    """Write the joined files and let the pages load them."""
    for name, parts in JOINED.items():
        kind = name.rpartition(".")[2]
        files = [f"assets/{part}.{kind}" for part in parts]
        paths = [site.folder / file for file in files]
        if all(path.is_file() for path in paths):
            _join(paths, site.folder / "assets" / name)
            for page in site.pages:
                load_joined(page, files, name)


def _join(parts: list[Path], target: Path) -> None:
    text = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    target.write_text(text, encoding="utf-8", newline="\n")
    for part in parts:
        part.unlink()


def load_joined(page: Page, files: list[str], name: str) -> None:
    """Let a page load a joined file in place of the first of its parts."""
    loads = [load for load in page.loads() if load.file in files]
    for load in loads[:1]:
        load.change(f"{load.address.rpartition('/')[0]}/{name}")
    for load in loads[1:]:
        load.element.decompose()
