"""A program may read a file of the project only if it says so.

What it reads without saying so could change, and nobody would make its
result again. So such a program fails, and is told what to write. And it may
change none.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from lecture_site.basics.configuration import FILE
from lecture_site.basics.project import Project
from lecture_site.products.watched_files import Watch
from lecture_site.staleness.fingerprint import dependencies

CODE = {".py", ".pyc"}  # imports are followed


class UndeclaredError(Exception):
    """Raised for a program that reads what it does not name."""


@contextmanager
def reading_what_it_names(source: Path) -> Iterator[None]:
    """Watch which files are used, for as long as the context lasts.

    Parameters
    ----------
    source : Path
        The program, in a project.

    Raises
    ------
    UndeclaredError
        If a file of the project was read that the source does not lead to.
    HouseError
        When a file is about to be changed that others use.
    """
    project = _project_of(source)
    watch = Watch(project.root.resolve())
    with _watching(watch):
        yield
    read = {path for path in watch.read if _is_data(path, project)}
    if read and (unknown := read - dependencies(source, project)):
        names = sorted(map(project.relative, unknown))
        written = "".join(f'"{name}", ' for name in names).strip()
        raise UndeclaredError(
            f"it reads {', '.join(names)} and does not say so, so nobody "
            f"would notice a change: write DATA_FILES = ({written}) into the "
            "module that reads"
        )


@contextmanager
def _watching(watch: Watch) -> Iterator[None]:
    watches = _watches()
    watches.append(watch)
    try:
        yield
    finally:
        watches.remove(watch)


@cache
def _watches() -> list[Watch]:
    """Return those to whom this process tells what it does, from now on."""
    watches: list[Watch] = []

    def tell(event: str, arguments: tuple[object, ...]) -> None:
        for watch in watches:
            watch.hear(event, arguments)

    if not _is_traced():
        sys.addaudithook(tell)
    return watches


def _is_traced() -> bool:
    """Tell whether a thread could not start any more if files were watched.

    Before Python 3.12 an audit hook and a tracer, such as that of coverage,
    get in each other's way, and a hook stays for good.
    """
    return sys.version_info < (3, 12) and sys.gettrace() is not None


def _project_of(source: Path) -> Project:
    roots = (path for path in source.parents if (path / FILE).exists())
    return Project(next(roots, source.parent))


def _is_data(path: Path, project: Project) -> bool:
    """Tell whether a file belongs to the lecture and is no code."""
    if path.suffix in CODE or not path.is_relative_to(project.root):
        return False
    hidden = any(
        part[0] == "." or part == "__pycache__"
        for part in path.relative_to(project.root).parts
    )
    inside = path.is_relative_to(sys.prefix)
    return path.is_file() and not hidden and not inside
