"""Draws a figure and keeps what it shows: as SVG, in words and in numbers."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import numpy as np

from lecture_figures.drawing.drawing import Drawing
from lecture_figures.drawing.themed_svg import themed_svg

DIGITS = 4  # a figure is 360 points wide, so the eye sees three of them


def draw(module: str, function: str) -> str:
    """Return a figure as JSON: its SVG and the record of what it shows.

    Parameters
    ----------
    module : str
        The file of the figures of a page.
    function : str
        The one that draws.
    """
    path = Path(module)
    functions = runpy.run_path(module, run_name=f"figures_{path.stem}")
    drawing: Drawing = functions[function]()
    svg = themed_svg(drawing.figure, drawing.alt, f"{path.stem}-{function}")
    return json.dumps(
        {
            "alt": drawing.alt,
            "data": as_json(drawing.data),
            "wider": drawing.wider,
            "because": drawing.because,
            "svg": svg,
        }
    )


def as_json(data: Any) -> Any:
    """Return drawn data as JSON has them, with the digits that one sees."""
    if isinstance(data, dict):
        return {str(key): as_json(value) for key, value in data.items()}
    if isinstance(data, np.ndarray | np.generic):
        return as_json(data.tolist())
    if isinstance(data, list | tuple):
        return [as_json(value) for value in data]
    if isinstance(data, float):
        return float(f"{data:.{DIGITS}g}")
    if data is None or isinstance(data, str | int):
        return data
    raise TypeError(
        f"a figure's data hold a {type(data).__name__}; "
        "they are kept as JSON, so give numbers, texts, lists, arrays, dicts"
    )
