"""Modules of figures and measurements: what is in them, loading them."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from lecture_site.basics.problems import Problem, ProblemError


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
    try:
        return ast.parse(path.read_bytes(), path)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        what = f"{type(error).__name__}: {getattr(error, 'msg', error)}"
        problem = Problem(what, "correct the code", str(path), line)
        raise ProblemError(problem) from error


def decorated_functions(module: Path, decorator: str) -> list[str]:
    """Return the names of a module's functions that carry a decorator."""
    tree = parsed(module)
    return [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and decorator in map(_decorator_name, node.decorator_list)
    ]


def calls_of_decorator(
    module: Path, decorator: str
) -> list[tuple[str, ast.Call]]:
    """Return a module's functions that carry a decorator, and its calls."""
    return [
        (node.name, call)
        for node in parsed(module).body
        if isinstance(node, ast.FunctionDef)
        for call in node.decorator_list
        if isinstance(call, ast.Call) and _decorator_name(call) == decorator
    ]


def _decorator_name(node: ast.expr) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return called.id if isinstance(called, ast.Name) else ""
