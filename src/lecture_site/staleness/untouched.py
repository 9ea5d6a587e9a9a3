"""What authors have written stays as it is while results are made of it.

A page that changes meanwhile would be published beside results of what it was
before; and a program that a page runs must not write pages, whichever way.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from lecture_site.basics.problems import Problem
from lecture_site.basics.project import FOLDERS, Project

MADE = (".out", ".pyc")  # what the build itself writes beside its sources
REMEDY = (
    "if it was you, build again; else a program that a page runs did it, or "
    "one that it starts: let it write into a temporary folder"
)
State = Mapping[Path, tuple[int, int]]


def state_of_sources(project: Project) -> State:
    """Return when each file of an author was written, and its size."""
    return {
        path: (found.st_mtime_ns, found.st_size)
        for name in FOLDERS
        for path, found in _files(project.root / name, project)
    }


def changed_since(before: State, project: Project) -> list[Problem]:
    """Return a problem for each file that is no longer as it was."""
    now = state_of_sources(project)
    return [
        Problem(
            f"this file was {_what_became(before.get(path), now.get(path))} "
            "while results were made",
            REMEDY,
            project.relative(path),
        )
        for path in sorted(before.keys() | now.keys())
        if before.get(path) != now.get(path)
    ]


def _what_became(before: object, now: object) -> str:
    return "deleted" if not now else "changed" if before else "written"


def _files(
    folder: Path, project: Project
) -> Iterator[tuple[Path, os.stat_result]]:
    made = {project.docs / "figures", project.docs / "slides"}
    if not folder.is_dir() or folder in made:
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith((".", "__pycache__")):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(path, project)
            elif path.suffix not in MADE and path != project.verified:
                yield path, entry.stat(follow_symlinks=False)
