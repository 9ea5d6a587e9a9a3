"""The code of a lab, as its author wrote it."""

from __future__ import annotations

import json
from pathlib import Path


def cells_of_lab(page: Path) -> list[str]:
    """Return the code of each cell of a lab; a page in Markdown has none."""
    if page.suffix != ".ipynb":
        return []
    cells = json.loads(page.read_text(encoding="utf-8"))["cells"]
    return [
        "".join(cell["source"])
        for cell in cells
        if cell["cell_type"] == "code"
    ]


def as_python(cell: str) -> str:
    """Return the code of a cell with its magics as the calls they are."""
    # Imported here: who reads no lab need not wait for it.
    from IPython.core.inputtransformer2 import TransformerManager

    code: str = TransformerManager().transform_cell(cell)
    return code
