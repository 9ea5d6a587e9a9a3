"""The package as a wheel, which the notebooks of the site install.

Its files carry no time of their own, so the same package has the same bytes
on any day, and a notebook knows by the hash whether it is installed already.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_toml
from lecture_site.staleness.fingerprint import dependencies

EPOCH = "1580601600"  # of all files in the wheel


@dataclass(frozen=True)
class Wheel:
    """A wheel: its file, and the hash by which pip knows it."""

    path: Path
    sha256: str


def has_package(project: Project) -> bool:
    """Tell whether the project can be installed at all."""
    return (project.root / "pyproject.toml").is_file()


def build_wheel(project: Project) -> Wheel:
    """Build the wheel into the cache.

    Raises
    ------
    ProblemError
        If the package does not build.
    """
    folder = project.cache / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    building = subprocess.run(
        [*command, "-d", str(folder)],
        cwd=project.root,
        env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH},
        capture_output=True,
        text=True,
        check=False,
    )
    if building.returncode:
        raise ProblemError(_does_not_build(building.stderr))
    (path,) = folder.glob("*.whl")
    return Wheel(path, hashlib.sha256(path.read_bytes()).hexdigest())


def _does_not_build(stderr: str) -> Problem:
    last = (stderr.strip().splitlines() or ["no message"])[-1]
    return Problem(
        f"the package does not build as a wheel: {last}",
        "correct it and try '.venv/bin/python -m hatchling build -t wheel'",
        "pyproject.toml",
    )


def is_in_wheel(listing: Path, project: Project) -> bool:
    """Tell whether all that a listing imports or reads is in the wheel."""
    file = project.root / "pyproject.toml"
    packages = _packages(file, file.stat().st_mtime_ns)
    return all(
        any(path.is_relative_to(project.root / p) for p in packages)
        for path in dependencies(listing, project) - {listing}
    )


@cache
def _packages(file: Path, _modified: int) -> tuple[str, ...]:
    settings = read_toml(file)
    try:
        wheel = settings["tool"]["hatch"]["build"]["targets"]["wheel"]
        return tuple(wheel["packages"])
    except (KeyError, TypeError):
        what = "nothing says which packages are in the wheel"
        remedy = "name them under [tool.hatch.build.targets.wheel]: packages"
        problem = Problem(what, remedy, file.name)
        raise ProblemError(problem) from None
