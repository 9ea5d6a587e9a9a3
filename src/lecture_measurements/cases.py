"""Several measurements by one function: the same number of different cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import ModuleType
from typing import Any

from lecture_measurements.measurement import Measurement, measurement

Bounds = tuple[float, float]


def measurements(
    *,
    cases: Mapping[str, Bounds],
    words: Mapping[str, str] | None = None,
    **shared: Any,
) -> Callable[[Callable[..., float]], dict[str, Measurement]]:
    """Make a measurement of each case of a function.

    A function ``gap`` with a case ``l2`` makes the measurement ``gap_l2``.

    Parameters
    ----------
    cases : mapping of str to (float, float)
        The bounds of each case. They are written out in the decorator, where
        the site reads the names; the function is called with a name, and a
        seed if there are seeds.
    words : mapping of str to str, optional
        What takes the place of ``{}`` in the docstring, where that is not
        the name itself.
    **shared
        Whatever else `measurement` takes.
    """

    def decorate(function: Callable[..., float]) -> dict[str, Measurement]:
        made = {}
        for name, (low, high) in cases.items():
            called = (words or {}).get(name, name)
            bound = partial(function, name)
            bound.__doc__ = (function.__doc__ or "").format(called)
            make = measurement(low=low, high=high, **shared)
            made[f"{function.__name__}_{name}"] = make(bound)
        return made

    return decorate


def measurement_named(module: ModuleType, name: str) -> Measurement:
    """Return a measurement of a module, be it a function or a case of one.

    Raises
    ------
    LookupError
        If the module has no measurement of this name.
    """
    for places in (vars(module), *vars(module).values()):
        found = places.get(name) if isinstance(places, dict) else None
        if isinstance(found, Measurement):
            return found
    raise LookupError(f"{module.__name__} has no measurement {name}")
