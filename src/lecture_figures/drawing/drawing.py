"""What a figure function returns, and the decorator that marks one."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from matplotlib.figure import Figure

from lecture_figures.drawing.themed_svg import figure_style


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
        The data drawn, by name. They are kept beside the figure, so that
        tests can check what it shows without drawing it.
    wider : float
        How far a line may move on another processor before it is drawn
        anew, in points; 0 for what nobody sees.
    because : str
        The reason of `wider`.
    """

    figure: Figure
    alt: str
    data: dict[str, Any] = field(default_factory=dict)
    wider: float = 0.0
    because: str = ""

    def __post_init__(self) -> None:
        if bool(self.wider) != bool(self.because):
            raise ValueError("a wider tolerance needs its reason, `because`")


def figure(function: Callable[[], Drawing]) -> Callable[[], Drawing]:
    """Mark a function as a figure; it draws in the style of the site."""

    @functools.wraps(function)
    def styled() -> Drawing:
        with figure_style():
            return function()

    return styled
