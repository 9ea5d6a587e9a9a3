"""Executes labs: all cells in order, in a kernel of their own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbclient
import nbformat
from nbclient.exceptions import CellExecutionError

from lecture_site.staleness.notebook_code import read_notebook

SHOWN = ("text/plain", "image/svg+xml")


class LabError(Exception):
    """Raised for a lab with a cell that fails or shows what no page can."""


def execute(path: str) -> str:
    """Run a notebook from top to bottom and return it with its outputs."""
    notebook: Any = read_notebook(Path(path))
    environment = dict(os.environ)
    environment.pop("MPLBACKEND", None)  # the kernel's own shows figures
    notebook.cells.insert(0, _first_cell(Path(path).stem))
    client = nbclient.NotebookClient(
        notebook,
        kernel_name="python3",
        coalesce_streams=True,  # else the same text comes in other pieces
        extra_arguments=["--log-level=40"],
    )
    try:
        client.execute(env=environment)
    except CellExecutionError as error:
        cell = client.code_cells_executed - 1  # the first is ours
        what = f"code cell {cell} raised {error.ename}: {error.evalue}"
        raise LabError(what) from None
    del notebook.cells[0]
    code_cells = (c for c in notebook.cells if c.cell_type == "code")
    for number, cell in enumerate(code_cells, start=1):
        _tidy(cell, number)
    return str(nbformat.writes(notebook))


def _first_cell(lab: str) -> Any:
    return nbformat.v4.new_code_cell(
        "from lecture_site.labs.kernel import show_figures_as_on_pages\n"
        f"show_figures_as_on_pages({lab!r})"
    )


def _tidy(cell: Any, number: int) -> None:
    """Refuse what no reader should see, and drop what is no result."""
    for output in cell.outputs:
        _refuse_complaints(output, number)
        if "execution_count" in output:
            output.execution_count = number
        if "image/svg+xml" in output.get("data", {}):
            output.data.pop("text/plain", None)  # <Figure size ...>
    cell.execution_count = number
    cell.metadata.pop("execution", None)  # times are no results


def _refuse_complaints(output: Any, number: int) -> None:
    if output.output_type == "error":
        raise LabError(f"code cell {number}: {output.evalue}")
    if output.get("name") == "stderr":
        raise LabError(f"code cell {number} warns: {output.text.strip()}")
    foreign = set(output.get("data", {})) - set(SHOWN)
    if foreign:
        kinds = ", ".join(sorted(foreign))
        raise LabError(f"code cell {number} shows {kinds}, which no page can")
