"""Notices that the author has saved a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from lecture_site.basics.project import FOLDERS, Project

CONFIGURATION = "mkdocs.yml"
_CHANGES = {"created", "modified", "moved", "deleted"}


@contextmanager
def watching(
    project: Project, saved: Callable[[Path], object]
) -> Iterator[None]:
    """Tell of every file that an author changes, for as long as this lasts.

    Parameters
    ----------
    project : Project
        The checkout.
    saved : function
        Is called with each such file, in a thread of its own.
    """
    observer, handler = Observer(), _Handler(project, saved)
    for folder in filter(Path.is_dir, map(project.root.joinpath, FOLDERS)):
        observer.schedule(handler, str(folder), recursive=True)
    observer.schedule(handler, str(project.root))
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


def is_written_by_hand(path: Path, project: Project) -> bool:
    """Tell whether a file is an author's, and not made from one."""
    parts = path.relative_to(project.root).parts
    if len(parts) == 1:
        return parts[0] == CONFIGURATION
    made = (project.docs / "figures", project.docs / "slides")
    return not (
        any(part.startswith((".", "__pycache__")) for part in parts)
        or path.name.endswith(("~", ".swp", ".new", ".out", ".pyc"))
        or path == project.verified
        or any(path.is_relative_to(folder) for folder in made)
    )


def is_machinery(path: Path, project: Project) -> bool:
    """Tell whether a file is code that runs here, and not in a process."""
    own = ("lecture_site", "lecture_figures/drawing", "agreement", "terminal")
    folders = map(project.sources.joinpath, own)
    return path.suffix == ".py" and any(map(path.is_relative_to, folders))


class _Handler(FileSystemEventHandler):
    def __init__(
        self, project: Project, saved: Callable[[Path], object]
    ) -> None:
        self._project, self._saved = project, saved

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell of a change; to open or close a file is none."""
        if event.event_type in _CHANGES and not event.is_directory:
            names = map(os.fsdecode, (event.src_path, event.dest_path))
            for path in (Path(name) for name in names if name):
                if is_written_by_hand(path, self._project):
                    self._saved(path)
