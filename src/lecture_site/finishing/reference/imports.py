"""Which names some code imports and defines, and where in it they stand."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Imported:
    """A name that some code imports.

    Parameters
    ----------
    name : str
        Its full name.
    start, end : int
        Where it stands in the code, counted in characters.
    """

    name: str
    start: int
    end: int


def imports_in(code: str) -> Iterator[Imported]:
    """Yield what some code imports, in its order; nothing if it is none.

    Of ``from package.module import name as other`` these are the module and
    the name, of ``import package.module`` it is the module.
    """
    lines = code.splitlines(keepends=True)
    starts = [sum(map(len, lines[:n])) for n in range(len(lines) + 1)]
    for node in ast.walk(_parsed(code)):
        if isinstance(node, ast.Import):
            for each in node.names:
                yield _found(each.name, _at(each, lines, starts))
        elif isinstance(node, ast.ImportFrom) and node.module:
            begin = _at(node, lines, starts)
            place = re.compile(re.escape(node.module)).search(code, begin)
            if place and not node.level:
                yield _found(node.module, place.start())
                for each in node.names:
                    full = f"{node.module}.{each.name}"
                    start = _at(each, lines, starts)
                    yield Imported(full, start, start + len(each.name))


def defined_in(code: str) -> list[str]:
    """Return the functions and classes that some code defines."""
    return [
        node.name
        for node in _parsed(code).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    ]


def _parsed(code: str) -> ast.Module:
    """Return the syntax tree of some code; an empty one if it is none."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of odd escapes
            return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], [])


def _found(name: str, start: int) -> Imported:
    return Imported(name, start, start + len(name))


def _at(
    node: ast.stmt | ast.alias, lines: list[str], starts: list[int]
) -> int:
    """Return where a node begins; Python counts bytes within a line."""
    line = lines[node.lineno - 1].encode()
    before = line[: node.col_offset].decode()
    return starts[node.lineno - 1] + len(before)
