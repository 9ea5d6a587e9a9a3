"""Figures: functions that draw with Matplotlib, kept as themed SVG."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

from lecture_site.isolation import Task
from lecture_site.modules import decorated_functions, load_module
from lecture_site.products import Product
from lecture_site.project import Project
from lecture_site.svg import figure_style, themed_svg
from lecture_site.targets import FileTarget


@dataclass(frozen=True)
class Drawing:
    """What a figure function returns.

    Parameters
    ----------
    figure : Figure
        The drawn figure.
    alt : str
        What the figure shows, in words, made from the same data.
    data : dict
        The data drawn, by name, so that tests can check it.
    """

    figure: Figure
    alt: str
    data: dict[str, Any] = field(default_factory=dict)


def figure(function: Callable[[], Drawing]) -> Callable[[], Drawing]:
    """Mark a function as a figure; it draws in the style of the site."""

    @functools.wraps(function)
    def styled() -> Drawing:
        with figure_style():
            return function()

    return styled


def figure_products(project: Project) -> list[Product]:
    """Return the SVG of every figure as a product."""
    return [
        _product(module, function, project)
        for module in sorted(project.figure_modules.glob("*.py"))
        for function in decorated_functions(module, "figure")
    ]


def _product(module: Path, function: str, project: Project) -> Product:
    name = f"{module.stem}/{function}"
    target = project.docs / "figures" / f"{name}.svg"
    return Product(
        task=Task(f"figure {name}", draw, (str(module), function)),
        source=module,
        target=FileTarget(target),
        mentioned_as=f"figures/{name}.svg",
        again=f".venv/bin/python scripts/build_figures.py {name}",
    )


def draw(module: str, function: str) -> str:
    """Draw a figure and return it as SVG."""
    path = Path(module)
    drawing: Drawing = getattr(load_module(path), function)()
    return themed_svg(drawing.figure, drawing.alt, f"{path.stem}-{function}")


def orphaned_figures(project: Project) -> list[Path]:
    """Return drawn figures whose function is gone."""
    made = {
        product.target.path
        for product in figure_products(project)
        if isinstance(product.target, FileTarget)
    }
    drawn = (project.docs / "figures").rglob("*.svg")
    return sorted(set(drawn) - made)
