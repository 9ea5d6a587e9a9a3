"""Listings: programs under ``snippets/`` and sections of the source."""

from __future__ import annotations

import os
import re
import runpy
import textwrap
from collections.abc import Iterator
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
    return _by_text(project, _newest(project)).get(as_shown(source))


def included(place: str, project: Project) -> Listing | None:
    """Return the listing that a page includes by its file and section.

    Parameters
    ----------
    place : str
        As a page writes it: ``page/file.py`` or ``package/file.py:section``.
    project : Project
        The checkout.
    """
    return _by_place(project, _newest(project)).get(place)


def as_shown(source: str) -> str:
    """Return code as the renderer passes it on, to compare it with that."""
    lines = source.expandtabs(4).splitlines()
    return "\n".join(map(str.rstrip, lines)).strip("\n")


def _newest(project: Project) -> int:
    """Return when a listing changed last; it is asked for at every fence."""
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


@lru_cache(maxsize=2)
def _by_text(project: Project, _newest: int) -> dict[str, Listing]:
    return {
        as_shown(listing.source): listing
        for listing in [*sections(project), *programs(project)]
    }


@lru_cache(maxsize=2)
def _by_place(project: Project, _newest: int) -> dict[str, Listing]:
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
