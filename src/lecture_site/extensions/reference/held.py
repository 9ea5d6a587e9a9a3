"""Which tests hold what a package offers, found by the names in them.

A test holds a name that it uses, itself or through what it is built on: a
helper, a fixture, a table of cases, of its own module or of one beside it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import griffe

from lecture_site.basics.project import Project
from lecture_site.extensions.reference.package import (
    file_of,
    modules_of,
    public,
)
from lecture_site.staleness.modules import parsed

Tests = dict[str, dict[str, list[str]]]  # name: module of tests: its tests
Word = tuple[str, str]  # a module, and a name in it


@dataclass
class _Code:
    """What the names of one module stand for, and what they are built on."""

    imported: dict[str, Word] = field(default_factory=dict)
    within: dict[str, set[str]] = field(default_factory=dict)
    tests: list[str] = field(default_factory=list)


def tests_of(package: griffe.Module, project: Project) -> Tests:
    """Return for each public name of a package the tests that hold it.

    Parameters
    ----------
    package : griffe.Module
        Whose tests stand in a folder of its name.
    project : Project
        The checkout.
    """
    files = sorted((project.root / "tests" / package.name).glob("*.py"))
    times = tuple((path, path.stat().st_mtime_ns) for path in files)
    return _tests_of(package, times)


@lru_cache(maxsize=2)
def _tests_of(
    package: griffe.Module, files: tuple[tuple[Path, int], ...]
) -> Tests:
    modules = modules_of(package)
    offered = {m.path: {what.name for what in public(m)} for m in modules}
    found: Tests = {
        f"{module}.{name}": {}
        for module in offered
        for name in offered[module]
    }
    known = {m.path: _read(file_of(m)) for m in modules}
    known |= {path.stem: _read(path) for path, _ in files}
    for path, _ in files:
        for test in known[path.stem].tests:
            for name in _held((path.stem, test), known, offered):
                found[name].setdefault(path.stem, []).append(test)
    return found


def _held(
    test: Word, known: dict[str, _Code], offered: dict[str, set[str]]
) -> Iterator[str]:
    """Yield the public names that a test leads to."""
    found: set[Word] = set()
    waiting = [test]
    while waiting:
        module, name = here = waiting.pop()
        if here in found:
            continue
        found.add(here)
        if module not in offered:
            waiting += _next(here, known, offered)
        elif name.isupper():  # a table of functions
            waiting += [(module, each) for each in known[module].within[name]]
    for module, name in sorted(found):
        if name in offered.get(module, ()):
            yield f"{module}.{name}"


def _next(
    here: Word, known: dict[str, _Code], offered: dict[str, set[str]]
) -> Iterator[Word]:
    """Yield what a name of a module of tests is built on."""
    module, name = here
    code = known[module]
    for word in code.within.get(name, ()):
        first, _, rest = word.partition(".")
        origin, inside = code.imported.get(first, (module, first))
        whole = f"{origin}.{inside}"
        if whole in known and not rest:  # a module, asked for its names
            yield from ((whole, each) for each in offered.get(whole, ()))
        elif whole in known:
            yield whole, rest.partition(".")[0]
        elif origin in known:
            yield origin, inside


def _read(path: Path) -> _Code:
    code = _Code()
    for node in parsed(path).body:
        for name in _defines(node):
            code.within[name] = code.within.get(name, set()) | _names(node)
            if isinstance(node, ast.FunctionDef) and name.startswith("test_"):
                code.tests.append(name)
    for inner in ast.walk(parsed(path)):
        if isinstance(inner, ast.ImportFrom) and inner.module:
            for each in inner.names:
                name = each.asname or each.name
                code.imported[name] = (inner.module, each.name)
    return code


def _defines(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            yield from _names(target)
    elif isinstance(node, ast.AnnAssign):
        yield from _names(node.target)


def _names(node: ast.AST) -> set[str]:
    """Return the names in some code, with what is taken of them."""
    if isinstance(node, ast.Attribute):
        return {ast.unparse(node)} | (
            set() if isinstance(node.value, ast.Name) else _names(node.value)
        )
    if isinstance(node, ast.Name):
        return {node.id}
    own = {node.arg} if isinstance(node, ast.arg) else set()  # a fixture
    return own.union(*map(_names, ast.iter_child_nodes(node)))
