"""Arrays: their types, their indices, their truth."""

from __future__ import annotations

import re

from lecture_live.mistakes.mistake import Raised

_CAST = re.compile(
    r"from dtype\('(float|complex)\d+'\) to dtype\('(u?int\d+|bool)'\)"
)
_INDEX = re.compile(
    r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)"
)
_DIMENSIONS = re.compile(r"is (\d+)-dimensional, but (\d+) were indexed")


def floats_into_integers(raised: Raised) -> str | None:
    """Explain floats that would be written into whole numbers."""
    found = _CAST.search(raised.text)
    if not found:
        return None
    return (
        f"The array holds whole numbers ({found[2]}) and cannot take what "
        "is computed: begin with decimals, such as `np.array([1.0, 2.0])`, "
        "or convert it with `.astype(float)`."
    )


def index_out_of_range(raised: Raised) -> str | None:
    """Explain an index that lies past the end."""
    if not isinstance(raised.error, IndexError):
        return None
    found = _INDEX.search(raised.text)
    if found:
        index, axis, size = map(int, found.groups())
        if size == 0:
            return f"Axis {axis} is empty: it has no index {index}."
        return (
            f"Axis {axis} has size {size}, so its indices are 0 to "
            f"{size - 1}; {index} is outside."
        )
    if "index out of range" in raised.text:
        return (
            "The index is past the end: indices begin at 0, and the last "
            "one is the length minus 1."
        )
    return None


def too_many_indices(raised: Raised) -> str | None:
    """Explain more indices than the array has axes."""
    found = _DIMENSIONS.search(raised.text)
    if not found:
        return None
    axes = _axes(found[1])
    return f"The array has {axes}, but {found[2]} indices are given."


def _axes(count: str) -> str:
    return f"{count} axis" if count == "1" else f"{count} axes"


def truth_of_many(raised: Raised) -> str | None:
    """Explain an array where one truth value is needed."""
    if "truth value of an array" not in raised.text:
        return None
    return (
        "An array of several elements is neither true nor false: write "
        "`.any()` or `.all()`, and `&`, `|` in place of `and`, `or`."
    )


def singular(raised: Raised) -> str | None:
    """Explain a matrix that has no inverse."""
    if type(raised.error).__name__ != "LinAlgError":
        return None
    if "ingular matrix" not in raised.text:
        return None
    return (
        "The matrix has no inverse: some of its rows depend on the others "
        "linearly, so the equations have no unique solution."
    )
