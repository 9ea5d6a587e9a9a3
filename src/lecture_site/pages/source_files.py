"""The files that an author writes, looked at before anything reads them.

MkDocs, Python, Typst and the site read the same files, each by rules of its
own; what one of them would misread, overwrite or follow out of the project is
told here, all of it at once, with file and line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import FOLDERS, Project
from lecture_site.basics.sources import (
    as_some_disks_see,
    from_here,
    read_source,
)

AT_THE_TOP = ("mkdocs.yml", "pyproject.toml", "CHANGELOG.md")
LARGEST = 50_000_000  # bytes; a repository refuses what is twice as large
TEXTS = {
    *(".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".ipynb", ".py"),
    *(".toml", ".yml", ".yaml", ".css", ".js", ".html", ".typ"),
}
_UNREAD = {"__pycache__", "node_modules"}
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_ON_NO_WINDOWS = re.compile(r'[<>:"|?*\\]|[ .]$')
# Of the two lines in which Python looks for it.
_CODING = re.compile(r"\A(?:#?.*\n)?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_UTF_8 = re.compile("utf[-_]?8", re.IGNORECASE)
_COPY = "put a copy in its place, or what it shall lead to into the project"


def source_problems(project: Project) -> list[Problem]:
    """Return what is wrong with the files of a project, whatever is in them.

    Parameters
    ----------
    project : Project
        The checkout.

    Returns
    -------
    list of Problem
        Files that are no text, or too large, or empty; links that lead out
        of the project, in circles or nowhere; names that some systems have
        no file for, or take for one another's.
    """
    walk = _Walk(project.root.resolve())
    for path in map(project.root.joinpath, (*FOLDERS, *AT_THE_TOP)):
        if os.path.lexists(path):
            walk.take(path, ())
    found = (problem for path in walk.files for problem in wrong_in(path))
    return [*walk.problems, *found]


def wrong_in(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with what one file holds."""
    if not path.is_file():
        return  # it has vanished meanwhile
    size = path.stat().st_size
    if size > LARGEST:
        what = f"this file has {size // 1_000_000} MB"
        remedy = f"make it smaller than {LARGEST // 1_000_000} MB"
        yield Problem(what, remedy, from_here(path))
    elif path.suffix in TEXTS:
        try:
            yield from _wrong_text(path, read_source(path))
        except ProblemError as error:
            yield error.problem


@dataclass
class _Walk:
    """Goes through folders, and notes files and what is wrong with names."""

    root: Path
    files: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, path: Path, around: tuple[Path, ...]) -> None:
        """Note a file, or go through a folder, by whatever name."""
        problem = bad_name(path) or self._bad_link(path, around)
        if problem:
            self.problems.append(problem)
        elif path.is_dir():
            self._enter(path, around)
        elif path.is_file():
            self.files.append(path)
        elif path.exists():  # and has not vanished meanwhile
            what = "this is no file: a pipe, a socket or a device"
            self.problems.append(Problem(what, "delete it", from_here(path)))

    def _enter(self, folder: Path, around: tuple[Path, ...]) -> None:
        inside = [Path(entry.path) for entry in os.scandir(folder)]
        paths = sorted(path for path in inside if _is_read(path.name))
        self.problems += _alike(paths)
        within = (*around, folder.resolve())
        for path in paths:
            self.take(path, within)

    def _bad_link(
        self, path: Path, around: tuple[Path, ...]
    ) -> Problem | None:
        if not path.is_symlink():
            return None
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):
            return _link(path, "this link leads nowhere")
        if not target.is_relative_to(self.root):
            return _link(path, "this link leads out of the project")
        if not all(map(_is_read, target.relative_to(self.root).parts)):
            return _link(path, "this link leads to what is hidden")
        if any(folder.is_relative_to(target) for folder in around):
            return _link(path, "this link leads in a circle")
        return None


def _is_read(name: str) -> bool:
    return not name.startswith(".") and name not in _UNREAD


def _link(path: Path, what: str) -> Problem:
    return Problem(what, _COPY, from_here(path))


def bad_name(path: Path) -> Problem | None:
    """Return what is wrong with the name of a file, if anything is."""
    if not path.name.isprintable():
        shown = ascii(from_here(path))
        return Problem(
            f"the name {shown} has a sign that nobody can see",
            "rename it: letters, digits, blanks, dashes",
        )
    if found := _ON_NO_WINDOWS.search(path.name):
        what = f"no file on Windows can be called so: '{found[0]}'"
        return Problem(what, "rename it", from_here(path))
    return None


def _alike(paths: Iterable[Path]) -> Iterator[Problem]:
    """Yield the second of two names that are one name on some disks."""
    known: dict[str, Path] = {}
    for path in paths:
        other = known.setdefault(as_some_disks_see(path.name), path)
        if other != path:
            yield Problem(
                f"where case and accents do not count, this is {other.name}, "
                "and one of them would overwrite the other",
                "rename one of them",
                from_here(path),
            )


def _wrong_text(path: Path, text: str) -> Iterator[Problem]:
    if found := _UNSEEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        what = f"here is 0x{ord(found[0]):02x}, which nobody can see"
        yield Problem(what, "delete that sign", from_here(path), line)
    coding = _CODING.match(text) if path.suffix == ".py" else None
    if coding and not _UTF_8.fullmatch(coding[1]):
        line = coding[0].count("\n") + 1
        what = f"Python would read this file as {coding[1]}, not as UTF-8"
        yield Problem(what, "delete that line", from_here(path), line)
    if not text.strip() and _has_to_say_something(path):
        what, remedy = "this file is empty", "write it, or delete it"
        yield Problem(what, remedy, from_here(path))


def _has_to_say_something(path: Path) -> bool:
    of_kind = path.suffix in {".md", ".ipynb"} or path.name == AT_THE_TOP[0]
    return of_kind or from_here(path).startswith("snippets/")
