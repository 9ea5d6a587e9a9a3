"""Writes the golden values of an explorer, so that a browser can read them."""

from __future__ import annotations

import importlib
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeAlias, cast

import numpy as np

State: TypeAlias = Mapping[str, Any]
Value: TypeAlias = float | Sequence[float]
SEED = 0
FEWEST = 200  # states that an explorer is held to
FOLDER = Path(__file__).parent


class Golden(Protocol):
    """A module of golden values.

    Attributes
    ----------
    TOLERANCE : float
        How far a value may be off, in units of the larger of 1 and its size:
        1e-9 where the arithmetic is the same, else more, and the reason is
        said beside it.
    """

    TOLERANCE: float

    def states(self, rng: np.random.Generator) -> Iterator[State]:
        """Yield extreme states, and then random ones."""

    def values(self, state: State) -> dict[str, Value]:
        """Return the numbers of a state, by their names."""


def names() -> list[str]:
    """Return the explorers that have golden values."""
    others = {"__init__", Path(__file__).stem}
    return sorted({path.stem for path in FOLDER.glob("*.py")} - others)


def golden(name: str) -> Golden:
    """Return the module of an explorer.

    Raises
    ------
    ValueError
        If it has none.
    """
    if name not in names():
        raise ValueError(
            f"no explorer '{name}' has golden values: choose one of "
            f"{', '.join(names())}, or write {FOLDER.name}/{name}.py"
        )
    return cast(Golden, importlib.import_module(f"lecture_golden.{name}"))


def export(name: str) -> str:
    """Return the states of an explorer with their values, as JSON.

    Numbers that JSON cannot write are the words nan, inf and -inf.
    """
    module = golden(name)
    states = [
        {"state": dict(state), "values": module.values(state)}
        for state in module.states(np.random.default_rng(SEED))
    ]
    content = {"tolerance": module.TOLERANCE, "states": states}
    return json.dumps(_writable(content), allow_nan=False)


def _writable(content: Any) -> Any:
    if isinstance(content, dict):
        return {name: _writable(value) for name, value in content.items()}
    if isinstance(content, list | tuple | np.ndarray):
        return [_writable(value) for value in content]
    if isinstance(content, float | np.floating):
        number = float(content)
        return number if math.isfinite(number) else str(number)
    return content.item() if isinstance(content, np.generic) else content
