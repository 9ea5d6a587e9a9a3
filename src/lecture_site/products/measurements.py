"""Measurements: the record of every number that the prose quotes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from agreement import measured
from agreement.difference import Difference
from lecture_site.basics.project import Project
from lecture_site.basics.targets import EntryTarget, read_entries
from lecture_site.processes.isolated import Task
from lecture_site.products.product import Product
from lecture_site.staleness.modules import decorated_functions, load_module

_load = cache(load_module)  # twice would forget what it has computed


def measurement_products(project: Project) -> list[Product]:
    """Return the record of every measurement as a product."""
    return [
        _product(module, function, project)
        for module in sorted(project.measurement_modules.glob("*.py"))
        for function in decorated_functions(module, "measurement")
    ]


def _product(module: Path, function: str, project: Project) -> Product:
    name = f"{module.stem}.{function}"
    return Product(
        task=Task(
            f"measurement {name}",
            measure,
            (str(module), function),
            shares=f"measurements of {module.stem}",
        ),
        source=module,
        target=EntryTarget(project.measured, name),
        mentioned_as=f'measured("{function}")',
        again=f".venv/bin/python scripts/measure.py {name}",
        compare=_compare,
    )


def _compare(recorded: str, made: str) -> Difference:
    return measured.compare(json.loads(recorded), json.loads(made))


def measure(module: str, function: str) -> str:
    """Measure and return the record as JSON."""
    measurement = getattr(_load(Path(module)), function)
    return json.dumps(measurement.record(), sort_keys=True)


def orphaned_measurements(project: Project) -> list[str]:
    """Return recorded measurements whose function is gone."""
    made = {
        product.target.key
        for product in measurement_products(project)
        if isinstance(product.target, EntryTarget)
    }
    return sorted(read_entries(project.measured).keys() - made)
