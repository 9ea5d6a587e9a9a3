"""Numbers of a given type, to call the teaching code with."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Given:
    """Makes arguments: of a type, and perhaps widened to float64 after.

    Parameters
    ----------
    dtype : str
        What every number is rounded to.
    form : function
        What is done to each array.
    widened : bool
        Whether the same numbers are then given as float64, so that the
        results say what is right.
    """

    def __init__(
        self,
        dtype: str,
        form: Callable[[NDArray[Any]], Any] = lambda x: x,
        widened: bool = False,
    ) -> None:
        self.dtype, self.form, self.widened = np.dtype(dtype), form, widened

    def array(self, values: Any) -> Any:
        """Return an array; what is negative wraps in an unsigned type."""
        x = np.asarray(values, dtype=np.float64)
        if self.dtype.kind in "iu":
            x = x.clip(-(2.0**62), 2.0**62).astype(np.int64)
        x = x.astype(self.dtype)
        return x.astype(np.float64) if self.widened else self.form(x)

    def number(self, value: float) -> Any:
        """Return one number, of NumPy's own class for it."""
        x = np.asarray(value).astype(self.dtype)[()]
        return float(x) if self.widened else x

    def count(self, value: int) -> Any:
        """Return a whole number; of type int if ours cannot hold it."""
        if self.widened or self.dtype.kind not in "iu":
            return value
        return self.dtype.type(value)


# Doubled or squared they leave the range of 8 bits, exponentiated of float16.
X = [[100.3, -3.7, 0.0], [-90.2, 12.1, 1.6], [5.5, 70.4, -20.9]]
U = [[1.3, -100.0, 3.0], [90.5, 0.7, -2.0], [-60.0, 110.0, 7.7]]
LABELS = [[1.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 1.0, 0.0]]
CLASSES = np.array([1, 0, 2])
SMALL = [[1.0, -2.0, 0.5], [0.3, 1.7, -0.6], [2.0, 1.0, 1.0]]
IMAGES = [[[100.0, 3.0], [7.5, 90.0]], [[0.0, 120.0], [60.0, 1.0]]]


def generator() -> np.random.Generator:
    """Return one that draws the same each time."""
    return np.random.default_rng(0)


def squares(x: NDArray[np.float64]) -> float:
    """Return a number for an array."""
    return float(np.sum(x**2))


def of_x(f: Callable[..., Any], values: Any = X) -> Callable[[Given], Any]:
    """Return a call with one array."""
    return lambda given: f(given.array(values))
