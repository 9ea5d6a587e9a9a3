"""Code of a package as a reference shows it: signatures and sources."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator

import griffe

from lecture_site.basics.sources import read_source
from lecture_site.extensions.reference.package import (
    Documented,
    file_of,
    public,
)

_WIDE = 72  # columns; a longer signature has a line for each parameter
_MARKER = re.compile(r"^\s*# --8<-- .*\n", re.M)


def signature(what: Documented) -> str:
    """Return how something is called, or what it is, with all types."""
    if isinstance(what, griffe.Attribute):
        return source_of(what)
    called = _called(what)
    if called is None:
        return f"class {what.name}"
    parts, returned = called
    line = f"{what.name}({', '.join(parts)}){returned}"
    if len(line) <= _WIDE:
        return line
    rows = "".join(f"    {part},\n" for part in parts)
    return f"{what.name}(\n{rows}){returned}"


def _called(
    what: griffe.Class | griffe.Function,
) -> tuple[list[str], str] | None:
    """Return the parameters as they are written, and what is returned."""
    function = _made_by(what) if isinstance(what, griffe.Class) else what
    if function is None:
        return None
    code = textwrap.dedent("\n".join(_lines(function)))
    (node,) = ast.parse(code).body
    assert isinstance(node, ast.FunctionDef)
    parts = [p for p in _parameters(node.args, code) if p != "self"]
    if node.returns is None or function is not what:
        return parts, ""
    return parts, f" -> {_segment(node.returns, code)}"


def _made_by(what: griffe.Class) -> griffe.Function | None:
    """Return what takes the arguments of a class, its own or inherited."""
    for each in (what, *what.mro()):
        found = each.members.get("__init__")
        if isinstance(found, griffe.Function):
            return found
    return None


def _parameters(given: ast.arguments, code: str) -> Iterator[str]:
    """Yield the parameters of a function as they are written."""
    plain = [*given.posonlyargs, *given.args]
    missing = [None] * (len(plain) - len(given.defaults))
    for each, default in zip(plain, [*missing, *given.defaults], strict=True):
        yield _parameter(each, default, code)
        if given.posonlyargs and each is given.posonlyargs[-1]:
            yield "/"
    if given.vararg or given.kwonlyargs:
        yield f"*{_parameter(given.vararg, None, code)}"
    for each, default in zip(given.kwonlyargs, given.kw_defaults, strict=True):
        yield _parameter(each, default, code)
    if given.kwarg:
        yield f"**{_parameter(given.kwarg, None, code)}"


def _parameter(
    each: ast.arg | None, default: ast.expr | None, code: str
) -> str:
    if each is None:
        return ""
    written = _segment(each, code)
    if default is None:
        return written
    equals = " = " if each.annotation else "="
    return f"{written}{equals}{_segment(default, code)}"


def _segment(node: ast.AST, code: str) -> str:
    return " ".join((ast.get_source_segment(code, node) or "").split())


def source_of(what: Documented) -> str:
    """Return the code of something, without its docstring.

    That stands above, and the marks of what pages include say nothing here.
    """
    lines = _lines(what)
    kept = _without(lines, first_line(what), _docstring(what))
    return _tidy("\n".join(kept))


def rest_of(module: griffe.Module) -> str:
    """Return the code of a module but for what has an entry of its own."""
    lines = read_source(file_of(module)).splitlines()
    shown = {
        number
        for what in public(module)
        for number in range(first_line(what), (what.endlineno or 0) + 1)
    }
    tree = ast.parse("\n".join(lines))
    if module.docstring:
        shown |= set(range(1, (tree.body[0].end_lineno or 0) + 1))
    kept = [ln for n, ln in enumerate(lines, start=1) if n not in shown]
    return _tidy("\n".join(kept))


def first_line(what: Documented) -> int:
    """Return the line that the code of something begins in."""
    lines = [what.lineno or 1]
    if not isinstance(what, griffe.Attribute):
        lines += [each.lineno or 1 for each in what.decorators]
    return min(lines)


def _lines(what: Documented) -> list[str]:
    lines = read_source(file_of(what)).splitlines()
    return lines[first_line(what) - 1 : what.endlineno]


def _docstring(what: Documented) -> range:
    """Return the lines of a docstring that stands within the code."""
    said = what.docstring
    if said is None or said.lineno is None or said.endlineno is None:
        return range(0)
    inside = said.endlineno <= (what.endlineno or 0)
    return range(said.lineno, said.endlineno + 1) if inside else range(0)


def _without(lines: list[str], first: int, left_out: range) -> list[str]:
    return [ln for n, ln in enumerate(lines, first) if n not in left_out]


def _tidy(code: str) -> str:
    """Drop the marks, and more empty lines than two in a row."""
    plain = textwrap.dedent(_MARKER.sub("", f"{code}\n"))
    return re.sub(r"\n(?:\s*\n){3,}", "\n\n\n", plain).strip("\n")
