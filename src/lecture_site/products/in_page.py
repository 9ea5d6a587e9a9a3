"""Which programs run in the page: those for which NumPy is enough.

What a program imports tells, directly or through the teaching code. The
standard library is there, but for what needs more than one process or a
network.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.staleness.fingerprint import Imports

RUNTIME = "runtime"  # the folder of what a browser needs to run Python
_THERE = {"numpy", "agreement", "lecture_code"}
_NOT_THERE = {
    "concurrent",
    "multiprocessing",
    "socket",
    "ssl",
    "subprocess",
    "threading",
}


def runs_in_page(program: Path, project: Project) -> bool:
    """Tell whether a browser can run a program, in a lecture that lets it.

    Parameters
    ----------
    program : Path
        A file of ``snippets/``.
    project : Project
        The checkout.
    """
    if not (project.root / RUNTIME).is_dir():
        return False
    names = Imports(project).names_in(program)
    tops = {name.partition(".")[0] for name in names} - {""}
    return tops <= (sys.stdlib_module_names - _NOT_THERE) | _THERE
