"""Which tests hold what a package offers, found by the names in them.

A test holds a name that it uses, itself or through what it is built on: a
helper, a fixture, a table of cases, of its own module or of one beside it.
What no test uses is held by the tests of what is built on it.
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

Held = dict[str, list[str]]  # by modules of tests, their tests
Tests = dict[str, Held]  # by full names of the package
Word = tuple[str, str]  # a module, and a name in it


@dataclass
class _Code:
    """What the names of a module stand for, and what they are built on."""

    imported: dict[str, Word] = field(default_factory=dict)
    within: dict[str, set[str]] = field(default_factory=dict)
    called: list[str] = field(default_factory=list)  # functions, classes


@dataclass(frozen=True)
class _All:
    """The modules of a package and of its tests, and what the first offer."""

    code: dict[str, _Code]
    offered: dict[str, set[str]]

    def held_by(self, test: Word) -> Iterator[str]:
        """Yield the public names that a test leads to."""
        found: set[Word] = set()
        waiting = [test]
        while waiting:
            module, name = here = waiting.pop()
            if here not in found and module not in self.offered:
                waiting += self.under(here)
            elif here not in found and name.isupper():  # a table of functions
                inside = self.code[module].within.get(name, ())
                waiting += [(module, each) for each in inside]
            found.add(here)
        for module, name in sorted(found):
            if name in self.offered.get(module, ()):
                yield f"{module}.{name}"

    def under(self, here: Word) -> Iterator[Word]:
        """Yield what a name is built on."""
        module, name = here
        code = self.code.get(module, _Code())
        for word in code.within.get(name, ()):
            first, _, rest = word.partition(".")
            origin, inside = code.imported.get(first, (module, first))
            whole = f"{origin}.{inside}"
            if whole in self.code and not rest:  # asked for its names
                offers = self.offered.get(whole, ())
                yield from ((whole, each) for each in offers)
            elif whole in self.code:
                yield whole, rest.partition(".")[0]
            else:
                yield origin, inside

    def over(self, name: str) -> Iterator[str]:
        """Yield the public names that are built on a function or a class."""
        module, _, last = name.rpartition(".")
        if last in self.code[module].called:
            for other, names in sorted(self.offered.items()):
                for each in sorted(names):
                    if (module, last) in self.under((other, each)):
                        yield f"{other}.{each}"


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
    code = {m.path: _read(file_of(m)) for m in modules}
    code |= {path.stem: _read(path) for path, _ in files}
    known = _All(code, offered)
    found: Tests = {f"{m}.{n}": {} for m in offered for n in offered[m]}
    for path, _ in files:
        for test in code[path.stem].called:
            if test.startswith("test_"):
                for name in known.held_by((path.stem, test)):
                    found[name].setdefault(path.stem, []).append(test)
    for name in [name for name, tests in found.items() if not tests]:
        for user in known.over(name):
            _add(found[name], found[user])
    return found


def _add(tests: Held, others: Held) -> None:
    for file, names in others.items():
        tests[file] = list(dict.fromkeys([*tests.get(file, ()), *names]))


def _read(path: Path) -> _Code:
    code, tree = _Code(), parsed(path)
    for node in tree.body:
        for name in _defines(node):
            code.within[name] = code.within.get(name, set()) | _names(node)
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            code.called.append(node.name)
    for inner in ast.walk(tree):
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
