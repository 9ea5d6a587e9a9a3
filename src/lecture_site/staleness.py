"""A result is stale when anything that it depends on has changed.

A result depends on its own source, on every project module that this source
imports, directly or through others, on the files that these modules name in
`DATA_FILES`, on the pinned versions, on Python and on its arithmetic.
"""

from __future__ import annotations

import ast
import hashlib
import json
import platform
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lecture_site import arithmetic
from lecture_site.lab_cells import cells_of_lab
from lecture_site.project import Project


def fingerprint(source: Path, project: Project, *makers: Path) -> str:
    """Return a digest of everything that a result depends on.

    Parameters
    ----------
    source : Path
        The listing, figure, measurement or lab.
    project : Project
        The checkout, in which its imports are looked up.
    *makers : Path
        The file of the function that makes the result of it, and others
        without which it cannot.
    """
    digest = hashlib.sha256(platform.python_version().encode())
    sums = sorted(arithmetic.settings(platform.machine()).items())
    digest.update(repr(sums).encode())
    for maker in makers:
        digest.update(maker.read_bytes())
    constraints = project.root / "constraints.txt"
    for path in [*sorted(dependencies(source, project)), constraints]:
        if path.exists():
            digest.update(project.relative(path).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def dependencies(source: Path, project: Project) -> set[Path]:
    """Return a source and all project modules that it leads to."""
    found: set[Path] = set()
    waiting = [source]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            if path.suffix not in _WITH_IMPORTS:
                continue
            found.update(_data_files(path, project))
            waiting += [
                module
                for name in imported_names(path)
                for module in _files(name, project)
            ]
    return found


def imported_names(path: Path) -> frozenset[str]:
    """Return the dotted names that a source imports."""
    return _imported_names(path, path.stat().st_mtime_ns)


def _data_files(path: Path, project: Project) -> Iterator[Path]:
    """Yield the files that a module says it reads, in `DATA_FILES`."""
    for pattern in _data_patterns(path, path.stat().st_mtime_ns):
        yield from project.root.glob(pattern)


@cache
def _data_patterns(path: Path, _modified: int) -> tuple[str, ...]:
    if path.suffix != ".py":
        return ()
    for node in ast.parse(path.read_text(encoding="utf-8"), path).body:
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "DATA_FILES"
            for target in node.targets
        ):
            return tuple(ast.literal_eval(node.value))
    return ()


@cache
def _imported_names(path: Path, _modified: int) -> frozenset[str]:
    if path.suffix == ".ipynb":
        source = "\n".join(cells_of_lab(path))
    else:
        source = path.read_text(encoding="utf-8")
    return frozenset(_names(ast.parse(source, path)))


def _names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _files(name: str, project: Project) -> Iterator[Path]:
    parts = name.split(".")
    for depth in range(1, len(parts) + 1):
        place = project.sources.joinpath(*parts[:depth])
        for path in (place.with_suffix(".py"), place / "__init__.py"):
            if path.exists():
                yield path


_WITH_IMPORTS = {".py", ".ipynb"}


class Ledger:
    """Remembers which results were made from which sources.

    A result counts as fresh when its fingerprint is the remembered one and
    the result itself is what was made then, so an edit by hand is noticed.

    Parameters
    ----------
    path : Path
        A JSON file; it may be absent.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[str, list[str]] = (
            json.loads(path.read_text(encoding="utf-8"))
            if path.exists()
            else {}
        )

    def is_fresh(self, name: str, sources: str, result: str | None) -> bool:
        """Tell whether a result is what these sources once made."""
        return result is not None and (
            self._entries.get(name) == [sources, _digest(result)]
        )

    def remember(self, name: str, sources: str, result: str) -> None:
        """Note that these sources made this result."""
        self._entries[name] = [sources, _digest(result)]

    def save(self) -> None:
        """Write the ledger."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self._entries, indent=1, sort_keys=True)
        self._path.write_text(text, encoding="utf-8")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
