"""Fetches the parts of the emulated machine: Debian's packages and wheels."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rich.console import Console

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.other_processors.arm.machine import (
    ArmMachine,
    unfit,
    write_processor,
)

PACKAGES = ("python3", "libgfortran5", "libstdc++6")
EXTRAS = ("torch", "scikit-learn", "slides")
TESTERS = ("pytest", "pytest-timeout", "hypothesis")
_VERSIONS = ("constraints.txt", "pyproject.toml")


def assembled(project: Project, console: Console) -> ArmMachine:
    """Return the machine; fetch what is missing of it.

    Raises
    ------
    ProblemError
        If this machine cannot emulate it, or a download fails.
    """
    problem = unfit(platform.machine())
    if problem:
        raise ProblemError(problem)
    machine = ArmMachine(project.cache / "aarch64")
    own = Path(__file__)

    def packages() -> None:
        console.print("fetching Debian's arm64 packages (once)")
        fill_root(machine)

    def wheels() -> None:
        console.print(
            "fetching aarch64 wheels (once for each set of versions)"
        )
        run(wheel_command(machine, project, os.environ))

    fill_once(machine.root, [own], packages)
    write_processor(machine)
    versions = [project.root / name for name in _VERSIONS]
    fill_once(machine.site, [own, *versions], wheels)
    return machine


def fill_once(
    folder: Path, sources: Sequence[Path], fill: Callable[[], None]
) -> None:
    """Fill a folder unless these sources have filled it to the end.

    Parameters
    ----------
    folder : Path
        Begun anew if it has to be filled.
    sources : sequence of Path
        Files that decide what goes in.
    fill : callable
        Fills it.
    """
    content = b"".join(source.read_bytes() for source in sources)
    digest = hashlib.sha256(content).hexdigest()
    ready = folder.with_suffix(".ready")
    if ready.exists() and read_source(ready) == digest:
        return
    ready.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    fill()
    ready.write_text(digest, encoding="utf-8")


def fill_root(machine: ArmMachine) -> None:
    """Download packages and all that they depend on; extract them."""
    apt = machine.folder / "apt"
    for name in ("lists/partial", "cache/archives/partial"):
        (apt / name).mkdir(parents=True, exist_ok=True)
    (apt / "status").write_text("", encoding="utf-8")  # nothing is installed
    run([*apt_command(apt), "update"])
    run([*apt_command(apt), "install", *PACKAGES])
    for package in sorted((apt / "cache/archives").glob("*.deb")):
        run(["dpkg", "-x", str(package), str(machine.root)])
    shutil.rmtree(apt)


def apt_command(folder: Path) -> list[str]:
    """Return how apt is called beside the system's own packages.

    Parameters
    ----------
    folder : Path
        Where it keeps its lists and archives.
    """
    settings = {
        "APT::Architecture": "arm64",
        "APT::Architectures": "arm64",
        "Dir::State::Lists": folder / "lists",
        "Dir::State::Status": folder / "status",
        "Dir::Cache": folder / "cache",
        "Debug::NoLocking": "true",  # the locks are the system's
        "APT::Sandbox::User": "root",  # the folder may be closed to others
    }
    options = [f"-o{name}={value}" for name, value in settings.items()]
    only = ["--download-only", "--no-install-recommends"]
    return ["apt-get", "--quiet=2", "--yes", *only, *options]


def wheel_command(
    machine: ArmMachine, project: Project, environment: Mapping[str, str]
) -> list[str]:
    """Return the command that fetches wheels in the pinned versions.

    Parameters
    ----------
    machine : ArmMachine
        Its site is filled; its root is there.
    project : Project
        The checkout, whose requirements are asked for.
    environment : mapping of str to str
        May name a folder of wheels, as for the Makefile.
    """
    local = environment.get("PIP_FIND_LINKS")
    torch = ["--find-links", local] if local else ["--torch-backend", "cpu"]
    target = ["--target", str(machine.site), "--only-binary", ":all:"]
    system = ["--python-platform", "aarch64-manylinux_2_28"]
    version = ["--python-version", machine.version]
    pinned = ["--constraint", str(project.root / "constraints.txt")]
    wanted = ["--requirements", str(project.root / "pyproject.toml")]
    extras = [word for extra in EXTRAS for word in ("--extra", extra)]
    uv = [sys.executable, "-m", "uv", "pip", "install", "--quiet"]
    how = [*uv, *target, *system, *version, *torch, *pinned]
    return [*how, *wanted, *extras, *TESTERS]


def run(command: Sequence[str]) -> None:
    """Run a command; make its failure a problem that says what it said."""
    ran = subprocess.run(command, capture_output=True, text=True)
    if ran.returncode:
        said = (ran.stderr.strip() or ran.stdout.strip()).replace(
            "\n", "\n    "
        )
        raise ProblemError(
            Problem(
                f"{Path(command[0]).name} failed while an ARM machine was "
                f"assembled:\n    {said}",
                "see the message; apt's sources have to offer arm64, "
                "as Debian's do",
            )
        )
