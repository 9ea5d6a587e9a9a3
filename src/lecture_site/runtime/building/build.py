"""Builds the runtime, and compares it with the one that is kept."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.runtime.building.fetching import (
    SYSROOT,
    fetch_headers,
    fetch_numpy,
    fetch_pyodide,
    fetch_tools,
    published_wheel,
)
from lecture_site.runtime.building.headers import (
    write_python_headers,
    write_wide_time,
)
from lecture_site.runtime.building.licences import write_licences
from lecture_site.runtime.building.numpy import compile_numpy
from lecture_site.runtime.building.packing import differences, write_wheel
from lecture_site.runtime.inputs import Inputs
from lecture_site.runtime.kept import LOCK, OF_PYODIDE, kept_wheel, write_sums

_PLATFORM = "x86_64-linux-gnu/python3.11/pyconfig.h"


def write_runtime(project: Project) -> Path:
    """Build everything, keep it in place of what is kept, name the wheel."""
    inputs, kept = Inputs.read(project), project.runtime
    root = _empty(project)
    wheel = _build(inputs, root)
    for old in kept.glob("*.whl"):
        old.unlink()
    shutil.copyfile(wheel, kept / wheel.name)
    for name in OF_PYODIDE:
        shutil.copyfile(root / "package" / name, kept / name)
    write_lock(root / "package" / LOCK, kept / LOCK)
    sources = root / f"numpy-{inputs.numpy.version}"
    write_licences(sources, kept / "licences")
    write_sums(project)
    return kept / wheel.name


def write_lock(published: Path, kept: Path) -> None:
    """Write Pyodide's list of packages without those that are not here.

    It would else tell a reader to install them, from where nothing is.
    """
    said = json.loads(read_source(published)) | {"packages": {}}
    kept.write_text(f"{json.dumps(said, indent=1)}\n", "utf-8", newline="\n")


def check_runtime(project: Project) -> list[Problem]:
    """Build everything again and say what differs from what is kept."""
    inputs, root = Inputs.read(project), _empty(project)
    kept, built = kept_wheel(project), _build(inputs, root)
    if built.read_bytes() == kept.read_bytes():
        return []
    members = differences(built, kept)
    what = ", ".join(members) or "how it is packed"
    return [
        Problem(
            f"the wheel that is built now differs in: {what}",
            "see what has changed, and build it without --check",
            project.relative(kept),
        )
    ]


def _build(inputs: Inputs, root: Path) -> Path:
    """Return NumPy's wheel, from PyPI if it is there, else compiled."""
    pyodide = fetch_pyodide(inputs, root)
    sources = fetch_numpy(inputs, root)
    debian = fetch_headers(inputs, root)
    published = published_wheel(inputs, root)
    if published:
        return published
    fetch_tools(inputs, root)
    headers = _headers(root, debian / "usr" / "include", pyodide)
    package = compile_numpy(root, sources, headers)
    return write_wheel(package, sources, inputs.tag, root)


def _headers(root: Path, include: Path, pyodide: Path) -> list[Path]:
    python, wide = root / "python", root / "wide"
    library = pyodide / "python_stdlib.zip"
    write_python_headers(
        include / "python3.11", include / _PLATFORM, library, python
    )
    write_wide_time(SYSROOT, wide)
    return [python, wide]


def _empty(project: Project) -> Path:
    root = project.cache / "runtime"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    return root.resolve()
