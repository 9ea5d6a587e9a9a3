"""Everything we compute with is an array of float64, and a batch is a matrix.

The checks below turn what a caller passes into such arrays. Anything else is
refused with a sentence that names the remedy, because NumPy would broadcast
many a mistake into a plausible number, and small types overflow silently.
"""

import operator
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeAlias, TypeVar, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]
IntArray: TypeAlias = NDArray[np.int64]
P = ParamSpec("P")
R = TypeVar("R")

FLOAT64 = np.dtype(np.float64)

# A decorator: a training that diverges runs into inf and nan, without
# warnings, and shows them in its loss.
overflow_is_inf = np.errstate(over="ignore", invalid="ignore")


def as_floats(values: ArrayLike) -> Array:
    """Return numbers of any real type as float64: the rule of this package.

    In a small type results leave the range without a word: of uint8, minus 1
    is 255, and of float16, the exponential of 12 is infinite.

    Parameters
    ----------
    values : array_like
        Booleans, integers or floats of any size, in any shape.

    Returns
    -------
    ndarray of float64
        `values` itself, not a copy, if it is one already.

    Raises
    ------
    ValueError
        If the values are complex, text or anything else, or some are masked.
    """
    array = without_mask(values)
    if array.dtype == FLOAT64:
        return array
    if array.dtype.kind not in "biuf":
        raise ValueError(
            "expected real numbers (bool, integers or floats), "
            f"got {array.dtype}"
        )
    return array.astype(np.float64)


def without_mask(values: ArrayLike) -> NDArray[Any]:
    """Return an array; of one with a mask, the mask would get lost."""
    if isinstance(values, np.ma.MaskedArray):
        raise ValueError(
            "masked values would be computed with: give values.compressed(), "
            "or values.filled(...) with what is to stand for them"
        )
    return np.asarray(values)


def as_number(name: str, value: ArrayLike) -> float:
    """Return one number of any real type, or raise ValueError by its name."""
    number = as_floats(value)
    if number.ndim:
        raise ValueError(f"{name} is one number, got shape {number.shape}")
    return float(number)


def as_count(name: str, value: Any, least: int = 1) -> int:
    """Return a whole number from `least` on, or raise ValueError."""
    try:
        count = operator.index(value)
    except TypeError:
        raise ValueError(
            f"{name} must be a whole number, got {value!r}"
        ) from None
    if count < least:
        raise ValueError(f"{name} must be at least {least}, got {count}")
    return count


def in_float64(function: Callable[P, R]) -> Callable[P, R]:
    """Decorate a function: all it is given, arrays or numbers, is float64."""
    computed: Callable[..., R] = function

    @wraps(function)
    def with_floats(*args: Any, **named: Any) -> R:
        floats = {name: as_floats(value) for name, value in named.items()}
        return computed(*map(as_floats, args), **floats)

    return cast("Callable[P, R]", with_floats)


def as_batch(x: ArrayLike, n_features: int | None = None) -> Array:
    """Return `x` as a batch, a matrix with one row per sample.

    Parameters
    ----------
    x : array_like, shape (n_samples, n_features)
    n_features : int, optional
        The number of columns expected; any number if left out.

    Returns
    -------
    ndarray of float64, shape (n_samples, n_features)

    Raises
    ------
    ValueError
        If `x` is no matrix, is empty, or has another number of columns.
    """
    x = as_floats(x)
    if x.ndim != 2:
        raise ValueError(
            f"a batch has shape (n_samples, n_features), got {x.shape}: "
            "use x[None, :] for one sample, x[:, None] for one feature"
        )
    if x.size == 0:
        raise ValueError(f"the batch is empty, its shape is {x.shape}")
    if n_features not in (None, x.shape[1]):
        raise ValueError(
            f"expected {n_features} features, got a batch of shape {x.shape}"
        )
    return x


def as_shape(
    name: str, values: ArrayLike, shape: tuple[int, ...], remedy: str
) -> Array:
    """Return `values` as float64, refusing every other shape than `shape`.

    Parameters
    ----------
    name, remedy : str
        What the values are, and what to do if they do not fit.
    values : array_like
    shape : tuple of int

    Returns
    -------
    ndarray of float64, shape `shape`

    Raises
    ------
    ValueError
        If the shape is another one, or there are no values.
    """
    values = as_floats(values)
    if values.shape != shape:
        raise ValueError(
            f"{name} has shape {values.shape}, expected {shape}: {remedy}"
        )
    if values.size == 0:
        raise ValueError(f"{name} is empty, its shape is {shape}")
    return values


def as_classes(classes: ArrayLike, n_samples: int, n_classes: int) -> IntArray:
    """Return the class of each sample as an integer.

    Parameters
    ----------
    classes : array_like of int, shape (n_samples,)
        Each from 0 to `n_classes` - 1.
    n_samples, n_classes : int

    Returns
    -------
    ndarray of int64, shape (n_samples,)

    Raises
    ------
    ValueError
        If the shape is another one, or an entry is no class.
    """
    classes = without_mask(classes)
    if classes.shape != (n_samples,):
        raise ValueError(
            f"classes have shape {classes.shape}, expected ({n_samples},): "
            "one integer per sample, not one-hot"
        )
    if classes.dtype.kind not in "biu":
        raise ValueError(
            f"classes must be integers, got {classes.dtype}: use astype(int)"
        )
    if n_samples and not 0 <= classes.min() <= classes.max() < n_classes:
        raise ValueError(
            f"classes must be in 0..{n_classes - 1}, "
            f"got {classes.min()}..{classes.max()}"
        )
    return classes.astype(np.int64)


def at_least_one(**counts: int) -> None:
    """Raise ValueError for the first that is below 1, or no whole number."""
    for name, count in counts.items():
        as_count(name, count)


def at_least_zero(**numbers: float) -> None:
    """Raise ValueError for the first that is negative or nan."""
    for name, number in numbers.items():
        number = as_number(name, number)
        if not number >= 0:
            raise ValueError(f"{name} must be at least 0, got {number}")


def a_share(**numbers: float) -> None:
    """Raise ValueError for the first outside [0, 1), or nan."""
    for name, number in numbers.items():
        number = as_number(name, number)
        if not 0 <= number < 1:
            raise ValueError(f"{name} must be in [0, 1), got {number}")
