"""Writes what a reader downloads: a notebook, and the same as plain Python."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from typing import Any

import nbformat
from nbformat import v4

from lecture_site.basics.sources import read_source
from lecture_site.notebooks.cells import Cell
from lecture_site.notebooks.wheel import Wheel

FIRST_CELL = Path(__file__).parent / "setup_cell" / "first_cell.py"
CPU = "https://download.pytorch.org/whl/cpu"
NAMED = {
    "numpy": "NumPy",
    "torch": "PyTorch",
    "matplotlib": "Matplotlib",
    "scikit-learn": "scikit-learn",
}
METADATA = {
    "kernelspec": {
        "display_name": "Python 3",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}
FOLDED = {"cellView": "form", "jupyter": {"source_hidden": True}}
ABOUT_VERSIONS = (
    "The next cell installs what is missing, in exactly these versions. "
    "What is there already is kept, for the PyTorch of a hosted notebook "
    "fits its graphics card; other versions may print other last digits."
)


def pinned_version(package: str) -> str:
    """Return the version of a package without the kind of its build."""
    return version(package).partition("+")[0]


@dataclass(frozen=True)
class Checked:
    """With what a notebook was checked.

    Parameters
    ----------
    date : str
        The day of the commit; empty if there is none.
    wheel : Wheel
        The package.
    site : str
        The address of the folder that it is published in; empty if unknown.
    oldest : mapping of str to str
        The oldest versions that the package accepts.
    """

    date: str
    wheel: Wheel
    site: str
    oldest: Mapping[str, str]


def about(title: str, checked: Checked) -> Cell:
    """Return the cell that says what the notebook is."""
    versions = ", ".join(
        f"{name} {pinned_version(package)}" for package, name in NAMED.items()
    )
    on = f" on {checked.date}" if checked.date else ""
    return Cell(
        f"# {title}\n\n"
        "The code of this page, in its order and with what it prints. "
        "The text is shortened.\n\n"
        f"Run from top to bottom{on} with Python {python_version()}, "
        f"{versions}.\n\n{ABOUT_VERSIONS}"
    )


def setup(packages: Iterable[str], checked: Checked) -> Cell:
    """Return the cell that installs what the notebook needs."""
    packages = sorted(packages)
    values: dict[str, object] = {
        "WHEEL": checked.wheel.path.name,
        "SHA256": checked.wheel.sha256,
        "SITE": checked.site,
        "TESTED": {name: pinned_version(name) for name in packages},
        "OLDEST": checked.oldest,
    }
    source = read_source(FIRST_CELL).strip()
    for name, value in values.items():
        source = _with_value(source, name, json.dumps(value))
    return Cell(source, is_code=True)


def _with_value(source: str, name: str, value: str) -> str:
    """Replace the empty value of a name; it must be there once."""
    empty = re.compile(rf'^({name}\b.*? = )(""|\{{\}})', re.MULTILINE)
    before, begin, _, after = empty.split(source)
    return f"{before}{begin}{value}{after}"


def as_notebook(cells: Iterable[Cell], outputs: Mapping[str, Any]) -> str:
    """Return a notebook; the same cells give the same bytes.

    Parameters
    ----------
    cells : iterable of Cell
        From top to bottom.
    outputs : mapping of str to list
        What each listing showed, by its path.
    """
    written: list[Any] = []
    count = 0
    for number, cell in enumerate(cells, start=1):
        name = f"cell-{number}"
        if cell.is_code:
            count += 1
            written.append(_code(cell, name, count, outputs))
        else:
            written.append(v4.new_markdown_cell(cell.source, id=name))
    notebook = v4.new_notebook(cells=written, metadata=METADATA)
    return f"{nbformat.writes(notebook)}\n"


def _code(
    cell: Cell, name: str, count: int, outputs: Mapping[str, Any]
) -> Any:
    return v4.new_code_cell(
        cell.source,
        id=name,
        execution_count=count,
        metadata=_metadata(cell),
        outputs=outputs[cell.name] if cell.listing else [],
    )


def _metadata(cell: Cell) -> dict[str, Any]:
    if cell.listing:
        return {"listing": cell.name}
    return {} if cell.is_task else FOLDED


def as_script(cells: Iterable[Cell]) -> str:
    """Return the same as plain Python, in cells that editors recognise."""
    return "\n\n".join(map(_part, cells)) + "\n"


def _part(cell: Cell) -> str:
    if cell.is_code:
        return f"# %% {cell.name}".rstrip() + f"\n{cell.source}"
    lines = [f"# {line}".rstrip() for line in cell.source.splitlines()]
    return "\n".join(["# %% [markdown]", *lines])


def for_binder(packages: Iterable[str], checked: Checked) -> dict[str, str]:
    """Return the files that tell Binder what all notebooks need."""
    pins = {name: f"{name}=={pinned_version(name)}" for name in packages}
    torch = pins.pop("torch", None)
    lines = [*sorted(pins.values()), f"./{checked.wheel.path.name}"]
    python = python_version().rpartition(".")[0]
    files = {
        "requirements.txt": "\n".join(lines) + "\n",
        "runtime.txt": f"python-{python}\n",
    }
    if torch:  # from an index of its own, which nothing else may come from
        install = f"python -m pip install --no-cache-dir --index-url {CPU}"
        files["postBuild"] = f"#!/bin/sh\nset -e\n{install} {torch}\n"
    return files
