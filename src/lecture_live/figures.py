"""The figures that a program draws, passed on to the page."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def figures_shown(show: Callable[[str, str], None]) -> Iterator[None]:
    """Let the lecture's plotting show its figures here.

    Parameters
    ----------
    show : callable
        Is given each figure: its SVG and its alternative text.
    """
    try:
        plot: Any = importlib.import_module("lecture_code.plot")
    except ModuleNotFoundError:  # a lecture that draws nothing
        yield
        return
    before = plot.on_figure
    plot.on_figure = show
    try:
        yield
    finally:
        plot.on_figure = before
