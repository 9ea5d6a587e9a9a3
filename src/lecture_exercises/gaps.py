"""Fills the one gap of an exercise in which a line is to be completed."""

from __future__ import annotations

import ast

from lecture_exercises.sections import Section, Source


def filled(start: str, section: Section, source: Source) -> str:
    """Return the start with an expression in the place of its ``...``.

    Raises
    ------
    FileProblemError
        If there is not one gap, or what takes its place is no expression.
    """
    try:
        ast.parse(section.code, mode="eval")
    except SyntaxError:
        what = (
            f"section '{section.name}' is no single expression; write what "
            "takes the place of ... in the start"
        )
        raise source.problem(what, section.line) from None
    gaps = _gaps(start)
    if len(gaps) != 1:
        what = f"the start has {len(gaps)} gaps; write ... once"
        raise source.problem(what, source.one("start").line)
    code = section.code.strip()
    code = f"(\n{code}\n)" if "\n" in code else code
    return _replaced(start, gaps[0], code)


def _gaps(code: str) -> list[ast.Constant]:
    return [
        node
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Constant) and node.value is ...
    ]


def _replaced(start: str, gap: ast.Constant, code: str) -> str:
    lines = start.split("\n")
    line = lines[gap.lineno - 1].encode()  # columns are counted in bytes
    before, after = line[: gap.col_offset], line[gap.end_col_offset :]
    lines[gap.lineno - 1] = f"{before.decode()}{code}{after.decode()}"
    return "\n".join(lines)
