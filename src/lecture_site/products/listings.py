"""Listings: programs under ``snippets/`` and sections of the source."""

from __future__ import annotations

import os
import re
import runpy
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source

MARKER = re.compile(r"--8<--\s*\[\s*(start|end)\s*:\s*([\w-]+)\s*\]")
REMEDY_FOR_SECTIONS = (
    "give every section one '# --8<-- [start:NAME]' and, after it, "
    "one '# --8<-- [end:NAME]'"
)


@dataclass(frozen=True)
class Listing:
    """Code that a page can include.

    Parameters
    ----------
    path : Path
        The file that it stands in.
    section : str
        The name of the section; empty for a whole program.
    source : str
        The code as a page shows it.
    line : int
        The line of the file that it starts at.
    """

    path: Path
    section: str
    source: str
    line: int

    @property
    def output(self) -> Path:
        """Where the output of a program is recorded."""
        return self.path.with_suffix(".out")


def programs(project: Project) -> list[Listing]:
    """Return all programs under ``snippets/``, sorted by path."""
    return [
        Listing(path, "", read_source(path).strip("\n"), 1)
        for path in sorted(project.snippets.rglob("*.py"))
    ]


def sections(project: Project) -> list[Listing]:
    """Return all named sections of the teaching code."""
    return [
        listing
        for path in sorted(project.sources.glob("lecture_code/*.py"))
        for listing in _sections_of(path)
    ]


def find_listing(source: str, project: Project) -> Listing | None:
    """Return the listing that a page shows, or None if it was typed."""
    text = as_shown(source)
    return _looked_up(project, lambda known: known.by_text.get(text))


def included(place: str, project: Project) -> Listing | None:
    """Return the listing that a page includes by its file and section.

    Parameters
    ----------
    place : str
        As a page writes it: ``page/file.py`` or ``package/file.py:section``.
    project : Project
        The checkout.
    """
    return _looked_up(project, lambda known: known.by_place.get(place))


def as_shown(source: str) -> str:
    """Return code as the renderer passes it on, to compare it with that."""
    lines = source.expandtabs(4).splitlines()
    return "\n".join(map(str.rstrip, lines)).strip("\n")


@dataclass(frozen=True)
class _Known:
    """All listings of a project, as they were when they were read."""

    newest: int  # when one of them was written last
    by_text: Mapping[str, Listing]
    by_place: Mapping[str, Listing]

    def has(self, listing: Listing) -> bool:
        """Tell whether a listing is still what was read."""
        try:
            return listing.path.stat().st_mtime_ns <= self.newest
        except FileNotFoundError:
            return False


def _looked_up(
    project: Project, look: Callable[[_Known], Listing | None]
) -> Listing | None:
    """Return what is known of a listing, which may have changed meanwhile.

    It is asked for at every fence. So only its own file is looked at, and
    all files only for what is not found: else the time that a build takes
    would grow with the square of its listings.
    """
    known = _read(project)
    found = look(known)
    if found and known.has(found):
        return found
    if found or known.newest != _newest(project):
        _read.cache_clear()
    return look(_read(project))


@lru_cache(maxsize=2)
def _read(project: Project) -> _Known:
    newest = _newest(project)
    return _Known(newest, _by_text(project), _by_place(project))


def _newest(project: Project) -> int:
    """Return when a listing was written last."""
    folders = (project.snippets, project.sources / "lecture_code")
    return max((t for f in folders for t in _times(f)), default=0)


def _times(folder: Path) -> Iterator[int]:
    """Yield when each source below a folder was written."""
    if not folder.is_dir():  # a lecture may have none yet
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry.stat().st_mtime_ns
            elif entry.is_dir():
                yield from _times(Path(entry.path))


def _by_text(project: Project) -> dict[str, Listing]:
    return {
        as_shown(listing.source): listing
        for listing in [*sections(project), *programs(project)]
    }


def _by_place(project: Project) -> dict[str, Listing]:
    whole = {
        listing.path.relative_to(project.snippets).as_posix(): listing
        for listing in programs(project)
    }
    parts = {
        f"{listing.path.relative_to(project.sources).as_posix()}"
        f":{listing.section}": listing
        for listing in sections(project)
    }
    return whole | parts


def _sections_of(path: Path) -> Iterator[Listing]:
    lines = read_source(path).splitlines()
    starts: dict[str, int] = {}
    for number, line in enumerate(lines):
        marker = MARKER.search(line)
        if marker and marker[1] == "start":
            starts[marker[2]] = number
        elif marker and marker[2] in starts:
            start = starts.pop(marker[2])
            kept = (
                ln for ln in lines[start + 1 : number] if not MARKER.search(ln)
            )
            source = textwrap.dedent("\n".join(kept)).strip("\n")
            yield Listing(path, marker[2], source, start + 2)


def section_problems(project: Project) -> list[Problem]:
    """Return sections that do not start and end exactly once."""
    return [
        Problem(what, REMEDY_FOR_SECTIONS, project.relative(path), line)
        for folder in (project.sources, project.snippets)
        for path in sorted(folder.rglob("*.py"))
        for what, line in _marker_problems(path)
    ]


def _marker_problems(path: Path) -> Iterator[tuple[str, int]]:
    opened: dict[str, int] = {}
    closed: set[str] = set()
    text = read_source(path)
    for number, line in enumerate(text.splitlines(), start=1):
        for kind, name in MARKER.findall(line):
            if kind == "start" and name in opened.keys() | closed:
                yield f"section '{name}' starts a second time", number
            elif kind == "start":
                opened[name] = number
            elif opened.pop(name, None) is None:
                yield f"section '{name}' ends but was not open", number
            else:
                closed.add(name)
    for name, number in opened.items():
        yield f"section '{name}' is never closed", number


def run_section(path: str, source: str, line: int) -> str:
    """Run a section in the namespace of its module."""
    namespace = runpy.run_path(path)
    code = compile("\n" * (line - 1) + source, path, "exec")
    exec(code, namespace)
    return ""
