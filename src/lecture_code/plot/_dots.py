"""Points in the plane, and what a model says of every place between them."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import ArrayLike

from lecture_code.arrays import Array, IntArray, as_floats
from lecture_code.plot._lines import row
from lecture_code.plot._pictures import (
    MOST_KINDS,
    Axis,
    Cells,
    Dots,
    Mark,
    Panel,
    Picture,
)
from lecture_code.plot._scales import finite, short, spanning
from lecture_code.plot._sentences import are, counted, joined, of_axes

MOST_POINTS = 1000
GRID = (36, 48)  # rows and columns of the places that a model is asked for
Regions = Callable[[Array], ArrayLike]


def picture_of_points(
    x: ArrayLike,
    y: ArrayLike,
    labels: ArrayLike | None,
    regions: Regions | None,
    x_label: str,
    y_label: str,
    title: str,
) -> Picture:
    """Return points as a picture; `lecture_code.plot.points` says of what."""
    across, down, classes = _given(x, y, labels)
    shown = np.isfinite(finite(across)) & np.isfinite(finite(down))
    axes = (
        spanning([finite(across)], x_label, margin=0.05),
        spanning([finite(down)], y_label, margin=0.05),
    )
    asked = None if regions is None else _asked(regions, *axes)
    kinds = np.unique(classes if asked is None else [*classes, *asked.flat])
    if kinds.size > MOST_KINDS:
        raise ValueError(
            f"at most {MOST_KINDS} classes can be told from each other, got "
            f"{kinds.size}: labels and regions are classes, not probabilities"
        )
    dots = tuple(_dots(across, down, np.where(shown, classes, np.nan), kinds))
    names = dots if labels is not None else ()
    marks: tuple[Mark, ...] = tuple(_thinned(one, across.size) for one in dots)
    if asked is not None:
        marks = (_cells(asked, kinds, *axes), *marks)
    notes = tuple(_notes(across.size, int(shown.sum())))
    words = [of_axes(*axes, "Points"), *_counts(dots, labels is not None)]
    words += [] if asked is None else _shares(asked, kinds)
    return Picture(
        (Panel(marks, *axes),),
        joined(title, words, notes),
        title,
        legend=names,
        notes=notes,
    )


def _given(
    x: ArrayLike, y: ArrayLike, labels: ArrayLike | None
) -> tuple[Array, Array, Array]:
    across, down = row("x", x), row("y", y)
    classes = (
        np.zeros(across.size) if labels is None else row("labels", labels)
    )
    if not across.size == down.size == classes.size:
        raise ValueError(
            f"x has {across.size} numbers, y {down.size} and labels "
            f"{classes.size}: each point needs one of each"
        )
    if not np.isfinite(classes).all():
        raise ValueError("labels must be finite: a class has a number")
    return across, down, classes


def _asked(regions: Regions, x: Axis, y: Axis) -> Array:
    """Return what a model says in the middle of every cell of a grid."""
    n_rows, n_columns = GRID
    across = (
        x.low + (np.arange(n_columns) + 0.5) * (x.high - x.low) / n_columns
    )
    down = y.high - (np.arange(n_rows) + 0.5) * (y.high - y.low) / n_rows
    grid = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
    said = as_floats(regions(grid))
    if said.size != len(grid) or not np.isfinite(said).all():
        raise ValueError(
            f"regions is a function from points, shape {grid.shape}, to the "
            f"class of each, shape ({len(grid)},); it returned shape "
            f"{said.shape}" + ("" if said.size != len(grid) else " with nan")
        )
    return said.reshape(GRID)


def _dots(x: Array, y: Array, classes: Array, kinds: Array) -> Iterator[Dots]:
    for style, kind in enumerate(kinds):
        of_kind = classes == kind
        if of_kind.any():
            name = f"class {short(kind)}"
            yield Dots(name, x[of_kind], y[of_kind], style)


def _cells(asked: Array, kinds: Array, x: Axis, y: Axis) -> Cells:
    styles: IntArray = np.searchsorted(kinds, asked).astype(np.int64)
    ends = (x.low, x.high, y.low, y.high)
    return Cells(styles, asked, ends, is_regions=True)


def _thinned(dots: Dots, n_points: int) -> Dots:
    """Keep the same share of every class, evenly along its points."""
    step = -(-n_points // MOST_POINTS)
    return Dots(dots.name, dots.x[::step], dots.y[::step], dots.style)


def _notes(n_points: int, n_shown: int) -> Iterator[str]:
    if n_points > n_shown:
        n_wild = n_points - n_shown
        hidden = counted(n_wild, "point")
        yield f"{hidden} {are(n_wild)} not finite: left out"
    if n_points > MOST_POINTS:
        yield f"one point in {-(-n_points // MOST_POINTS)} is drawn"


def _counts(dots: tuple[Dots, ...], has_labels: bool) -> Iterator[str]:
    for one in dots:
        of = f" of {one.name}" if has_labels else ""
        yield f"{counted(one.x.size, 'point')}{of}."


def _shares(asked: Array, kinds: Array) -> Iterator[str]:
    for kind in kinds:
        share = np.mean(asked == kind)
        yield f"Class {short(kind)} has {share:.0%} of the area."
