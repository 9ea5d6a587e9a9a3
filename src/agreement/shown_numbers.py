"""Numbers as texts show them, and how far two of them may lie apart."""

from __future__ import annotations

import math
import re

# Decimals, exponents, groups of three digits and both minus signs; the
# superscripts are those of 7 × 10⁻⁷.
NUMBER = re.compile(
    r"[-+−]?\b10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+"
    r"|[-+−]?(?:\d+(?:,\d{3})+|\d+)(?:\.\d*)?(?:e[-+]?\d+)?"
    r"(?: × 10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?"
    r"|[-+−]?\b(?:nan|inf)\b",
    re.IGNORECASE,
)
_POWER = re.compile(r"10(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$")
_DIGITS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
# Decimal fractions have no exact binary form, so a step of one in the last
# place may come out longer by a few parts in 2⁵³.
ROUNDING = 1e-9


def value(number: str) -> float:
    """Return what a number in a text is worth."""
    return float(_plain(number))


def is_whole(number: str) -> bool:
    """Tell whether a number is a count or a size: it has only digits."""
    return _plain(number).lstrip("+-").isdigit()


def count(number: str) -> int:
    """Return a whole number, however large."""
    return int(_plain(number))


def _plain(number: str) -> str:
    """Return a number as Python writes it."""
    power = _POWER.search(number)
    if power is None:
        return number.replace("−", "-").replace(",", "")
    mantissa = number[: power.start()].removesuffix(" × ")
    mantissa = mantissa if mantissa.strip("-+−") else f"{mantissa}1"
    exponent = power[1].translate(_DIGITS)
    return f"{mantissa.replace('−', '-').replace(',', '')}e{exponent}"


def last_place(number: str) -> float:
    """Return what a one in the last place is worth; 0 for a whole number.

    A number without decimals and exponent is a count or a size.
    """
    plain = _plain(number).lower()
    digits, _, power = plain.partition("e")
    decimals = len(digits.partition(".")[2])
    exponent = int(power or 0) - decimals
    return float(f"1e{exponent}") if decimals or power else 0.0


def distance(old: float, new: float) -> float:
    """Return how far two numbers are apart; a new nan is infinitely far."""
    if old == new or (math.isnan(old) and math.isnan(new)):
        return 0.0
    apart = abs(old - new)
    return math.inf if math.isnan(apart) else apart


def relative_distance(old: float, new: float) -> float:
    """Return the distance in units of the larger of two numbers."""
    apart = distance(old, new)
    if not apart or math.isinf(apart):
        return apart
    return apart / max(abs(old), abs(new))
