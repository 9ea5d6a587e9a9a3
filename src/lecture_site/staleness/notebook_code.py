"""Notebooks as their authors wrote them, and the code in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lecture_site.basics.json_files import read_json
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.sources import from_here, read_source

REMEDY = "save it as a notebook of version 4 (.ipynb), or delete it"


def read_notebook(path: Path) -> Any:
    """Return a notebook.

    Raises
    ------
    ProblemError
        If it is none.
    """
    # Imported here: who reads no notebook need not wait for it.
    import nbformat

    text = read_source(path)
    try:
        return nbformat.reads(text, as_version=4)
    except Exception as error:  # of JSON, of a version, of a missing part
        raise _no_notebook(path, str(error)) from error


def cells_of_lab(page: Path) -> list[str]:
    """Return the code of each cell of a lab; a page in Markdown has none."""
    if page.suffix != ".ipynb":
        return []
    cells: Any = read_json(page, dict, REMEDY).get("cells")
    try:
        return [
            "".join(cell["source"])
            for cell in cells
            if cell["cell_type"] == "code"
        ]
    except (KeyError, TypeError) as error:
        raise _no_notebook(page, "a cell has no source or kind") from error


def as_python(cell: str) -> str:
    """Return the code of a cell with its magics as the calls they are."""
    # Imported here: who reads no lab need not wait for it.
    from IPython.core.inputtransformer2 import TransformerManager

    code: str = TransformerManager().transform_cell(cell)
    return code


def _no_notebook(path: Path, why: str) -> ProblemError:
    what = f"this is no notebook: {why.partition(chr(10))[0][:100]}"
    return ProblemError(Problem(what, REMEDY, from_here(path)))
