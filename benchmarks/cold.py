"""Everything made from nothing, beside others that execute the listings.

Ours runs every listing, every part of the teaching code and every lab, draws
every figure, measures every number, executes the notebooks of the pages,
matches the slides, and writes the site with its search and its copy to take
away. Sphinx with MyST-NB and MkDocs with mkdocs-jupyter execute the listings,
a kernel a page, and the labs, and write their pages; figures are given to
them drawn, and numbers as text. Sphinx works on all cores, as ours does;
MkDocs has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frame.books import Pages, write_mkdocs_jupyter, write_myst
from frame.checkout import WORK, Checkout, copy_of_this_project, delete
from frame.choices import CHOSEN
from frame.commands import run
from frame.pages import pages
from frame.pairs import interleaved
from frame.peers import peers_program
from frame.rows import Row, row

ONE_PAGE = "summary"  # for a quick look
PEERS = {
    "MyST-NB": ("Sphinx and MyST-NB, executing the listings", 0.25),
    "mkdocs-jupyter": ("MkDocs and mkdocs-jupyter, executing them", 0.5),
}


def rows() -> Iterator[Row]:
    """Yield a row for each peer and one for the listings alone."""
    project = copy_of_this_project("cold")
    shown = pages(project.root)
    if CHOSEN.quick:
        shown = {name: shown[name] for name in ("index", ONE_PAGE)}
    contestants = {
        "MyST-NB": lambda: _myst(project, shown),
        "mkdocs-jupyter": lambda: _mkdocs_jupyter(project, shown),
        "listings": lambda: _listings(project),
        "ours": lambda: _ours(project),
    }
    for samples in interleaved("cold", contestants, CHOSEN.rounds(usual=3)):
        for peer, (peer_is, goal) in PEERS.items():
            yield row(
                f"cold_{peer.lower().replace('-', '_')}",
                samples["ours"],
                samples[peer],
                title="`make site` with everything made from nothing",
                peer_is=peer_is,
                unit="s",
                goal=goal,
            )
        yield row(
            "cold_listings",
            samples["listings"],
            title="All listings run and compared, and nothing else",
            unit="s",
        )


def _ours(project: Checkout) -> float:
    if CHOSEN.quick:
        return _listings(project)
    project.forget()
    return project.build().seconds


def _listings(project: Checkout) -> float:
    script = "scripts/record_outputs.py"
    return project.python(script, "--check", "--all").seconds


def _myst(project: Checkout, shown: Pages) -> float:
    folder = _fresh("book_myst")
    write_myst(shown, project.root / "docs", folder)
    sphinx = peers_program("sphinx-build")
    command = [sphinx, "--quiet", "--jobs", "auto", folder, folder / "_build"]
    return run(command, folder, project.environment).seconds


def _mkdocs_jupyter(project: Checkout, shown: Pages) -> float:
    folder = _fresh("book_mkdocs_jupyter")
    write_mkdocs_jupyter(shown, project.root / "docs", folder)
    command = [peers_program("python"), "-m", "mkdocs", "build", "--quiet"]
    return run(command, folder, project.environment).seconds


def _fresh(name: str) -> Path:
    delete(WORK / name)
    return WORK / name
