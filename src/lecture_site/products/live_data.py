"""Live pictures: what a script in the page needs to repeat a computation.

A function marked with `live_data` returns what it starts from. It is kept as
JSON and put into the page; a test in the browser holds the script's results
against those of the tested code.
"""

from __future__ import annotations

import json
from pathlib import Path

from lecture_figures.drawing.live_data import Data
from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.processes.isolated import Task
from lecture_site.products.product import Product
from lecture_site.staleness.modules import decorated_functions, load_module


def live_products(project: Project) -> list[Product]:
    """Return the data of every live picture as a product."""
    return [
        _product(module, function, project)
        for module in sorted(project.figure_modules.glob("*.py"))
        for function in decorated_functions(module, "live_data")
    ]


def _product(module: Path, function: str, project: Project) -> Product:
    name = f"{module.stem}/{function}"
    return Product(
        task=Task(f"live picture {name}", write, (str(module), function)),
        source=module,
        target=FileTarget(data_file(project, name)),
        mentioned_as=f'live("{name}")',
        again=f".venv/bin/python scripts/build_figures.py {name}",
    )


def data_file(project: Project, name: str) -> Path:
    """Return where the data of a live picture are kept."""
    return project.docs / "figures" / f"{name}.json"


def write(module: str, function: str) -> str:
    """Return the data as JSON that is safe in an attribute."""
    data: Data = getattr(load_module(Path(module)), function)()
    text = json.dumps(data, separators=(",", ":"), allow_nan=False)
    return text.replace("'", r"\u0027").replace("&", r"\u0026") + "\n"
