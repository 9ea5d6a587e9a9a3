"""A program may read a file of the project only if it says so.

What it reads without saying so could change, and nobody would make its
result again. So such a program fails, and is told what to write.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from lecture_site.basics.configuration import FILE
from lecture_site.basics.project import Project
from lecture_site.staleness.fingerprint import dependencies

CODE = {".py", ".pyc"}  # imports are followed
WRITING = os.O_WRONLY | os.O_CREAT  # byte code is written so, without a mode


class UndeclaredError(Exception):
    """Raised for a program that reads what it does not name."""


@contextmanager
def reading_what_it_names(source: Path) -> Iterator[None]:
    """Watch which files are read, for as long as the context lasts.

    Parameters
    ----------
    source : Path
        The program, in a project.

    Raises
    ------
    UndeclaredError
        If a file of the project was read that the source does not lead to.
    """
    opened = _opened()
    opened.clear()
    yield
    project = _project_of(source)
    read = {path for path in opened if _is_data(path, project)}
    if read and (unknown := read - dependencies(source, project)):
        names = sorted(map(project.relative, unknown))
        written = "".join(f'"{name}", ' for name in names).strip()
        raise UndeclaredError(
            f"it reads {', '.join(names)} and does not say so, so nobody "
            f"would notice a change: write DATA_FILES = ({written}) into the "
            "module that reads"
        )


@cache
def _opened() -> set[Path]:
    """Return the files that this process opens to read, from now on."""
    opened: set[Path] = set()

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str):
            path, mode, flags = arguments
            if not (set(mode or "") & set("wax") or flags & WRITING):
                opened.add(Path(path).absolute())

    if not _is_traced():
        sys.addaudithook(note)
    return opened


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
    return not hidden and not path.is_relative_to(sys.prefix)
