"""Pictures, drawn of given numbers."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from given_numbers import CLASSES, IMAGES, LABELS, Given, X
from lecture_code import plot
from pictures_shown import pictures


def numbers(draw: Callable[[Given], None]) -> Callable[[Given], Any]:
    """Return a call that gives all numbers in the pictures it draws."""

    def call(given: Given) -> list[Any]:
        with pictures() as shown:
            draw(given)
        found = [re.findall(r"-?\d+(?:\.\d+)?", one.svg) for one in shown]
        return [np.array(each, dtype=np.float64) for each in found]

    return call


PLOT: dict[str, Callable[[Given], Any]] = {
    "plot.curves": numbers(
        lambda given: plot.curves(
            {"a": given.array(X[0]), "b": given.array(X[1])},
            given.array(LABELS[0]),
        )
    ),
    "plot.histogram": numbers(
        lambda given: plot.histogram(
            {"a": given.array(X)}, bins=given.count(5)
        )
    ),
    "plot.image": numbers(
        lambda given: plot.image(
            given.array(IMAGES), low=given.number(1), high=given.number(90)
        )
    ),
    "plot.points": numbers(
        lambda given: plot.points(
            given.array(X[0]),
            given.array(X[1]),
            given.array(CLASSES),
            regions=lambda x: given.array(np.round(x[:, 0] > 0)),
        )
    ),
}
