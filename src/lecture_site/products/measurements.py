"""Measurements: the record of every number that the prose quotes."""

from __future__ import annotations

import ast
import inspect
import json
from pathlib import Path

from agreement import measured
from agreement.difference import Difference
from lecture_measurements.cases import measurement_named
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.targets import EntryTarget, read_entries
from lecture_site.processes.isolated import Task
from lecture_site.products.declared import reading_what_it_names
from lecture_site.products.product import Product
from lecture_site.staleness.modules import (
    decorated_functions,
    decorations,
    load_once,
)


def measurement_products(project: Project) -> list[Product]:
    """Return the record of every measurement as a product."""
    return [
        _product(module, function, project)
        for module in sorted(project.measurement_modules.glob("*.py"))
        for function in measurement_names(module)
    ]


def measurement_names(module: Path) -> list[str]:
    """Return the names of a module's measurements, cases among them.

    Raises
    ------
    ProblemError
        If cases are not written out, at their line.
    """
    names = decorated_functions(module, "measurement")
    for function, written in decorations(module, "measurements"):
        options = written.keywords if isinstance(written, ast.Call) else []
        given = (each.value for each in options if each.arg == "cases")
        keys = _keys(next(given, written), module)
        names += [f"{function}_{case}" for case in keys]
    return names


def _keys(cases: ast.expr, module: Path) -> list[str]:
    if isinstance(cases, ast.Dict):
        keys = [k.value for k in cases.keys if isinstance(k, ast.Constant)]
        if len(keys) == len(cases.keys):
            return list(map(str, keys))
    what = "the names of these cases cannot be read without running the code"
    remedy = 'write them out: cases={"name": (low, high)}'
    raise ProblemError(Problem(what, remedy, str(module), cases.lineno))


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
        helpers=(Path(inspect.getfile(measurement_named)),),
        compare=_compare,
    )


def _compare(recorded: str, made: str) -> Difference:
    return measured.compare(json.loads(recorded), json.loads(made))


def measure(module: str, function: str) -> str:
    """Measure and return the record as JSON."""
    source = Path(module)
    with reading_what_it_names(source):
        record = measurement_named(load_once(source), function).record()
    return json.dumps(record, sort_keys=True)


def orphaned_measurements(project: Project) -> list[str]:
    """Return recorded measurements whose function is gone."""
    made = {
        product.target.key
        for product in measurement_products(project)
        if isinstance(product.target, EntryTarget)
    }
    return sorted(read_entries(project.measured).keys() - made)
