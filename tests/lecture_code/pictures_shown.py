"""Pictures as the page gets them, and what can be read from them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch
from xml.etree import ElementTree

import numpy as np

from lecture_code import plot

SVG = "{http://www.w3.org/2000/svg}"


@dataclass
class Shown:
    """A picture that was handed to the page."""

    svg: str
    alt: str

    def __post_init__(self) -> None:
        self.root = ElementTree.fromstring(self.svg)

    @property
    def texts(self) -> list[str]:
        return [text.text or "" for text in self.root.iter(f"{SVG}text")]

    def paths(self, says: str) -> list[ElementTree.Element]:
        """Return the paths with something in their style."""
        every = self.root.iter(f"{SVG}path")
        return [path for path in every if says in path.get("style", "")]

    def runs(self, says: str) -> list[np.ndarray[Any, Any]]:
        """Return the corners of curves, shape (n_points, 2) each."""
        (path,) = self.paths(says)
        found = []
        for run in path.get("d", "").split("M")[1:]:
            start, _, steps = run.partition("l")
            moves = [numbers(start), *np.reshape(numbers(steps), (-1, 2))]
            found.append(np.cumsum(moves, axis=0))
        return found

    def dots(self, says: str) -> np.ndarray[Any, Any]:
        """Return where markers stand, shape (n_points, 2)."""
        (path,) = self.paths(says)
        places = re.findall(r"M([\d.]+ [\d.]+)", path.get("d", ""))
        return np.array([numbers(place) for place in places])

    def ticks(self, *, upright: bool = False) -> dict[str, float]:
        """Return where the ticks of the first panel are, by their names."""
        grid = next(iter(self.paths("--figure-grid")))
        letter, axis = ("h", 1) if upright else ("v", 0)
        lines = re.findall(rf"M([\d.]+ [\d.]+){letter}", grid.get("d", ""))
        anchor = "end" if upright else "middle"
        names = [
            text.text or ""
            for text in self.root.iter(f"{SVG}text")
            if f"anchor:{anchor}" in text.get("style", "") and text.get("x")
        ]
        return {
            name: numbers(line)[axis]
            for name, line in zip(names, lines, strict=False)
        }


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", text)]


@contextmanager
def pictures() -> Iterator[list[Shown]]:
    """Collect the pictures that are shown, as the page does."""
    shown: list[Shown] = []
    with patch.object(
        plot, "on_figure", lambda svg, alt: shown.append(Shown(svg, alt))
    ):
        yield shown


def picture_of(draw: Any, *given: Any, **named: Any) -> Shown:
    """Return the one picture that a call draws."""
    with pictures() as shown:
        assert draw(*given, **named) is None
    (one,) = shown
    return one
