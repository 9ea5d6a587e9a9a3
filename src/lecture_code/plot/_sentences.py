"""What a picture shows in words, and what it does not show."""

from collections.abc import Iterable, Iterator

import numpy as np

from lecture_code.arrays import Array
from lecture_code.plot._pictures import Axis, Line
from lecture_code.plot._scales import short


def of_axes(x: Axis, y: Axis, what: str) -> str:
    """Return what stands on both axes, and from where to where."""
    across = f"{x.label or 'x'} from {short(x.low)} to {short(x.high)}"
    scale = ", on a logarithmic scale" if y.is_log else ""
    return f"{what} of {y.label or 'y'} against {across}{scale}."


def joined(title: str, words: Iterable[str], notes: Iterable[str]) -> str:
    """Return sentences and notes as one text, a title before them."""
    told = (f"{note[0].upper()}{note[1:]}." for note in notes)
    said = " ".join([*words, *told])
    return f"{title}: {said[0].lower()}{said[1:]}" if title else said


def of_line(line: Line) -> str:
    """Return where a curve begins and ends, and its least and greatest."""
    shown = np.flatnonzero(np.isfinite(line.y))
    if shown.size == 0:
        return f"{line.name} has no number that can be shown."
    x, y = line.x[shown], line.y[shown]
    if y.size == 1:
        return f"{line.name} is one point, {short(y[0])} at {short(x[0])}."
    ends = f"begins at {short(y[0])} and ends at {short(y[-1])}"
    least, greatest = int(y.argmin()), int(y.argmax())
    return (
        f"{line.name} {ends}; its least is {short(y[least])} at "
        f"{short(x[least])}, its greatest {short(y[greatest])} at "
        f"{short(x[greatest])}."
    )


def of_values(name: str, values: Array) -> str:
    """Return the mean of some numbers, and how far they spread."""
    if values.size == 0:
        return f"{name} has no finite value."
    scale = max(float(np.abs(values).max()), 1e-300)  # squares overflow
    mean, std = (float(f(values / scale)) for f in (np.mean, np.std))
    return (
        f"{name}: {counted(values.size, 'value')} from {short(values.min())} "
        f"to {short(values.max())}, mean {short(mean * scale)}, "
        f"standard deviation {short(std * scale)}."
    )


def counted(number: int, what: str) -> str:
    """Return a number of things, in one or in many."""
    return f"{number} {what}" + ("" if number == 1 else "s")


def are(number: int) -> str:
    """Return the verb that goes with a number of things."""
    return "is" if number == 1 else "are"


def left_out(name: str, values: Array, shown: Array) -> Iterator[str]:
    """Yield how many numbers are not shown, and why.

    Parameters
    ----------
    name : str
    values : ndarray
        As they were given.
    shown : ndarray
        The same with nan where nothing can be drawn.
    """
    hidden = np.isnan(shown)
    n_wild = int(np.sum(hidden & ~(np.abs(values) <= 1e300)))
    n_low = int(hidden.sum()) - n_wild
    for number, what in ((n_wild, "finite"), (n_low, "positive")):
        if number:
            values_of = f"{counted(number, 'value')} of {name}"
            yield f"{values_of} {are(number)} not {what}: left out"
