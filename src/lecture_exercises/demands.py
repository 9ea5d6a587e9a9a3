"""What is demanded of the tests, and which names they take from a reader."""

from __future__ import annotations

import ast
import builtins
import symtable

from lecture_exercises.sections import Section, Source

BEGINS = "test_"


def refuse_bad_tests(section: Section, source: Source) -> None:
    """Demand functions ``test_...`` whose asserts tell a reader something.

    Raises
    ------
    FileProblemError
        With the line.
    """
    tree = ast.parse(section.code)
    if not test_names(section.code):
        what = f"section '{section.name}' has no function {BEGINS}...()"
        raise source.problem(f"{what}; write one", section.line)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and node.msg is None:
            line = section.code_line + node.lineno - 1
            what = "this assert tells a reader nothing; add: , 'what is wrong'"
            raise source.problem(what, line)


def test_names(code: str) -> list[str]:
    """Return the names of the tests in their order."""
    return [
        node.name
        for node in ast.parse(code).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith(BEGINS)
    ]


def in_words(name: str) -> str:
    """Return what a test demands: its name, as words."""
    return name.removeprefix(BEGINS).replace("_", " ")


def taken_names(code: str) -> set[str]:
    """Return the names that tests read and do not define."""
    table = symtable.symtable(code, "tests", "exec")
    own = {s.get_name() for s in table.get_symbols() if s.is_assigned()}
    own |= {s.get_name() for s in table.get_symbols() if s.is_imported()}
    return _read(table) - own - vars(builtins).keys() - {"np"}


def _read(table: symtable.SymbolTable) -> set[str]:
    found = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_referenced() and symbol.is_global()
    }
    for child in table.get_children():
        found |= _read(child)
    return found
