"""Makes plain numbers and arrays of what a reader's code gives.

What a test compares is never an object of the reader's own, which could call
itself equal to anything.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Wrap = Callable[[Any, str], Any]
_NUMBERS = "biufc"  # kinds of NumPy
_AS_THEY_ARE = (bool, int, float, complex, str)


class UnusableError(Exception):
    """Raised where a reader's code gives what no test can compare."""


def plain(value: Any, name: str, wrap: Wrap) -> Any:
    """Return numbers, arrays, text, and tuples, lists or dicts of these.

    A list of numbers becomes an array.

    Parameters
    ----------
    value : object
        What the reader's code gave.
    name : str
        Of the variable or the function, for the message.
    wrap : callable
        What becomes of a function.

    Raises
    ------
    UnusableError
        If it is something else; the message is for the reader.
    """
    if type(value) in _AS_THEY_ARE:
        return value
    if value is ...:
        raise UnusableError("There is still a `...` to be replaced.")
    if value is None:
        raise UnusableError(
            f"`{name}` gives nothing (None); is there a `return`?"
        )
    if type(value) is tuple:
        return tuple(plain(each, name, wrap) for each in value)
    if type(value) is list:
        return _list([plain(each, name, wrap) for each in value])
    if type(value) is dict:
        return {
            plain(key, name, wrap): plain(each, name, wrap)
            for key, each in value.items()
        }
    if callable(value):
        return wrap(value, name)
    return _array(value, name)


def _list(values: list[Any]) -> Any:
    try:
        array = np.array(values)
    except ValueError:
        return values  # of several lengths
    return array if array.dtype.kind in _NUMBERS else values


def _array(value: Any, name: str) -> Any:
    """Return a copy as an array of NumPy's own, in which are numbers."""
    try:
        array = np.array(value, subok=False)
        if array.dtype.kind not in _NUMBERS + "U":
            array = np.array(value, dtype=float, subok=False)
    except Exception:
        kind = type(value).__name__
        raise UnusableError(
            f"`{name}` gives {kind}, where numbers or an array are expected."
        ) from None
    return array[()] if array.ndim == 0 else array


def same(one: Any, other: Any) -> bool:
    """Tell whether two plain values are equal but for rounding."""
    if type(one) is dict and type(other) is dict:
        return one.keys() == other.keys() and all(
            same(one[key], other[key]) for key in one
        )
    if type(one) in (list, tuple) and type(other) in (list, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, str) or isinstance(other, str):
        return bool(np.all(one == other))
    if np.shape(one) != np.shape(other):
        return False
    try:
        return bool(
            np.allclose(one, other, rtol=1e-9, atol=1e-12, equal_nan=True)
        )
    except TypeError:
        return False
