"""Whether an explorer computes what the teaching code computes."""

from __future__ import annotations

import importlib
import json
import math
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lecture_site.basics.node import NODE

_HARNESS = Path(__file__).with_name("model_values.mjs")
_WORDS = ("nan", "inf", "-inf")  # numbers that JSON lacks


def compare_with_golden_values(golden: str, script: str) -> str:
    """Compute all golden states as a page does, and compare the values.

    Parameters
    ----------
    golden : str
        The module of golden values, a file named as its explorer.
    script : str
        The script of the explorer, bundled.

    Returns
    -------
    str
        As JSON: how many states and values agree, and the largest difference,
        in units of the larger of 1 and the value.

    Raises
    ------
    ArithmeticError
        If a value is off by more than its module tolerates, or if there are
        too few states.
    """
    # Another lecture may have none.
    module = importlib.import_module("lecture_golden.export")
    wanted = json.loads(module.export(Path(golden).stem))
    states = wanted["states"]
    if len(states) < module.FEWEST:
        raise ArithmeticError(
            f"it has {len(states)} states, and {module.FEWEST} are the fewest"
        )
    found = model_values(Path(script), [one["state"] for one in states])
    largest, n_values = 0.0, 0
    for one, values in zip(states, found, strict=True):
        for name, off in differences(values, one["values"]):
            if not off <= wanted["tolerance"]:
                raise ArithmeticError(
                    f"'{name}' is off by {off:.1e} and may be by "
                    f"{wanted['tolerance']:.1e}, in {json.dumps(one['state'])}"
                )
            largest, n_values = max(largest, off), n_values + 1
    return json.dumps(
        {
            "states": len(states),
            "golden_values": n_values,
            "largest_difference": largest,
        }
    )


def model_values(script: Path, states: list[Any]) -> list[dict[str, Any]]:
    """Return what the model of an explorer computes for some states."""
    ran = subprocess.run(
        [NODE, str(_HARNESS)],
        input=json.dumps(
            {"script": script.resolve().as_uri(), "states": states}
        ),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if ran.returncode:
        raise RuntimeError(f"its script ended with an error:\n{ran.stderr}")
    values: list[dict[str, Any]] = json.loads(ran.stdout)
    return values


def differences(
    found: dict[str, Any], wanted: dict[str, Any]
) -> Iterator[tuple[str, float]]:
    """Yield how far each number is off, with the name of its value.

    Parameters
    ----------
    found, wanted : dict
        Numbers, or lists of numbers to any depth, by their names. Numbers that
        JSON lacks may be words.

    Raises
    ------
    ArithmeticError
        If one has names, or numbers, that the other has not.
    """
    if found.keys() != wanted.keys():
        raise ArithmeticError(
            f"there are {sorted(found)} and not {sorted(wanted)}"
        )
    for name, value in wanted.items():
        for off in _off(found[name], value, name):
            yield name, off


def _off(found: Any, wanted: Any, name: str) -> Iterator[float]:
    if isinstance(wanted, list) and isinstance(found, list):
        if len(found) != len(wanted):
            raise ArithmeticError(
                f"'{name}' has {len(found)} numbers and not {len(wanted)}"
            )
        for one, other in zip(found, wanted, strict=True):
            yield from _off(one, other, name)
    else:
        yield _distance(found, wanted)


def _distance(found: Any, wanted: Any) -> float:
    if not (_is_number(found) and _is_number(wanted)):
        return math.inf
    one, other = float(found), float(wanted)
    if one == other or (math.isnan(one) and math.isnan(other)):
        return 0.0
    off = abs(one - other) / max(1.0, abs(other))
    return off if math.isfinite(off) else math.inf


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) or value in _WORDS
