"""Which language a fence is in: Pygments knows what its name means."""

from __future__ import annotations

import ast
import difflib
import re
import warnings
from functools import cache

from pygments.lexers import find_lexer_class_by_name, get_all_lexers
from pygments.util import ClassNotFound

_OF_PROGRAMS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
_SESSION = re.compile(r"^\s*>>> ", re.M)
_KINDS_OF_PYTHON = re.compile(r"(I?Python|NumPy|Cython)\b(?!\+)")


@cache
def is_python(language: str) -> bool:
    """Tell whether a reader would take a fence for Python.

    Parameters
    ----------
    language : str
        As the fence names it, in any case: ``Py``, ``python3``, ``ipython``,
        ``pycon``, a traceback, or a name that somebody made up of them.
    """
    name = language.lower()
    lexer = find_lexer_class_by_name(name).name if is_known(name) else ""
    return "python" in name or bool(_KINDS_OF_PYTHON.match(lexer))


def reads_as_python(code: str) -> bool:
    """Tell whether a reader would take code for Python, whatever it is called.

    Parameters
    ----------
    code : str
        A session, or a program that imports or defines something.
    """
    if _SESSION.search(code):
        return True
    try:
        with warnings.catch_warnings(action="ignore"):  # of odd escapes
            statements = ast.parse(code).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return any(isinstance(each, _OF_PROGRAMS) for each in statements)


def is_known(language: str) -> bool:
    """Tell whether Pygments has a lexer of that name."""
    try:
        find_lexer_class_by_name(language)
    except ClassNotFound:
        return False
    return True


# Of `mermaid`, which nobody meant to be `mma`, this keeps nothing.
_NEAR = 0.75


def near(language: str) -> list[str]:
    """Return known names that are spelled nearly so."""
    names = [alias for lexer in get_all_lexers() for alias in lexer[1]]
    return difflib.get_close_matches(language.lower(), names, 2, _NEAR)
