"""Which programs run in the page: those for which NumPy is enough.

What a program imports tells, directly or through the teaching code. The
standard library is there, but for what needs more than one process or a
network; and a page draws figures by itself, where a terminal needs Matplotlib.
What prints something else there, as ``runtime/differences.json`` says, is not
offered.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lecture_site.basics.json_files import read_json
from lecture_site.basics.project import Project
from lecture_site.staleness.fingerprint import Imports, imported_names

_THERE = {"numpy", "agreement", "lecture_code"}
_NOT_THERE = {
    "concurrent",
    "multiprocessing",
    "socket",
    "ssl",
    "subprocess",
    "threading",
}
_IN_A_WINDOW = Path("lecture_code") / "plot" / "_window.py"


def runs_in_page(program: Path, project: Project) -> bool:
    """Tell whether a browser can run a program, in a lecture that lets it.

    Parameters
    ----------
    program : Path
        A file of ``snippets/``.
    project : Project
        The checkout.
    """
    if not project.runtime.is_dir():
        return False
    if name_of(program, project) in known_differences(project):
        return False
    modules = sys.stdlib_module_names - _NOT_THERE
    return _imported(program, project) <= modules | _THERE


def name_of(program: Path, project: Project) -> str:
    """Return how a program is named: ``page/name.py``."""
    return program.relative_to(project.snippets).as_posix()


def known_differences(project: Project) -> dict[str, str]:
    """Return why programs print something else in a page, by their names."""
    path = project.runtime / "differences.json"
    return read_json(path, dict, "restore it with git")


def needs_numpy_alone(program: Path, project: Project) -> bool:
    """Tell whether a program imports no package but NumPy."""
    own = {path.stem for path in project.sources.iterdir()}
    return _imported(program, project) <= sys.stdlib_module_names | own | {
        "numpy"
    }


@dataclass(frozen=True)
class _Followed:
    """What a program and the files that it leads to import."""

    names: set[str]
    written: Mapping[Path, int]  # each file, and when

    def still_holds(self) -> bool:
        """Tell whether none of the files has changed."""
        try:
            return all(_time(path) == at for path, at in self.written.items())
        except FileNotFoundError:
            return False


# It is asked for at every fence, and following imports takes milliseconds.
_FOLLOWED: dict[Path, _Followed] = {}


def _imported(program: Path, project: Project) -> set[str]:
    """Return what a program and the files that it leads to import."""
    known = _FOLLOWED.get(program)
    if known is None or not known.still_holds():
        known = _FOLLOWED[program] = _follow(program, project)
    return known.names


def _follow(program: Path, project: Project) -> _Followed:
    paths = Imports(project).lead_to(program)
    names = {
        name
        for path in paths - {project.sources / _IN_A_WINDOW}
        if path.suffix == ".py"
        for name in imported_names(path)
    }
    packages = {name.partition(".")[0] for name in names} - {""}
    return _Followed(packages, {path: _time(path) for path in paths})


def _time(path: Path) -> int:
    return path.stat().st_mtime_ns
