"""The kept runtime: which files it has, and that they are unchanged."""

from __future__ import annotations

from pathlib import Path

from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.runtime.inputs import Inputs
from terminal.text_files import sha256_of

SUMS = "SHA256SUMS"
OF_PYODIDE = (
    "pyodide.asm.js",
    "pyodide.asm.wasm",
    "pyodide.mjs",
    "python_stdlib.zip",
)
LOCK = "pyodide-lock.json"
_REMEDY = "restore it with git, or run 'scripts/build_runtime.py'"


def kept_wheel(project: Project) -> Path:
    """Return the kept wheel of NumPy."""
    inputs = Inputs.read(project)
    name = f"numpy-{inputs.numpy.version}-{inputs.tag}.whl"
    return project.runtime / name


def loaded_files(project: Project) -> list[Path]:
    """Return what a browser loads; nothing in a lecture without runtime."""
    folder = project.runtime
    if not folder.is_dir():
        return []
    return [
        *(folder / name for name in (*OF_PYODIDE, LOCK)),
        kept_wheel(project),
    ]


def write_sums(project: Project) -> None:
    """Write the digests of all files, as ``sha256sum`` writes them."""
    text = "".join(f"{d}  {n}\n" for n, d in _found(project).items())
    path = project.runtime / SUMS
    path.write_text(text, encoding="utf-8", newline="\n")


def kept_problems(project: Project) -> list[Problem]:
    """Return what is not as it was when the runtime was built."""
    folder, found = project.runtime, _found(project)
    lines = read_source(folder / SUMS).splitlines()
    known = {line[66:]: line[:64] for line in lines}
    names = known.keys() | found.keys()
    names |= {path.name for path in loaded_files(project)}
    return [
        Problem(
            "the file is not the one that was built",
            _REMEDY,
            project.relative(folder / name),
        )
        for name in sorted(names)
        if known.get(name) is None or known.get(name) != found.get(name)
    ]


def _found(project: Project) -> dict[str, str]:
    folder = project.runtime
    unsigned = {SUMS, "README.md", "differences.json"}
    return {
        path.relative_to(folder).as_posix(): sha256_of(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in unsigned
    }
