"""Small files that every page loads, joined into one of each kind.

For their authors they are apart; a reader's browser asks for one, and it
packs better. Which they are, `mkdocs.yml` says.
"""

from __future__ import annotations

import re
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page

# Where a page loads what is joined. A script in the head is there for a
# reason: it has to run before the page is drawn, and the others after that.
KINDS = {"css": "head", "js": "body"}
# Comments that have a line of their own, indentation and empty lines.
_FOR_AUTHORS = re.compile(r"^[ \t]*//.*\n|^[ \t]+|^\n", re.MULTILINE)


def join_assets(_: Project, site: BuiltSite) -> None:
    """Write the joined files and let the pages load them."""
    for kind in KINDS:
        files = loaded_everywhere(site, kind)
        if files:
            joined = site.folder / "assets" / f"site.{kind}"
            _join([site.folder / file for file in files], joined)
            for page in site.pages:
                load_joined(page, files, joined.name)


def loaded_everywhere(site: BuiltSite, kind: str) -> list[str]:
    """Return the site's own files that all pages load, in their order.

    A page that only leads on to another loads nothing, and does not count.
    """
    own = re.compile(rf"assets/[^/]+\.{kind}")
    loads = [_files(page, KINDS[kind]) for page in site.pages]
    loads = [files for files in loads if files]
    return [
        file
        for file in next(iter(loads), [])
        if own.fullmatch(file)
        and (site.folder / file).is_file()
        and all(file in files for files in loads)
    ]


def _files(page: Page, within: str) -> list[str]:
    inside = {element.mem_id for element in page.tree.css(f"{within} *")}
    return [x.file for x in page.loads() if x.element.mem_id in inside]


def _join(parts: list[Path], target: Path) -> None:
    text = "\n".join(read_source(part) for part in parts)
    if target.suffix == ".js":
        text = _FOR_AUTHORS.sub("", text)
    for part in parts:
        part.unlink()
    target.write_text(text, encoding="utf-8", newline="\n")


def load_joined(page: Page, files: list[str], name: str) -> None:
    """Let a page load a joined file in place of the first of its parts."""
    loads = [load for load in page.loads() if load.file in files]
    for load in loads[:1]:
        load.change(f"{load.address.rpartition('/')[0]}/{name}")
    for load in loads[1:]:
        load.element.decompose()
