"""Singular matrices, which NumPy in a browser does not notice.

It learns of them from flags that a processor raises, and WebAssembly has
none: the result is then infinite or no number, and no error is raised.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import numpy as np

_SOLVING = ("inv", "solve")
_Function = Callable[..., Any]


def raise_for_singular() -> None:
    """Let `numpy.linalg` raise for singular matrices as it does elsewhere."""
    for name in _SOLVING:
        setattr(np.linalg, name, checked(getattr(np.linalg, name)))


def checked(function: _Function) -> _Function:
    """Return a function that raises where it would return no numbers."""

    @wraps(function)
    def solved(a: Any, *arguments: Any, **named: Any) -> Any:
        result = function(a, *arguments, **named)
        given = (a, *arguments, *named.values())
        if not _finite(result) and all(map(_finite, given)):
            raise np.linalg.LinAlgError("Singular matrix")
        return result

    return solved


def _finite(array: Any) -> bool:
    return bool(np.isfinite(array).all())
