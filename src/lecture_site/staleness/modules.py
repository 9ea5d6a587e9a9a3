"""Modules of figures and measurements: what is in them, loading them."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.sources import from_here, read_source


def load_module(path: Path) -> ModuleType:
    """Import a module of figures or measurements from its file."""
    spec = importlib.util.spec_from_file_location(
        f"{path.parent.name}_{path.stem}", path
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a source.

    Raises
    ------
    ProblemError
        If it is no Python, at its line.
    """
    return parsed_code(read_source(path), path)


def parsed_code(code: str, path: Path) -> ast.Module:
    """Return the syntax tree of code that stands in a file; see `parsed`."""
    try:
        return ast.parse(code, path)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        what = f"{type(error).__name__}: {getattr(error, 'msg', error)}"
        problem = Problem(what, "correct the code", from_here(path), line)
        raise ProblemError(problem) from error


load_once = cache(load_module)  # twice would forget what it has computed


def decorated_functions(module: Path, decorator: str) -> list[str]:
    """Return the names of a module's functions that carry a decorator."""
    return [name for name, _ in decorations(module, decorator)]


def decorations(
    module: Path, decorator: str
) -> Iterator[tuple[str, ast.expr]]:
    """Yield a module's functions that carry a decorator, as it is written.

    Raises
    ------
    ProblemError
        If the module has another function of that name: Python would call
        the last of them for both.
    """
    functions = [
        node
        for node in parsed(module).body
        if isinstance(node, ast.FunctionDef)
    ]
    for node in functions:
        for written in node.decorator_list:
            if _decorator_name(written) == decorator:
                _refuse_another(node, functions, module)
                yield node.name, written


def _refuse_another(
    node: ast.FunctionDef, functions: list[ast.FunctionDef], module: Path
) -> None:
    *_, last = (n for n in functions if n.name == node.name)
    if last is not node:
        what = f"this module has two functions {node.name}"
        remedy = "rename one of them"
        place = from_here(module)
        raise ProblemError(Problem(what, remedy, place, last.lineno))


def _decorator_name(node: ast.expr) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return called.id if isinstance(called, ast.Name) else ""
