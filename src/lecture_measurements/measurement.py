"""A claim of the lecture is a function that returns a number.

The decorator says how the number is shown and within which bounds it must
lie. Where chance plays, the function takes a seed; the number shown is the
median over the seeds, and every single seed must keep the bounds.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Form = Literal["plain", "percent", "scientific", "bound"]


class OutOfBoundsError(ValueError):
    """Raised when a measured number does not keep its bounds."""


class DataMissingError(Exception):
    """Raised when a measurement needs files that are not at hand."""


@dataclass(frozen=True)
class Measurement:
    """A function that measures, with its bounds and its form in the prose.

    Parameters
    ----------
    function : callable
        Returns the number; takes a seed if there are seeds.
    low, high : float
        Bounds, both included, that the number must keep for every seed.
    decimals : int
        Digits after the point in the prose.
    form : {"plain", "percent", "scientific", "bound"}
        How the prose shows the number: 0.75, 75 %, 7.5 × 10⁻¹; or, for
        rounding noise, only the upper bound that it keeps.
    unit : str
        Appended to the number.
    seeds : sequence of int
        Empty if no chance plays.
    """

    function: Callable[..., float]
    low: float
    high: float
    decimals: int = 2
    form: Form = "plain"
    unit: str = ""
    seeds: Sequence[int] = ()

    def __call__(self, *seed: int) -> float:
        """Measure once."""
        return self.function(*seed)

    @property
    def description(self) -> str:
        """The first line of the function's docstring."""
        return (self.function.__doc__ or "").strip().partition("\n")[0]

    def values(self) -> list[float]:
        """Measure with every seed; raise if a value is out of bounds."""
        if not self.seeds:
            return [self._checked(float(self.function()), "")]
        return [
            self._checked(float(self.function(seed)), f" for seed {seed}")
            for seed in self.seeds
        ]

    def _checked(self, value: float, seed: str) -> float:
        if not self.low <= value <= self.high:
            raise OutOfBoundsError(
                f"{value:.6g}{seed} is not within {self.low:g} and "
                f"{self.high:g}"
            )
        return value

    def record(self) -> dict[str, Any]:
        """Return what is kept of a measurement: displayed digits only."""
        values = self.values()
        middle = statistics.median(values)
        entry = {
            "description": self.description,
            "value": self._rounded(middle),
            "shown": self.shown(middle),
            "low": self.low,
            "high": self.high,
            "seeds": list(self.seeds),
        }
        if self.seeds and self.form != "bound":
            entry["spread"] = [
                self.shown(min(values)),
                self.shown(max(values)),
            ]
        return entry

    def _rounded(self, value: float) -> float:
        if self.form == "bound":
            return self.high
        if self.form == "scientific":
            return float(f"{value:.{self.decimals}e}")
        rounded = round(value, self.decimals + 2 * (self.form == "percent"))
        return int(rounded) if rounded == int(rounded) else rounded

    def shown(self, value: float) -> str:
        """Return a value as the prose shows it."""
        if self.form == "percent":
            return f"{100 * value:z.{self.decimals}f} %".replace("-", "−")
        if self.form == "plain":
            return f"{value:z,.{self.decimals}f}{self.unit}".replace("-", "−")
        if self.form == "bound":
            return f"below {_power_of_ten(f'{self.high:.0e}')}{self.unit}"
        return _power_of_ten(f"{value:.{self.decimals}e}") + self.unit


def _power_of_ten(text: str) -> str:
    mantissa, exponent = text.replace("-", "−").split("e")
    superscripts = str.maketrans("−0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
    sign = "⁻" if exponent.startswith("−") else ""
    digits = exponent.lstrip("+−0") or "0"
    power = f"10{sign}{digits.translate(superscripts)}"
    return power if mantissa == "1" else f"{mantissa} × {power}"


def measurement(
    *,
    low: float,
    high: float,
    decimals: int = 2,
    form: Form = "plain",
    unit: str = "",
    seeds: Sequence[int] = (),
) -> Callable[[Callable[..., float]], Measurement]:
    """Make a measurement of a function; see `Measurement`."""

    def decorate(function: Callable[..., float]) -> Measurement:
        return Measurement(
            function, low, high, decimals, form, unit, tuple(seeds)
        )

    return decorate
