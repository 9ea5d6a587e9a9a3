"""Measurements: the record of every number that the prose quotes."""

from __future__ import annotations

import ast
import importlib
import json
from pathlib import Path

from lecture_site.isolation import Task
from lecture_site.products import EntryTarget, Product, read_entries
from lecture_site.project import Project


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
        task=Task(f"measurement {name}", measure, (module.stem, function)),
        source=module,
        target=EntryTarget(project.measured, name),
        mentioned_as=f'measured("{function}")',
        again=f".venv/bin/python scripts/measure.py {name}",
    )


def measure(module: str, function: str) -> str:
    """Measure and return the record as JSON."""
    loaded = importlib.import_module(f"lecture_measurements.{module}")
    return json.dumps(getattr(loaded, function).record(), sort_keys=True)


def decorated_functions(module: Path, decorator: str) -> list[str]:
    """Return the names of a module's functions that carry a decorator."""
    tree = ast.parse(module.read_text(encoding="utf-8"), module)
    return [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and decorator in map(_decorator_name, node.decorator_list)
    ]


def _decorator_name(node: ast.expr) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return called.id if isinstance(called, ast.Name) else ""


def orphaned_measurements(project: Project) -> list[str]:
    """Return recorded measurements whose function is gone."""
    made = {
        product.target.key
        for product in measurement_products(project)
        if isinstance(product.target, EntryTarget)
    }
    return sorted(read_entries(project.measured).keys() - made)
