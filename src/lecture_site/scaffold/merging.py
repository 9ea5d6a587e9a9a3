"""Adds a part to a file that a person wrote, and changes nothing else."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError

# A page ends with these; what is added comes before them.
_LAST_SECTIONS = re.compile(r"^## (Check yourself|References)$", re.MULTILINE)


def with_part(page: str, part: str, _path: Path) -> str:
    """Return a page with a part before its questions and references."""
    last = _LAST_SECTIONS.search(page)
    place = last.start() if last else len(page)
    before, after = page[:place].rstrip("\n"), page[place:]
    return f"{before}\n\n{part.strip()}\n" + (f"\n{after}" if after else "")


def with_functions(module: str, more: str, path: Path) -> str:
    """Return a module with the functions of another, and their imports.

    Parameters
    ----------
    module : str
        The module that is there.
    more : str
        The one whose functions, constants and imports are added.
    path : Path
        Where the module stands, for messages.

    Raises
    ------
    ProblemError
        If the module cannot be read, or has a function of that name.
    """
    old, new = _tree(module, path), ast.parse(more)
    known = {name for node in old.body for name in bound_names(node)}
    parts, lines = [module.rstrip("\n")], more.splitlines()
    for node in new.body:
        if isinstance(node, ast.FunctionDef):
            if node.name in known:
                raise _taken(node.name, path)
            first = min(
                [node.lineno, *(d.lineno for d in node.decorator_list)]
            )
            parts.append("\n".join(lines[first - 1 : node.end_lineno]))
        elif isinstance(node, ast.Assign) and not known & bound_names(node):
            parts.append(ast.unparse(node))
    return _with_imports("\n\n\n".join(parts), _missing(new, known), old)


def bound_names(node: ast.stmt) -> set[str]:
    """Return the names that a statement at the top of a module gives."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {a.asname or a.name.partition(".")[0] for a in node.names}
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Assign):
        return {t.id for t in node.targets if isinstance(t, ast.Name)}
    return set()


def formatted(text: str, path: Path, root: Path) -> str:
    """Return Python with sorted imports, as ``make format`` leaves it."""
    for command in (["check", "--select", "I", "--fix"], ["format"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--quiet"]
        text = subprocess.run(
            [*ruff, "--stdin-filename", str(path), "-"],
            input=text,
            cwd=root,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
    return text


def _tree(module: str, path: Path) -> ast.Module:
    try:
        return ast.parse(module)
    except SyntaxError as error:
        raise ProblemError(
            Problem(
                f"this is no Python: {error.msg}",
                "mend it first",
                path.as_posix(),
                error.lineno or 0,
            )
        ) from None


def _taken(name: str, path: Path) -> ProblemError:
    what = f"{name} is there already"
    return ProblemError(Problem(what, "choose another name", path.as_posix()))


def _missing(new: ast.Module, known: set[str]) -> Iterator[str]:
    for node in new.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            node.names = [
                a for a in node.names if (a.asname or a.name) not in known
            ]
            if node.names and getattr(node, "module", "") != "__future__":
                yield ast.unparse(node)


def _with_imports(text: str, imports: Iterator[str], old: ast.Module) -> str:
    """Put imports below the last one, or below the docstring."""
    above = [
        node.end_lineno or 0
        for node in old.body
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    start = max(above, default=1 if ast.get_docstring(old) else 0)
    lines = text.splitlines()
    return "\n".join([*lines[:start], *imports, *lines[start:], ""])
