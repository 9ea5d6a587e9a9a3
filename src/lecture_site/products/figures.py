"""Figures: drawn by functions, kept as SVG with a record of their data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from agreement import figures
from agreement.difference import Difference
from lecture_figures.drawing.draw import draw
from lecture_site.basics.json_files import read_json
from lecture_site.basics.project import Project
from lecture_site.basics.targets import RESTORE, FigureTarget
from lecture_site.processes.isolated import Task
from lecture_site.products.product import Product
from lecture_site.staleness.modules import decorated_functions


def figure_products(project: Project) -> list[Product]:
    """Return every figure as a product."""
    return [
        _product(module, function, project)
        for module in sorted(project.figure_modules.glob("*.py"))
        for function in decorated_functions(module, "figure")
    ]


def _product(module: Path, function: str, project: Project) -> Product:
    name = f"{module.stem}/{function}"
    return Product(
        task=Task(f"figure {name}", draw, (str(module), function)),
        source=module,
        target=FigureTarget(project.docs / "figures" / f"{name}.svg"),
        mentioned_as=f"figures/{name}.svg",
        again=f".venv/bin/python scripts/build_figures.py {name}",
        compare=_compare,
    )


def _compare(recorded: str, drawn: str) -> Difference:
    return figures.compare(json.loads(recorded), json.loads(drawn))


def figure_record(project: Project, name: str) -> dict[str, Any]:
    """Return what a figure shows, as it was recorded.

    Parameters
    ----------
    project : Project
    name : str
        ``page/function``.
    """
    target = FigureTarget(project.docs / "figures" / f"{name}.svg")
    record: dict[str, Any] = read_json(target.record, dict, RESTORE)
    return record


def orphaned_figures(project: Project) -> list[Path]:
    """Return drawn figures, and records, whose function is gone."""
    targets = [
        product.target
        for product in figure_products(project)
        if isinstance(product.target, FigureTarget)
    ]
    made = {path for t in targets for path in (t.path, t.record)}
    folder = project.docs / "figures"
    kept = {*folder.rglob("*.svg"), *folder.rglob("*.record.json")}
    return sorted(kept - made)
