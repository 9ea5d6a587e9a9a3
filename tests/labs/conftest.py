"""Labs are executed only if the build has not just done so."""

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from lecture_site.basics.project import Project
from lecture_site.labs.products import lab_products
from lecture_site.labs.run import execute
from lecture_site.products.ledger import Ledger
from lecture_site.staleness.fingerprint import Imports

PROJECT = Project(Path(__file__).resolve().parents[2])


def executed(lab: str) -> str:
    (product,) = (p for p in lab_products(PROJECT) if p.source.stem == lab)
    sources = product.fingerprint(Imports(PROJECT))
    kept = product.target.read()
    ledger = Ledger(PROJECT.cache / "made.json")
    if kept is not None and ledger.is_fresh(product.name, sources, kept):
        return kept
    return execute(str(product.source))


@pytest.fixture(scope="module")
def results(request: pytest.FixtureRequest) -> dict[str, float]:
    """What the last cell of the lab prints, by name."""
    lab = Path(str(request.path)).stem.removeprefix("test_")
    cells: list[Any] = nbformat.reads(executed(lab), as_version=4).cells
    last = [cell for cell in cells if cell.cell_type == "code"][-1]
    found = re.findall(r"^(.+): (\S+)$", last.outputs[0].text, re.MULTILINE)
    return {name: float(value) for name, value in found}
