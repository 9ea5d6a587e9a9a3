"""The two sides of an operation that failed, found in its source."""

from __future__ import annotations

import ast
import linecache
from dataclasses import dataclass
from itertools import islice

import numpy as np

from lecture_live.mistakes.mistake import Raised


@dataclass(frozen=True)
class Operand:
    """One side of an operation: how it is written, and its shape."""

    written: str
    shape: tuple[int, ...]

    def __str__(self) -> str:
        return f"`{self.written}` has shape {self.shape}"


def operands(raised: Raised) -> tuple[Operand, Operand] | None:
    """Return both sides of the operation that was running.

    They are looked up again, so that only names, attributes and indices
    are; a side that calls something is not evaluated twice.

    Returns
    -------
    tuple of Operand, or None
        None if a side cannot be looked up.
    """
    sides = _sides(_source(raised))
    if not sides:
        return None
    left, right = (_operand(side, raised) for side in sides)
    return (left, right) if left and right else None


def _source(raised: Raised) -> str:
    """Return the expression that was running, if it stands on one line."""
    if raised.frame is None:
        return ""
    code = raised.frame.f_code
    at = islice(code.co_positions(), raised.instruction // 2, None)
    line, last, start, end = next(at, (None, None, None, None))
    if line is None or line != last or start is None or end is None:
        return ""
    text = linecache.getline(code.co_filename, line).encode()
    return text[start:end].decode(errors="replace")


def _sides(source: str) -> tuple[ast.expr, ast.expr] | None:
    try:
        (statement,) = ast.parse(source.strip()).body
    except (SyntaxError, ValueError):
        return None
    match statement:
        case ast.Expr(ast.BinOp(left, _, right)):
            return left, right
        case ast.Expr(ast.Call(_, [left, right])):
            return left, right
        case ast.AugAssign(target, _, right):
            return target, right
    return None


_LOOKED_UP = (
    ast.Name,
    ast.Attribute,
    ast.Subscript,
    ast.Slice,
    ast.Constant,
    ast.Tuple,
    ast.UnaryOp,
    ast.unaryop,
    ast.expr_context,
)


def _operand(side: ast.expr, raised: Raised) -> Operand | None:
    if raised.frame is None or not all(
        isinstance(node, _LOOKED_UP) for node in ast.walk(side)
    ):
        return None
    written = ast.unparse(side)
    frame = raised.frame
    try:
        value = eval(written, frame.f_globals, frame.f_locals)
    except Exception:
        return None
    return Operand(written, tuple(np.shape(value)))
