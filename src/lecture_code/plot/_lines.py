"""A curve is drawn through every number, or through the extremes of many."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from lecture_code.arrays import Array, as_floats
from lecture_code.plot._pictures import MOST_KINDS, Line, Panel, Picture
from lecture_code.plot._scales import SMALLEST, finite, spanning
from lecture_code.plot._sentences import joined, left_out, of_axes, of_line

MOST_POINTS = 3000  # of all curves: a page has 360 columns for them


def picture_of_curves(
    values: Mapping[str, ArrayLike],
    x: ArrayLike | None,
    x_label: str,
    y_label: str,
    log_y: bool,
    title: str,
) -> Picture:
    """Return curves as a picture; `lecture_code.plot.curves` says of what."""
    given = series(values)
    if len(given) > MOST_KINDS:
        raise ValueError(
            f"at most {MOST_KINDS} curves can be told from each other, got "
            f"{len(given)}: draw some of them, or their mean"
        )
    across = _across(x, given)
    whole = [
        Line(name, across[name], _drawable(y, log_y), style)
        for style, (name, y) in enumerate(given.items())
    ]
    lines = tuple(_thinned(line, MOST_POINTS // len(whole)) for line in whole)
    down = spanning((line.y for line in whole), y_label, is_log=log_y)
    panel = Panel(
        lines,
        spanning((line.x for line in whole), x_label, margin=0.02),
        spanning(
            (line.y for line in whole), y_label, margin=0.05, is_log=log_y
        ),
    )
    notes = [
        note
        for line in whole
        for note in left_out(line.name, given[line.name], line.y)
    ]
    if sum(line.x.size for line in lines) < sum(line.x.size for line in whole):
        notes.append("of many points in a row, the extremes are drawn")
    ends = spanning((line.x for line in whole), x_label)
    words = [of_axes(ends, down, "Curves"), *map(of_line, whole)]
    return Picture(
        (panel,),
        joined(title, words, notes),
        title,
        legend=lines if len(lines) > 1 else (),
        notes=tuple(notes),
    )


def series(values: Mapping[str, ArrayLike]) -> dict[str, Array]:
    """Return what belongs to each name as a row of numbers.

    Raises
    ------
    ValueError
        If it is no mapping, or there is nothing, or it is no row.
    """
    if not isinstance(values, Mapping):
        raise ValueError(
            "give each row of numbers its name, as {'train': losses}, got "
            f"{type(values).__name__}"
        )
    if not values:
        raise ValueError("there is nothing to draw: the mapping is empty")
    return {str(name): row(str(name), y) for name, y in values.items()}


def row(name: str, values: ArrayLike) -> Array:
    """Return numbers in a row, which must not be empty."""
    numbers = as_floats(values)
    if numbers.ndim != 1:
        raise ValueError(
            f"'{name}' is one row of numbers, got shape {numbers.shape}: "
            "use .ravel(), or a name for each column"
        )
    if numbers.size == 0:
        raise ValueError(f"'{name}' is empty: there is nothing to draw")
    return numbers


def _across(
    x: ArrayLike | None, given: Mapping[str, Array]
) -> dict[str, Array]:
    """Return where the numbers of each curve stand; counted from 0."""
    if x is None:
        return {name: np.arange(1.0 * y.size) for name, y in given.items()}
    numbers = row("x", x)
    if not np.isfinite(finite(numbers)).all():
        raise ValueError("x must be finite: a point without a place is none")
    for name, y in given.items():
        if y.size != numbers.size:
            raise ValueError(
                f"'{name}' has {y.size} numbers and x {numbers.size}: each "
                "point needs both"
            )
    return dict.fromkeys(given, numbers)


def _drawable(y: Array, log_y: bool) -> Array:
    shown = finite(y)
    return np.where(shown >= SMALLEST, shown, np.nan) if log_y else shown


def _thinned(line: Line, most: int) -> Line:
    """Keep of every run of points its ends, its extremes and a gap."""
    if line.x.size <= most:
        return line
    kept = {0, line.x.size - 1}
    for run in np.array_split(np.arange(line.x.size), most // 3):
        y = line.y[run]
        kept.add(int(run[np.where(np.isnan(y), np.inf, y).argmin()]))
        kept.add(int(run[np.where(np.isnan(y), -np.inf, y).argmax()]))
        kept.update(map(int, run[np.isnan(y)][:1]))
    chosen = sorted(kept)
    return Line(line.name, line.x[chosen], line.y[chosen], line.style)
