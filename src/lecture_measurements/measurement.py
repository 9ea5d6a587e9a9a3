"""A claim of the lecture is a function that returns a number.

The decorator says how the number is shown and within which bounds it must
lie. Where chance plays, the function takes a seed; the number shown is the
median over the seeds, and every single seed must keep the bounds.

The bounds follow from the recorded values, by `Measurement.bounds_for`: they
are as tight as rounding allows or, where a measurement states that it is
noisy, as one false alarm in a million runs. A test holds the written ones to
that, so they move only with a claim.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from agreement.spread import reach_of_values, shift_of_median
from agreement.tolerance import ToleranceError

Form = Literal["plain", "percent", "scientific", "bound"]
# A quarter, which is the change that must be noticed, is six times this.
LARGEST_SHARE = 0.04
SIGNIFICANT = 6  # digits of a recorded value; no tolerance is as fine


class OutOfBoundsError(ValueError):
    """Raised when a measured number does not keep its bounds."""


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
    noise : float
        The standard deviation of what one seed's value changes from one
        arithmetic to another; 0 if that is less than the shown digits say.
    because : str
        Where the noise comes from.
    tail : str
        Why a single run may end anywhere, so that only the median is held;
        empty if every run keeps close.
    blind : str
        Why a change of five percentage points, or of a quarter, could pass
        unnoticed; empty if it could not.

    Raises
    ------
    ToleranceError
        If the noise has no reason.
    """

    function: Callable[..., float]
    low: float
    high: float
    decimals: int = 2
    form: Form = "plain"
    unit: str = ""
    seeds: Sequence[int] = ()
    noise: float = 0.0
    because: str = ""
    blind: str = ""
    tail: str = ""

    def __post_init__(self) -> None:
        if bool(self.noise) != bool(self.because):
            raise ToleranceError("`noise` needs its reason: `because`")
        if self.tail and not (self.noise and self.form == "percent"):
            raise ToleranceError("`tail` is for shares with noise")

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

    def tolerance_for(self, values: Sequence[float]) -> float:
        """Return how far the median of these values may move.

        Raises
        ------
        ToleranceError
            If the noise of one value is more than the largest of them.
        """
        largest = max(map(abs, values))
        if self.noise >= largest > 0:
            raise ToleranceError(
                f"the noise {self.noise:g} is wider than the largest value, "
                f"{largest:g}, that it is for"
            )
        noisy = shift_of_median(self.noise, values)
        return max(noisy, self.default_tolerance(values))

    def default_tolerance(self, values: Sequence[float]) -> float:
        """Return half a unit in the last displayed place, or less.

        A count must be equal. Of small numbers half a unit is a large part,
        so at most a twenty-fifth is allowed; a share is compared as a share,
        and what is shown as zero is compared with zero.
        """
        half = 0.5 * 10.0**-self.decimals
        middle = abs(statistics.median(values))
        if self.form == "percent":
            return half / 100
        if self.decimals == 0 and all(v.is_integer() for v in values):
            return 0.0
        if self.form == "scientific" and middle:
            half *= 10.0 ** math.floor(math.log10(middle))
        return min(half, LARGEST_SHARE * middle) if middle > half else half

    def bounds_for(self, values: Sequence[float]) -> tuple[float, float]:
        """Return the bounds that follow from recorded values.

        They hold what is shown, too, which is rounded.
        """
        reach = max(
            self.default_tolerance(values),
            reach_of_values(self.noise, len(values)),
        )
        if self.tail:
            return 0.0, 1.0
        least, most = min(values), max(values)
        low = min(least - reach, self._rounded(least))
        high = max(most + reach, self._rounded(most))
        if self.noise and least >= 0:  # a loss, a share, a count
            low = max(low, 0.0)
        if self.form == "percent" and 0 <= least <= most <= 1:
            low, high = max(low, 0.0), min(high, 1.0)
        return low, high

    def record(self) -> dict[str, Any]:
        """Measure and return what is kept of it."""
        return self.record_of(self.values())

    def record_of(self, measured: Sequence[float]) -> dict[str, Any]:
        """Return what is kept of measured values, one for each seed.

        What the prose shows, and of every seed as many digits as agreement
        can need.
        """
        values = [_short(value) for value in measured]
        noise = self.form == "bound"
        middle = statistics.median(values)
        entry = {
            "description": self.description,
            "value": self.high if noise else self._rounded(middle),
            "shown": self.shown(middle),
            "form": self.form,
            "decimals": self.decimals,
            "unit": self.unit,
            "low": self.low,
            "high": self.high,
            "seeds": list(self.seeds),
            "values": [] if noise else values,
            "tolerance": 0 if noise else _short(self.tolerance_for(values)),
        }
        if self.noise:
            entry |= {"noise": self.noise, "reason": self.because}
        if self.blind:
            entry["blind"] = self.blind
        if self.tail:
            entry["tail"] = self.tail
        if self.seeds and not noise:
            entry["spread"] = [
                self.shown(min(values)),
                self.shown(max(values)),
            ]
        return entry

    def _rounded(self, value: float) -> float:
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


def _short(value: float) -> float:
    return float(f"{value:.{SIGNIFICANT}g}")


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
    noise: float = 0.0,
    because: str = "",
    blind: str = "",
    tail: str = "",
) -> Callable[[Callable[..., float]], Measurement]:
    """Make a measurement of a function; see `Measurement`."""

    def decorate(function: Callable[..., float]) -> Measurement:
        return Measurement(
            function,
            low,
            high,
            decimals,
            form,
            unit,
            tuple(seeds),
            noise,
            because,
            blind,
            tail,
        )

    return decorate
