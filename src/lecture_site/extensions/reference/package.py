"""What a package of teaching code offers, read without importing it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import griffe

from lecture_site.basics.project import Project
from lecture_site.staleness.modules import parsed

Documented: TypeAlias = griffe.Class | griffe.Function | griffe.Attribute


def is_package(name: str, project: Project) -> bool:
    """Tell whether the project has a package of that name."""
    return (project.sources / name / "__init__.py").is_file()


def read_package(name: str, project: Project) -> griffe.Module:
    """Return a package of the project, as griffe reads it.

    Raises
    ------
    ProblemError
        If one of its modules is no Python.
    """
    files = sorted((project.sources / name).rglob("*.py"))
    times = tuple((path, path.stat().st_mtime_ns) for path in files)
    return _read(name, project, times)


@lru_cache(maxsize=2)
def _read(
    name: str, project: Project, files: tuple[tuple[Path, int], ...]
) -> griffe.Module:
    for path, _ in files:
        parsed(path)  # griffe would leave out what it cannot read
    found = griffe.load(
        name,
        search_paths=[project.sources],
        allow_inspection=False,
        resolve_aliases=False,
    )
    assert isinstance(found, griffe.Module)
    return found


def modules_of(package: griffe.Module) -> list[griffe.Module]:
    """Return the modules of a package that offer something, by name.

    What begins with an underscore is for the package itself.
    """
    found = [package, *_below(package)]
    return sorted((m for m in found if public(m)), key=lambda m: m.path)


def _below(package: griffe.Module) -> Iterator[griffe.Module]:
    for module in package.members.values():
        if isinstance(module, griffe.Module) and module.name[0] != "_":
            yield module
            yield from _below(module)


def public(of: griffe.Module | griffe.Class) -> list[Documented]:
    """Return what a module or a class defines for others, in its order.

    Of a class these are the methods: its attributes are described together.
    """
    kinds = (
        griffe.Function
        if isinstance(of, griffe.Class)
        else (griffe.Class, griffe.Function, griffe.Attribute)
    )
    found = [
        member
        for name, member in of.members.items()
        if not name.startswith("_") and isinstance(member, kinds)
    ]
    return sorted(found, key=lambda member: member.lineno or 0)


def names_of(package: griffe.Module) -> Iterator[str]:
    """Yield the full name of all that a package offers, methods too."""
    for module in modules_of(package):
        yield module.path
        for member in public(module):
            yield member.path
            if isinstance(member, griffe.Class):
                yield from (method.path for method in public(member))


def file_of(module: griffe.Object) -> Path:
    """Return the file that something stands in."""
    assert isinstance(module.filepath, Path)
    return module.filepath
