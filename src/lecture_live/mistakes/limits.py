"""What cannot be computed: too deep, too large, by zero."""

from __future__ import annotations

from lecture_live.mistakes.mistake import Raised


def division_by_zero(raised: Raised) -> str | None:
    """Explain a division by zero."""
    if not isinstance(raised.error, ZeroDivisionError):
        return None
    return (
        "The divisor is zero: look at what it is computed from, or add a "
        "small number such as 1e-8 where it may be zero."
    )


def recursion(raised: Raised) -> str | None:
    """Explain a function that calls itself too often."""
    if not isinstance(raised.error, RecursionError):
        return None
    return (
        "A function calls itself without an end, or too deeply: look for "
        "the case in which it should return without a call."
    )


def memory(raised: Raised) -> str | None:
    """Explain that the memory of the page is used up."""
    too_big = "array is too big" in raised.text  # in 32 bits it is told so
    if not isinstance(raised.error, MemoryError) and not too_big:
        return None
    return (
        "There is not enough memory for this array: a page has up to two "
        "gigabytes for everything, so make it smaller."
    )


def nothing_to_read(raised: Raised) -> str | None:
    """Explain that a program cannot ask anything here."""
    if not isinstance(raised.error, EOFError):
        return None
    return "`input` has nobody to ask here: give the name a value instead."
