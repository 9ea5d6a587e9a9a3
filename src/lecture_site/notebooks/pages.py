"""Which pages have a notebook, what is in it and what it needs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.notebooks.cells import Cell, CellWriter, anchors
from lecture_site.notebooks.exercises import exercise_cells
from lecture_site.notebooks.outline import Heading, outline
from lecture_site.notebooks.prose import NOWHERE, Address, prose
from lecture_site.notebooks.wheel import has_package
from lecture_site.pages.reader import Reading
from lecture_site.products.listings import Listing
from lecture_site.staleness.fingerprint import dependencies, imported_names


@dataclass(frozen=True)
class PageNotebook:
    """The code of a page with what is said about it.

    Parameters
    ----------
    page : str
        The page as a path from the root.
    title : str
        Its heading, linked where the site's address is known.
    cells : tuple of Cell
        All but the first two, which are the same for all pages.
    """

    page: str
    title: str
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        """The name of its files."""
        return Path(self.page).stem

    @property
    def listings(self) -> list[Listing]:
        """The programs that it runs."""
        return [cell.listing for cell in self.cells if cell.listing]


def page_notebooks(reading: Reading, project: Project) -> list[PageNotebook]:
    """Return the notebooks of all pages that show a program.

    Where there is no package to install, there are none.
    """
    if not has_package(project):
        return []
    pages = dict.fromkeys(block.page for block in reading.python_blocks)
    notebooks = (_notebook(page, reading, project) for page in pages)
    found = [notebook for notebook in notebooks if notebook.listings]
    for notebook in found:
        _refuse_another(notebook, reading.html)
    return found


def _refuse_another(notebook: PageNotebook, pages: Iterable[str]) -> None:
    """Raise a problem if another page would offer a notebook for its own."""
    for page in pages:
        if page != notebook.page and Path(page).stem == notebook.name:
            what = f"this page and {notebook.page} have one notebook"
            remedy = "rename the file of one of them"
            raise ProblemError(Problem(what, remedy, page))


def _notebook(page: str, reading: Reading, project: Project) -> PageNotebook:
    parts = outline(reading.markdown[page])
    address = Address(reading.site_url, page)
    blocks = {b.line: b for b in reading.blocks if b.page == page}
    writer = CellWriter(
        blocks, anchors(parts, reading.html[page]), address, project
    )
    first = next(part for part in parts if isinstance(part, Heading))
    title, target = prose(first.text, NOWHERE), address.of(Path(page).name)
    return PageNotebook(
        page,
        f"[{title}]({target})" if target else title,
        (*writer.cells(parts), *exercise_cells(Path(page).stem, project)),
    )


def packages_of(listings: Iterable[Listing], project: Project) -> set[str]:
    """Return the names of all packages that listings import."""
    paths = {
        path
        for listing in listings
        for path in dependencies(listing.path, project)
        if path.suffix == ".py"
    }
    names = (name for path in paths for name in imported_names(path))
    modules = {name.partition(".")[0] for name in names}
    own = {path.stem for path in project.sources.iterdir()}
    foreign = modules - own - sys.stdlib_module_names
    return {"numpy", *_distributions(foreign)}


def _distributions(modules: Iterable[str]) -> Iterator[str]:
    known = _known_distributions()
    return (known[module][0] for module in modules if module in known)


@cache
def _known_distributions() -> dict[str, list[str]]:
    return dict(packages_distributions())
