"""Runs the programs of a page one after the other, in one clean kernel."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbclient
import nbformat
from nbclient.exceptions import CellExecutionError

from agreement import texts
from agreement.tolerance import stated_in
from lecture_site.staleness.notebook_code import read_notebook


class NotebookError(Exception):
    """Raised for a cell that fails or prints what is not recorded."""


def run_notebook(path: str) -> str:
    """Execute a notebook of programs and return it with its outputs.

    Parameters
    ----------
    path : str
        A notebook whose cells say in their metadata which listing they hold
        and what it prints.

    Raises
    ------
    NotebookError
        If a cell raises, warns, or prints anything else.
    """
    notebook: Any = read_notebook(Path(path))
    client = nbclient.NotebookClient(
        notebook, kernel_name="python3", extra_arguments=["--log-level=40"]
    )
    try:
        client.execute(env=dict(os.environ))
    except CellExecutionError as error:
        number = client.code_cells_executed - 1
        name = _name(number, notebook.cells[number])
        what = f"{name} raised {error.ename}: {error.evalue}"
        raise NotebookError(what) from None
    for number, cell in enumerate(notebook.cells):
        printed = _printed(cell, _name(number, cell))
        _compare(cell, printed, _name(number, cell))
        cell.outputs = _stream(cell.metadata["prints"])
        cell.metadata.pop("execution", None)  # times are no results
    return str(nbformat.writes(notebook))


def _name(number: int, cell: Any) -> str:
    """Name a cell as the reader's notebook does, in which [1] installs."""
    return f"cell [{number + 2}], {cell.metadata['listing']},"


def _printed(cell: Any, name: str) -> str:
    """Return what a cell printed; it may do nothing else.

    The kernel hands it over in pieces that differ from run to run.
    """
    for output in cell.outputs:
        kind = output.get("name", output.output_type)
        if kind != "stdout":
            shown = output.get("text") or output.get("data", {})
            what = f"{name} shows {kind}: {str(shown).strip()}"
            raise NotebookError(what)
    return "".join(output.text for output in cell.outputs)


def _compare(cell: Any, printed: str, name: str) -> None:
    recorded = cell.metadata["prints"]
    found = texts.compare(recorded, printed, stated_in(cell.source))
    if not found.agrees:
        raise NotebookError(
            f"{name} prints {printed!r} after the cells above it; "
            f"alone it prints {recorded!r}: {found.note}"
        )


def _stream(text: str) -> list[Any]:
    if not text:
        return []
    return [nbformat.v4.new_output("stream", name="stdout", text=text)]
