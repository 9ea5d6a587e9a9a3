"""A result is stale when anything that it depends on has changed.

A result depends on its own source, on every project module that this source
imports, directly or through others, on the files that these modules name in
`DATA_FILES`, on the installed versions of the packages that all these import,
on Python and on the arithmetic. Comments and the way code is laid out change
nothing.
"""

from __future__ import annotations

import ast
import hashlib
import platform
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import agreement
from lecture_site.basics.project import Project
from lecture_site.processes import arithmetic
from lecture_site.staleness.installed import versions_of
from lecture_site.staleness.modules import parsed, parsed_code
from lecture_site.staleness.notebook_code import as_python, cells_of_lab

_WITH_IMPORTS = {".py", ".ipynb"}


def fingerprint(
    source: Path, imports: Imports, *makers: Path, what: object = None
) -> str:
    """Return a digest of everything that a result depends on.

    Parameters
    ----------
    source : Path
        The listing, figure, measurement or lab.
    imports : Imports
        Of the checkout.
    *makers : Path
        The file of the function that makes the result of it, and others
        without which it cannot.
    what : object
        What is made of the source, where it gives several results.
    """
    name = arithmetic.chosen()
    here = (platform.python_version(), name, arithmetic.settings(name))
    digest = hashlib.sha256(f"{here} {what!r} {_agreement()}".encode())
    digest.update(imports.state_of(source, makers))
    return digest.hexdigest()


@cache
def _agreement() -> str:
    """Return a digest of the rules by which results are compared."""
    rules = sorted(Path(agreement.__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(map(Path.read_bytes, rules))).hexdigest()


@cache
def _content(path: Path, _modified: int) -> bytes:
    """Return what of a file can change a result."""
    if path.suffix != ".py":
        return hashlib.sha256(path.read_bytes()).digest()
    tree = ast.dump(parsed(path))
    return hashlib.sha256(tree.encode()).digest()


def dependencies(source: Path, project: Project) -> set[Path]:
    """Return a source and all project modules and files it leads to."""
    return Imports(project).lead_to(source)


class Imports:
    """Which files of a checkout each of its files imports.

    Files are looked up once, so it is made anew for every build.

    Parameters
    ----------
    project : Project
        The checkout.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._direct: dict[Path, list[Path]] = {}
        self._all: dict[Path, set[Path]] = {}
        self._states: dict[tuple[Path, ...], bytes] = {}

    def state_of(self, source: Path, makers: tuple[Path, ...]) -> bytes:
        """Return a digest of the files that a result of a source depends on.

        Many results have one source, so it is asked for again and again.
        """
        key = (source, *makers)
        if key not in self._states:
            self._states[key] = self._digest(self.lead_to(source), makers)
        return self._states[key]

    @staticmethod
    def _digest(paths: set[Path], makers: tuple[Path, ...]) -> bytes:
        digest = hashlib.sha256()
        for path in (*makers, *sorted(paths)):
            digest.update(path.name.encode())
            digest.update(_content(path, path.stat().st_mtime_ns))
        names = _names_in((*paths, *makers))
        digest.update(repr(versions_of(names)).encode())
        return digest.digest()

    def lead_to(self, source: Path) -> set[Path]:
        """Return a source and all project files it leads to."""
        if source not in self._all:
            self._all[source] = self._follow(source)
        return self._all[source]

    def names_in(self, source: Path) -> set[str]:
        """Return all that a source and the files it leads to import."""
        return _names_in(self.lead_to(source))

    def _follow(self, source: Path) -> set[Path]:
        found: set[Path] = set()
        waiting = [source]
        while waiting:
            path = waiting.pop()
            if path not in found and path.exists():
                found.add(path)
                waiting += self._from(path)
        return found

    def _from(self, path: Path) -> list[Path]:
        if path not in self._direct:
            self._direct[path] = (
                [*_data_files(path, self._project), *self._modules(path)]
                if path.suffix in _WITH_IMPORTS
                else []
            )
        return self._direct[path]

    def _modules(self, path: Path) -> Iterator[Path]:
        for name in imported_names(path):
            rest = name.lstrip(".")
            level = len(name) - len(rest)
            here = path.parents[level - 1] if level else self._project.sources
            yield from filter(Path.exists, _places(here, rest))


def _names_in(paths: Iterable[Path]) -> set[str]:
    code = (path for path in paths if path.suffix in _WITH_IMPORTS)
    return {name for path in code for name in imported_names(path)}


def imported_names(path: Path) -> frozenset[str]:
    """Return the dotted names that a source imports.

    A relative import begins with its dots.
    """
    return _imported_names(path, path.stat().st_mtime_ns)


def _data_files(path: Path, project: Project) -> Iterator[Path]:
    """Yield the files that a module says it reads, in `DATA_FILES`."""
    for pattern in _data_patterns(path, path.stat().st_mtime_ns):
        yield from project.root.glob(pattern)


@cache
def _data_patterns(path: Path, _modified: int) -> tuple[str, ...]:
    if path.suffix != ".py":
        return ()
    for node in parsed(path).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            targets = (
                node.targets if isinstance(node, ast.Assign) else [node.target]
            )
            if any(getattr(t, "id", "") == "DATA_FILES" for t in targets):
                return tuple(ast.literal_eval(node.value))
    return ()


@cache
def _imported_names(path: Path, _modified: int) -> frozenset[str]:
    if path.suffix == ".ipynb":
        tree = parsed_code("\n".join(map(as_python, cells_of_lab(path))), path)
    else:
        tree = parsed(path)
    return frozenset(_names(tree))


def _names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            parent = origin if origin.endswith(".") else f"{origin}."
            yield origin
            yield from (f"{parent}{alias.name}" for alias in node.names)


def _places(folder: Path, name: str) -> Iterator[Path]:
    """Yield where the modules of a dotted name may be."""
    parts = [part for part in name.split(".") if part]
    if not parts:
        yield folder / "__init__.py"
    for depth in range(1, len(parts) + 1):
        place = folder.joinpath(*parts[:depth])
        yield place.with_suffix(".py")
        yield place / "__init__.py"
