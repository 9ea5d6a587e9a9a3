"""Runs a listing and draws the arrays that it leaves in its namespace.

This is a program, started by `lecture run --plot` in a process of its own:
the listing shares no state with the command.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from lecture_command.drawn import NO_WINDOW, NOTHING_TO_DRAW

MOST = 9
_NO_WINDOWS = ("agg", "cairo", "pdf", "pgf", "ps", "svg", "template")
_SMALLEST = 3  # two numbers are no curve
_MOST_IN_LINE = 100
Array = NDArray[Any]


def arrays(namespace: Mapping[str, object]) -> dict[str, Array]:
    """Return the arrays, tensors and lists of numbers that can be drawn.

    Parameters
    ----------
    namespace : mapping of str to object
        The variables of a program that has ended.

    Returns
    -------
    dict of str to ndarray
        One or two dimensions, finite real numbers, at least three of them.
    """
    found = {}
    for name, value in namespace.items():
        array = _array(value)
        if array is not None and not name.startswith("_"):
            found[name] = array
    return found


def _array(value: object) -> Array | None:
    if hasattr(value, "detach"):
        value = value.detach().numpy()  # a tensor of PyTorch
    if not isinstance(value, np.ndarray | list):
        return None
    try:
        array = np.asarray(value).squeeze()
    except ValueError:
        return None  # a list of unlike things
    drawable = array.dtype.kind in "fiub" and array.ndim in (1, 2)
    if not drawable or array.size < _SMALLEST or not np.isfinite(array).all():
        return None
    return array


def draw(found: Mapping[str, Array], title: str) -> Figure:
    """Draw up to nine arrays: curves, points, and matrices as squares.

    A matrix of two columns is a set of points; if it is called `x`, or
    `new_x`, then `y` or `new_y` colours them.

    Parameters
    ----------
    found : mapping of str to ndarray
        What `arrays` returned, not empty.
    title : str
        Stands above all.
    """
    shown = list(found)[:MOST]
    n_columns = min(3, len(shown))
    n_rows = -(-len(shown) // n_columns)
    figure, axes = plt.subplots(
        n_rows,
        n_columns,
        figsize=(4 * n_columns, 3 * n_rows),
        squeeze=False,
        layout="constrained",
    )
    for axis, name in zip(axes.flat, shown, strict=False):
        _draw_one(axis, name, found)
    for axis in axes.flat[len(shown) :]:
        axis.remove()
    figure.suptitle(title)
    return figure


def _draw_one(axis: Axes, name: str, found: Mapping[str, Array]) -> None:
    array, x = found[name], found.get("x")
    axis.set_title(f"{name}, {' × '.join(map(str, array.shape))}")
    if array.ndim == 2 and array.shape[1] == 2:
        _draw_points(axis, array, found.get(name.replace("x", "y")))
    elif array.ndim == 2:
        image = axis.imshow(array, aspect="auto", interpolation="nearest")
        axis.figure.colorbar(image, ax=axis)
    elif name != "x" and x is not None and x.shape == array.shape:
        order = np.argsort(x)
        axis.plot(x[order], array[order], ".-")
        axis.set_xlabel("x")
    else:
        # A line through many numbers in no order would be a blot.
        axis.plot(array, ".-" if array.size <= _MOST_IN_LINE else ".")
        axis.set_xlabel("index")


def _draw_points(axis: Axes, points: Array, labels: Array | None) -> None:
    first, second = points.T
    has_labels = labels is not None and labels.shape == first.shape
    axis.scatter(first, second, c=labels if has_labels else None, s=8)
    axis.set_xlabel("first column")
    axis.set_ylabel("second column")


def _show(picture: str) -> int:
    if picture:
        plt.savefig(picture)
    elif plt.get_backend().lower() in _NO_WINDOWS:
        return NO_WINDOW
    else:
        plt.show()
    return 0


def main(path: str, title: str, picture: str) -> int:
    """Run a listing, draw, and return an exit code.

    Parameters
    ----------
    path : str
        The file of the listing.
    title : str
        Its name.
    picture : str
        The file to write; empty for a window.
    """
    if picture:  # what the listing draws itself must not wait for its reader
        plt.switch_backend("agg")
    found = arrays(runpy.run_path(path, run_name="__main__"))
    sys.stdout.flush()
    if not found:
        return NOTHING_TO_DRAW
    draw(found, title)
    print("drawn:", ", ".join(list(found)[:MOST]), file=sys.stderr)
    if len(found) > MOST:
        print("left out:", ", ".join(list(found)[MOST:]), file=sys.stderr)
    return _show(picture)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
