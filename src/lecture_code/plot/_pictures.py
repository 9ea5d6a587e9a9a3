"""A picture is panels, and a panel is marks between two axes.

It says what is shown and nothing of how: the page writes it as SVG, a
program of yours draws it with Matplotlib, and both show the same numbers.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lecture_code.arrays import Array, IntArray

MOST_KINDS = 10  # lines, or markers, that can be told from each other
LEVELS = 16  # steps of a grey; more are not seen


@dataclass(frozen=True)
class Line:
    """A curve; where a number is nan, it has a gap.

    Parameters
    ----------
    name : str
        What the legend calls it.
    x, y : ndarray, shape (n_points,)
    style : int
        Which colour and which dashes: a number from 0 to 9.
    """

    name: str
    x: Array
    y: Array
    style: int = 0

    @cached_property
    def alone(self) -> Array:
        """The points between two gaps, shape (n, 2): they make no line."""
        shown = np.pad(np.isfinite(self.y), 1)
        alone = shown[1:-1] & ~shown[:-2] & ~shown[2:]
        return np.column_stack([self.x[alone], self.y[alone]])


@dataclass(frozen=True)
class Dots:
    """Points of one kind.

    Parameters
    ----------
    name : str
    x, y : ndarray, shape (n_points,)
    style : int
        Which colour and which marker.
    """

    name: str
    x: Array
    y: Array
    style: int = 0


@dataclass(frozen=True)
class Bars:
    """A histogram.

    Parameters
    ----------
    name : str
    edges : ndarray, shape (n_bins + 1,)
    heights : ndarray, shape (n_bins,)
    style : int
    """

    name: str
    edges: Array
    heights: Array
    style: int = 0


@dataclass(frozen=True)
class Cells:
    """Squares in rows, the first row on top.

    Parameters
    ----------
    levels : ndarray of int, shape (n_rows, n_columns)
        How strong each is, from 0 to 16, and below 0 in the other colour;
        of regions, the style of each.
    values : ndarray, shape (n_rows, n_columns)
        What the levels stand for.
    extent : tuple of float
        Where they end: left, right, bottom, top.
    is_regions : bool
    """

    levels: IntArray
    values: Array
    extent: tuple[float, float, float, float]
    is_regions: bool = False


Mark = Line | Dots | Bars | Cells


@dataclass(frozen=True)
class Axis:
    """An axis.

    Parameters
    ----------
    low, high : float
        Where it begins and ends.
    label : str
    is_log : bool
    """

    low: float
    high: float
    label: str = ""
    is_log: bool = False


@dataclass(frozen=True)
class Panel:
    """Marks between two axes.

    Parameters
    ----------
    marks : tuple of Mark
        Drawn in this order.
    x, y : Axis
    title : str
    is_image : bool
        Whether cells are square and the axes not drawn.
    """

    marks: tuple[Mark, ...]
    x: Axis
    y: Axis
    title: str = ""
    is_image: bool = False


@dataclass(frozen=True)
class Picture:
    """Panels in rows.

    Parameters
    ----------
    panels : tuple of Panel
    alt : str
        What they show, in words, made from the same numbers.
    title : str
    n_columns : int
        How many panels stand in a row.
    legend : tuple of Mark
        The marks that the legend names.
    notes : tuple of str
        What is left out, and why.
    """

    panels: tuple[Panel, ...]
    alt: str
    title: str = ""
    n_columns: int = 1
    legend: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
