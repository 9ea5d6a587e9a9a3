"""What the figures of a page show, as it was recorded beside them.

The build holds these records to the code that draws.
"""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lecture_figures.drawing.draw import DIGITS
from lecture_site.basics.project import Project
from lecture_site.products.figures import figure_record

PROJECT = Project(Path(__file__).resolve().parents[2])


class FiguresOf:
    """The records of the figures of a page."""

    def __init__(self, page: str) -> None:
        self.page = page

    def __call__(self, name: str) -> dict[str, Any]:
        """Return the data of a figure."""
        return as_drawn(self._record(name)["data"])

    def alt(self, name: str) -> str:
        """Return what stands for a figure where it is not seen."""
        return str(self._record(name)["alt"])

    def names(self) -> list[str]:
        """Return the names of all figures of the page."""
        folder = PROJECT.docs / "figures" / self.page
        return sorted(path.stem for path in folder.glob("*.svg"))

    def _record(self, name: str) -> dict[str, Any]:
        return figure_record(PROJECT, f"{self.page}/{name}")


def rounding(recorded: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far each number may be from what was rounded to it."""
    with np.errstate(divide="ignore"):
        first_digit = np.floor(np.log10(np.abs(recorded)))  # −inf for 0
    return np.asarray(0.5 * 10.0 ** (first_digit - (DIGITS - 1)))


def as_drawn(value: Any) -> Any:
    """Return JSON as it was before: lists as arrays, numbers as keys."""
    if isinstance(value, dict):
        return {_key(key): as_drawn(each) for key, each in value.items()}
    if isinstance(value, list):
        inner = [as_drawn(each) for each in value]
        try:
            return np.array(inner)
        except ValueError:  # of several lengths
            return inner
    return value


def _key(text: str) -> str | int | float:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text
