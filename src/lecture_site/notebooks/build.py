"""The notebooks of the pages: executed by the build, offered for download.

What a page's programs print in one kernel is a product of its own, so prose
can change and nothing runs again. Around it come the prose and the first
cells, which name the versions and install the package.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
from nbformat import v4
from rich.console import Console

from lecture_site.basics.problems import Problem, ProblemError, mention
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source, read_toml
from lecture_site.basics.targets import FileTarget
from lecture_site.notebooks.pages import (
    PageNotebook,
    packages_of,
    page_notebooks,
)
from lecture_site.notebooks.run import run_notebook
from lecture_site.notebooks.wheel import build_wheel
from lecture_site.notebooks.write import (
    Checked,
    about,
    as_notebook,
    as_script,
    for_binder,
    setup,
)
from lecture_site.pages.reader import Reading
from lecture_site.processes.isolated import Task
from lecture_site.products.making import bring_up_to_date
from lecture_site.products.product import Product, equal
from lecture_site.staleness.notebook_code import read_notebook

FOLDER = "notebooks"  # of the site
_SNIPPET = re.compile(r"snippets/\S+?\.py")
_AT_LEAST = re.compile(r"^([\w.-]+)>=([\d.]+)")


def bring_notebooks_up_to_date(
    reading: Reading, project: Project, date: str, console: Console
) -> list[Problem]:
    """Run what is stale and write what `publish_notebooks` copies.

    Parameters
    ----------
    reading : Reading
        What the pages show.
    project : Project
        The checkout.
    date : str
        The day of the commit.
    console : Console
        Where progress is shown.
    """
    shutil.rmtree(_ready(project), ignore_errors=True)
    notebooks = page_notebooks(reading, project)
    if not notebooks:
        return []
    products = {nb: _product(nb, project) for nb in notebooks}
    problems = bring_up_to_date(
        products.values(),
        project,
        record=True,
        console=console,
        named="notebooks of the pages",
    )
    if problems:
        return [_placed(problem, project) for problem in problems]
    try:
        return _write(products, reading, project, date)
    except ProblemError as error:
        return [error.problem]


def publish_notebooks(project: Project, site: Path) -> None:
    """Copy the notebooks into a built site."""
    if _ready(project).exists():
        shutil.copytree(_ready(project), site / FOLDER)


def counts(project: Project) -> dict[str, Any]:
    """Return which pages have a notebook, and how many programs they run."""
    ready = sorted(_ready(project).glob("*.ipynb"))
    written: list[Any] = [read_notebook(path) for path in ready]
    cells = [cell for notebook in written for cell in notebook.cells]
    return {
        "count": len(ready),
        "cells": sum("listing" in cell.metadata for cell in cells),
        "pages": [path.stem for path in ready],
    }


def _ready(project: Project) -> Path:
    return project.cache / FOLDER / "ready"


def _product(notebook: PageNotebook, project: Project) -> Product:
    source = project.cache / FOLDER / "programs" / f"{notebook.name}.ipynb"
    FileTarget(source).write_if_changed(_programs(notebook, project))
    first = project.relative(notebook.listings[0].path)
    name = f"notebook of {notebook.page}"
    return Product(
        task=Task(name, run_notebook, (str(source),)),
        source=source,
        target=FileTarget(project.cache / FOLDER / "run" / source.name),
        mentioned_as=first.removeprefix("snippets/"),
        again=f".venv/bin/jupyter execute {project.relative(source)}",
        compare=equal,
        is_committed=False,
    )


def _programs(notebook: PageNotebook, project: Project) -> str:
    """Return a notebook of the programs alone, with what each prints."""
    cells = [
        v4.new_code_cell(
            listing.source,
            id=f"listing-{number}",
            metadata={
                "listing": project.relative(listing.path),
                "prints": read_source(listing.output),
            },
        )
        for number, listing in enumerate(notebook.listings, start=1)
    ]
    return str(nbformat.writes(v4.new_notebook(cells=cells)))


def _placed(problem: Problem, project: Project) -> Problem:
    """Let a problem name the line of the listing that it speaks of."""
    named = _SNIPPET.search(problem.what)
    if named is None:
        return problem
    page, line = mention(project, named[0].removeprefix("snippets/"))
    return replace(problem, page=page, line=line)


def _write(
    products: dict[PageNotebook, Product],
    reading: Reading,
    project: Project,
    date: str,
) -> list[Problem]:
    wheel = build_wheel(project)
    site = f"{reading.site_url}{FOLDER}/" if reading.site_url else ""
    checked = Checked(date, wheel, site, _oldest(project))
    _ready(project).mkdir(parents=True)
    shutil.copy(wheel.path, _ready(project))
    needed: set[str] = set()
    problems = []
    for notebook, product in products.items():
        packages = packages_of(notebook.listings, project)
        needed |= packages
        cells = [
            about(notebook.title, checked),
            setup(packages, checked),
            *notebook.cells,
        ]
        _save(notebook, "ipynb", as_notebook(cells, _shown(product)), project)
        script = as_script(cells)
        _save(notebook, "py", script, project)
        problems += _script_problems(notebook, script)
    for name, text in for_binder(needed, checked).items():
        FileTarget(_ready(project) / name).write(text)
    return problems


def _save(
    notebook: PageNotebook, kind: str, text: str, project: Project
) -> None:
    FileTarget(_ready(project) / f"{notebook.name}.{kind}").write(text)


def _shown(product: Product) -> dict[str, Any]:
    executed: Any = nbformat.reads(product.target.read(), as_version=4)
    return {c.metadata["listing"]: c.outputs for c in executed.cells}


def _script_problems(notebook: PageNotebook, script: str) -> list[Problem]:
    """Return why the listings of a page cannot stand in one file."""
    try:
        compile(script, f"{notebook.name}.py", "exec")
    except SyntaxError as error:
        what = f"the listings of this page are no single program: {error}"
        remedy = "change the listing so that it can stand below the others"
        return [Problem(what, remedy, notebook.page)]
    return []


def _oldest(project: Project) -> dict[str, str]:
    """Return the oldest versions of packages that ours accepts."""
    settings = read_toml(project.root / "pyproject.toml")
    wanted = settings.get("project", {}).get("dependencies", [])
    found = (_AT_LEAST.match(line) for line in wanted)
    return {match[1]: match[2] for match in found if match}
