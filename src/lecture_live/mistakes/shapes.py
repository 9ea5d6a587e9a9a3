"""Shapes that do not match."""

from __future__ import annotations

import re

from lecture_live.mistakes.mistake import Raised
from lecture_live.mistakes.operands import operands

_SHAPE = r"(\([\d,? ]*\))"
_BROADCAST = re.compile(rf"broadcast together with shapes {_SHAPE} {_SHAPE}")
_PRODUCT = re.compile(r"size (\d+) is different from (\d+)")
_NUMBER = re.compile(r"matmul: .*not have enough dimensions \(has 0")
_DOT = re.compile(rf"shapes {_SHAPE} and {_SHAPE} not aligned")
_INTO = re.compile(rf"input array from shape {_SHAPE} into shape {_SHAPE}")
_RESHAPE = re.compile(rf"reshape array of size (\d+) into shape {_SHAPE}")
_INNER = "the last size of the left must equal the first of the right"


def of_matrix_product(raised: Raised) -> str | None:
    """Explain shapes that ``@`` cannot multiply."""
    found = _PRODUCT.search(raised.text)
    if not found or "matmul" not in raised.text:
        return None
    sides = operands(raised)
    if sides:
        return (
            f"These shapes do not match for @: {sides[0]} and {sides[1]}; "
            f"{_INNER}."
        )
    right, left = found.groups()
    return (
        f"The shapes do not match for @: {_INNER}, but here they are "
        f"{left} and {right}."
    )


def of_product_with_a_number(raised: Raised) -> str | None:
    """Explain a number where ``@`` wants a matrix or a vector."""
    if not _NUMBER.search(raised.text):
        return None
    return (
        "@ multiplies matrices and vectors, and one side here is a single "
        "number; * multiplies by a number."
    )


def of_dot(raised: Raised) -> str | None:
    """Explain shapes that ``np.dot`` cannot multiply."""
    found = _DOT.search(raised.text)
    if not found:
        return None
    left, right = map(_tidy, found.groups())
    return (
        f"The shapes {left} and {right} do not match for a matrix "
        f"product: {_INNER}."
    )


def of_broadcasting(raised: Raised) -> str | None:
    """Explain shapes that do not match element by element."""
    found = _BROADCAST.search(raised.text)
    if not found:
        return None
    left, right = map(_tidy, found.groups())
    sides = operands(raised)
    named = (
        f"The shapes do not match element by element: {sides[0]} and "
        f"{sides[1]}."
        if sides
        else f"The shapes {left} and {right} do not match element by element."
    )
    return f"{named} From the right, two sizes must be equal or one must be 1."


def of_assignment(raised: Raised) -> str | None:
    """Explain an array that does not fit where it is written."""
    found = _INTO.search(raised.text)
    if not found:
        return None
    value, place = map(_tidy, found.groups())
    return (
        f"An array of shape {value} does not fit into a place of shape "
        f"{place}."
    )


def of_reshape(raised: Raised) -> str | None:
    """Explain a new shape for another number of elements."""
    found = _RESHAPE.search(raised.text)
    if not found:
        return None
    return (
        f"The array has {found[1]} elements, and the shape "
        f"{_tidy(found[2])} has another number of places."
    )


def of_joining(raised: Raised) -> str | None:
    """Explain arrays that cannot be joined or stacked."""
    if "for the concatenation axis must match" in raised.text:
        return (
            "Arrays that are joined must have the same shape along every "
            "axis but the one they are joined along."
        )
    if "all input arrays must have the same shape" in raised.text:
        return "Arrays that are stacked must all have the same shape."
    return None


def _tidy(shape: str) -> str:
    """Write a shape as Python does: ``(2, 3)``, ``(3,)``."""
    sizes = re.findall(r"[\d?-]+", shape)
    return f"({sizes[0]},)" if len(sizes) == 1 else f"({', '.join(sizes)})"
