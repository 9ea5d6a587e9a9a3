"""Everything made from nothing, beside others that execute the listings.

Ours runs every listing, every part of the teaching code and every lab, draws
every figure, measures every number, executes the notebooks of the pages,
matches the slides, and writes the site with its search and its copy to take
away. Sphinx with MyST-NB and MkDocs with mkdocs-jupyter execute the listings,
a kernel a page, and the labs, and write their pages; figures are given to
them drawn, and numbers as text. Where there is time for it, Sphinx also draws
and measures. It works on all cores, as ours does; MkDocs has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from frame.books import Pages, write_mkdocs_jupyter, write_myst
from frame.checkout import WORK, Checkout, copy_of_this_project, delete
from frame.choices import CHOSEN
from frame.commands import run
from frame.pages import pages, with_results
from frame.pairs import Run, interleaved
from frame.peers import peers_program
from frame.rows import Row, row

ONE_PAGE = "summary"  # for a quick look
# Of each peer: what it is, and the goal.
PEERS = {
    "MyST-NB": ("Sphinx and MyST-NB, executing the listings", 0.25),
    "mkdocs-jupyter": ("MkDocs and mkdocs-jupyter, executing them", 0.5),
    "MyST-NB, all": ("Sphinx and MyST-NB, drawing and measuring too", None),
}
FIGURES_IN_CELLS = "module://matplotlib_inline.backend_inline"


def rows() -> Iterator[Row]:
    """Yield a row for each peer and one for the listings alone."""
    project = copy_of_this_project("cold")
    contestants = _contestants(project)
    for samples in interleaved("cold", contestants, CHOSEN.rounds(usual=3)):
        for peer in [name for name in PEERS if name in samples]:
            peer_is, goal = PEERS[peer]
            yield row(
                f"cold_{_as_name(peer)}",
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


def _contestants(project: Checkout) -> dict[str, Run]:
    shown = pages(project.root)
    if CHOSEN.quick:
        shown = {name: shown[name] for name in ("index", ONE_PAGE)}
    found: dict[str, Run] = {
        "MyST-NB": partial(_myst, project, shown),
        "mkdocs-jupyter": partial(_mkdocs_jupyter, project, shown),
        "listings": partial(_listings, project),
        "ours": partial(_ours, project),
    }
    if CHOSEN.long:
        everything = {
            page: with_results(parts, page, project.root)
            for page, parts in shown.items()
        }
        found["MyST-NB, all"] = partial(_myst, project, everything)
    return found


def _as_name(peer: str) -> str:
    return peer.lower().replace(", ", "_").replace("-", "_")


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
    # A cache is of no use here, and pages that are read side by side would
    # all create its database.
    without_cache = ("-D", "nb_execution_mode=force")
    how = ("--quiet", "--jobs", "auto", *without_cache)
    command = [sphinx, *how, folder, folder / "_build"]
    return run(command, folder, _environment(project)).seconds


def _mkdocs_jupyter(project: Checkout, shown: Pages) -> float:
    folder = _fresh("book_mkdocs_jupyter")
    write_mkdocs_jupyter(shown, project.root / "docs", folder)
    command = [peers_program("python"), "-m", "mkdocs", "build", "--quiet"]
    return run(command, folder, _environment(project)).seconds


def _environment(project: Checkout) -> dict[str, str]:
    return project.environment | {"MPLBACKEND": FIGURES_IN_CELLS}


def _fresh(name: str) -> Path:
    delete(WORK / name)
    return WORK / name
