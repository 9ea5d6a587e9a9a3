"""Axes end a little beyond the numbers, and have ticks at 1, 2, 5, 10."""

import math
from collections.abc import Iterable

import numpy as np

from lecture_code.arrays import Array, as_floats
from lecture_code.plot._pictures import Axis

LARGEST, SMALLEST = 1e300, 1e-300  # beyond, differences leave float64
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def finite(values: Array) -> Array:
    """Return values with nan for all that no axis can show."""
    return np.where(np.abs(values) <= LARGEST, values, np.nan)


def spanning(
    parts: Iterable[Array],
    label: str = "",
    *,
    margin: float = 0.0,
    is_log: bool = False,
) -> Axis:
    """Return an axis on which all finite numbers have a place.

    Parameters
    ----------
    parts : iterable of ndarray
    label : str
    margin : float
        How much is free at both ends, as a share of the length.
    is_log : bool
        Whether it shows powers of ten; what is not positive has no place.
    """
    numbers = np.concatenate([np.ravel(part) for part in parts])
    shown = numbers[np.isfinite(numbers)]
    if is_log:
        shown = np.log10(shown[shown >= SMALLEST])
    if shown.size == 0:
        shown = np.array([0.0, 1.0])
    low, high = _apart(float(shown.min()), float(shown.max()), is_log)
    free = margin * (high - low)
    low, high = low - free, high + free
    if is_log:
        low, high = 10.0 ** max(low, -307.0), 10.0 ** min(high, 307.0)
    return Axis(low, high, label, is_log)


def _apart(low: float, high: float, is_log: bool) -> tuple[float, float]:
    """Move two ends apart that are one number, or nearly."""
    middle = (low + high) / 2
    if high - low > max(1e-9 * abs(middle), 1e-290):
        return low, high
    half = 0.5 if is_log else 0.1 * abs(middle)
    half = half if half > 1e-290 else 1.0
    return middle - half, middle + half


def place(values: Array, axis: Axis) -> Array:
    """Return where numbers lie on an axis, from 0 to 1."""
    ends = np.array([axis.low, axis.high])
    if axis.is_log:
        ends = np.log10(ends)
        with np.errstate(divide="ignore", invalid="ignore"):
            values = np.log10(values)
    start, end = ends
    return as_floats((values - start) / (end - start))


def ticks(axis: Axis, most: int) -> dict[float, str]:
    """Return the ticks of an axis, each with what stands at it.

    Parameters
    ----------
    axis : Axis
    most : int
        How many steps there may be between them.
    """
    if not axis.is_log:
        return _linear(axis.low, axis.high, most)
    low, high = math.log10(axis.low), math.log10(axis.high)
    if high - low < 1.5:
        return _within_a_decade(axis.low, axis.high, most)
    step = max(1, math.ceil((high - low) / most))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    powers = [step * n for n in range(first, last + 1)]
    return {10.0**power: _power(power) for power in powers}


def _linear(low: float, high: float, most: int) -> dict[float, str]:
    step = _nice((high - low) / most)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    found = [step * n for n in range(first, last + 1)]
    largest = max(map(abs, found), default=0.0)
    power = math.floor(math.log10(largest)) if largest else 0
    if -4 < power < 6:
        power = 0
    decimals = max(0, power - math.floor(math.log10(step) + 1e-9))
    return {tick: _decimal(tick, power, decimals) for tick in found}


def _nice(step: float) -> float:
    """Return the next number from `step` on that is 1, 2 or 5 times 10ⁿ."""
    power = 10.0 ** math.floor(math.log10(step))
    return next(n * power for n in (1, 2, 5, 10) if n * power >= step * 0.999)


def _within_a_decade(low: float, high: float, most: int) -> dict[float, str]:
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)))
    found = [n * 10.0**power for power in powers for n in (1, 2, 5)]
    inside = [tick for tick in found if low <= tick <= high]
    if len(inside) < 2:
        return _linear(low, high, most)
    return {tick: short(tick) for tick in inside}


def _decimal(number: float, power: int, decimals: int) -> str:
    written = f"{number / 10.0**power:.{decimals}f}"
    if float(written) == 0:
        return "0"
    times = f"×{_power(power)}" if power else ""
    return written.replace("-", "−") + times


def _power(power: int) -> str:
    return {0: "1", 1: "10"}.get(
        power, "10" + str(power).translate(_SUPERSCRIPTS)
    )


def short(number: float) -> str:
    """Return a number with three digits, or a whole one, as one reads it."""
    if 100 <= abs(number) < 1e6 or number == 0:
        return f"{number:.0f}".replace("-", "−")
    written, _, power = f"{number:.3g}".partition("e")
    times = f"×{_power(int(power))}" if power else ""
    return written.replace("-", "−") + times
