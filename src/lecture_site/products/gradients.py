"""The largest gradient error of every operation of the teaching code."""

from __future__ import annotations

import importlib
import json
from typing import Any

from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.processes.isolated import Task
from lecture_site.products.product import Product, equal


def gradient_product(project: Project) -> Product:
    """Return the table of gradient errors as a product."""
    return Product(
        task=Task("gradients against torch", gradient_errors),
        source=project.measurement_modules / "gradients" / "errors.py",
        target=FileTarget(project.cache / "gradients.json"),
        mentioned_as="gradients",
        again=".venv/bin/pytest tests/lecture_measurements",
        compare=equal,
        is_committed=False,
    )


def gradient_errors() -> str:
    """Measure and return the table as JSON."""
    module = importlib.import_module("lecture_measurements.gradients.errors")
    return json.dumps([vars(error) for error in module.gradient_errors()])


def gradient_records(project: Project) -> list[dict[str, Any]]:
    """Return the table as it was last measured."""
    text = gradient_product(project).target.read() or "[]"
    records: list[dict[str, Any]] = json.loads(text)
    return records
