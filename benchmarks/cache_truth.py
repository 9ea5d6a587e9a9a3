"""Who notices a change: ours, MyST-NB's cache, mkdocs-jupyter's cache.

A small site shows programs that all say "one". One thing at a time is
changed so that one of them says "two", the site is built again as usual, and
the page says two or it does not. Each program notes that it ran, so it is
also told how many were made again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frame.books import Pages, write_mkdocs_jupyter, write_myst
from frame.checkout import ROOT, WORK, delete
from frame.commands import run
from frame.log import say
from frame.pages import Part, pages
from frame.peers import peers_program
from frame.results import HERE, write
from frame.rows import ABSOLUTE, Row, row

sys.path.insert(0, str(ROOT / "tests" / "lecture_site"))
import changing_site as changing

TABLE = HERE / "cache_truth.json"
# The peers have no figures of their own: a cell calls the function.
FIGURE = """\
import runpy

from teaching.place import ROOT

module = runpy.run_path(str(ROOT / "src/lecture_figures/page.py"))
print(module["line"]().alt)"""


@dataclass(frozen=True)
class Tool:
    """A tool that builds the small site.

    Parameters
    ----------
    build : callable
        Builds the site whose folder it is given.
    page : str
        Where the page is then, from that folder.
    """

    build: Callable[[Path], object]
    page: str


def rows() -> Iterator[Row]:
    """Yield a row for each peer: the changes that pass unnoticed."""
    found = {name: _looked_at(name, tool) for name, tool in TOOLS.items()}
    write(_table(found), TABLE)
    for peer in ("MyST-NB", "mkdocs-jupyter"):
        yield row(
            f"unnoticed_{peer.lower().replace('-', '_')}",
            [_unnoticed(found["ours"])],
            [_unnoticed(found[peer])],
            title="Changes after which a page shows what is no longer true",
            peer_is=f"the cache of {peer}",
            unit=f"of {len(changing.CHANGES)}",
            goal=0,
            goal_of=ABSOLUTE,
        )


def _looked_at(name: str, tool: Tool) -> list[dict[str, Any]]:
    """Return for each change whether the page shows it, and what ran."""
    root = WORK / f"truth_{name.lower().replace('-', '_')}"
    delete(root)
    changing.make_changing_site(root)
    tool.build(root)
    found = []
    for change in changing.CHANGES:
        changing.noted(root)
        changing.apply(change, root)
        tool.build(root)
        page = (root / tool.page).read_text(encoding="utf-8")
        again = len(changing.noted(root))
        found.append({"noticed": change.shown in page, "again": again})
        say(f"cache truth: {name}, {change.what}: {found[-1]}")
    return found


def _unnoticed(found: list[dict[str, Any]]) -> float:
    return float(sum(not one["noticed"] for one in found))


def _table(found: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return a row for each change, with what each tool made of it."""
    return [
        {"change": change.what, "needed": len(change.again)}
        | {name: looked_at[number] for name, looked_at in found.items()}
        for number, change in enumerate(changing.CHANGES)
    ]


def _ours(root: Path) -> None:
    building = changing.started(root)
    said, _ = building.communicate()
    if building.returncode:
        raise RuntimeError(said)


def _myst(root: Path) -> None:
    book = root / "book"
    write_myst(_as_cells(root), root / "docs", book)
    sphinx = peers_program("sphinx-build")
    command = [sphinx, "--quiet", book, book / "_build"]
    run(command, root, changing.environment(root))


def _mkdocs_jupyter(root: Path) -> None:
    book = root / "book"
    write_mkdocs_jupyter(_as_cells(root), root / "docs", book)
    command = [peers_program("python"), "-m", "mkdocs", "build", "--quiet"]
    run(command, book, changing.environment(root))


def _as_cells(root: Path) -> Pages:
    """Return the pages as notebooks; a peer draws the figure in a cell."""
    if not (root / "measured.json").exists():
        _ours(root)
    shown = pages(root)
    return shown | {"page": [*shown["page"], Part(FIGURE, is_cell=True)]}


TOOLS = {
    "ours": Tool(_ours, ".cache/draft/page/index.html"),
    "MyST-NB": Tool(_myst, "book/_build/page.html"),
    "mkdocs-jupyter": Tool(_mkdocs_jupyter, "book/site/page/index.html"),
}
