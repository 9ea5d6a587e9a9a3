"""TypeScript as scripts of the site: checked by tsc, bundled by esbuild.

What is made is committed, so that a page can be written and a site built
without npm. A folder that holds a ``main.ts`` becomes one script; what several
scripts share becomes a file of its own, which a browser loads once.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from lecture_site.basics.json_files import read_json
from lecture_site.basics.node import NODE, install_locked
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source

SOURCES = Path("src") / "lecture_page"
BUNDLES = Path("docs") / "assets" / "page"
MAIN = "main.ts"
EXPLORERS = "explorers"
_TYPE_ERROR = re.compile(r"^(\S+)\((\d+),\d+\): error (.*)$", re.MULTILINE)
# They stand in strings and patterns of libraries only.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
_HOW = (
    "--bundle",
    "--splitting",
    "--minify",
    "--format=esm",
    "--loader:.css=text",
    "--target=es2022",
    "--charset=utf8",
    "--legal-comments=eof",
    "--log-level=warning",
)


def packages(project: Project) -> Path:
    """Return the folder that npm's packages are installed into."""
    return project.cache / "page"


def install(project: Project) -> None:
    """Install the packages in the versions of the lock file."""
    install_locked(project.root / SOURCES, packages(project))


def check_types(project: Project) -> list[Problem]:
    """Return what the type checker finds in the sources."""
    folder = _beside_packages(project)
    said = _run(project, folder, "typescript/bin/tsc", "-p", str(folder))
    found = _TYPE_ERROR.findall(said)
    if said and not found:
        raise ProblemError(Problem(said, "mend the settings", str(SOURCES)))
    return [
        Problem(
            what, "let the types agree", (SOURCES / name).as_posix(), int(line)
        )
        for name, line, what in found
    ]


def write_bundles(project: Project) -> list[Path]:
    """Write the scripts into the documentation's assets, and name them."""
    target = project.root / BUNDLES
    shutil.rmtree(target, ignore_errors=True)
    return _bundle(project, target)


def check_bundles(project: Project) -> list[Problem]:
    """Return which scripts are not those that their sources make."""
    made, kept = project.cache / "page_scripts", project.root / BUNDLES
    shutil.rmtree(made, ignore_errors=True)
    _bundle(project, made)
    return [
        Problem(
            "the script is not what its sources make",
            "run '.venv/bin/python scripts/build_page_scripts.py'",
            project.relative(kept / name),
        )
        for name in sorted(_files(made) | _files(kept))
        if _content(made / name) != _content(kept / name)
    ]


def _bundle(project: Project, target: Path) -> list[Path]:
    """Bundle the explorers apart: another lecture does without them."""
    folder = _beside_packages(project)
    mains = sorted(
        path
        for path in folder.rglob(MAIN)
        if "node_modules" not in path.relative_to(folder).parts
    )
    explorers = [m for m in mains if m.is_relative_to(folder / EXPLORERS)]
    others = [main for main in mains if main not in explorers]
    for group, shared in (
        (explorers, f"{EXPLORERS}/shared"),
        (others, "shared"),
    ):
        _bundle_group(project, group, target, shared)
    for name in _files(target):
        _escape_unseen(target / name)
    _write_licences(project, target / "LICENCES.txt")
    return sorted(target / name for name in _files(target))


def _bundle_group(
    project: Project, mains: list[Path], target: Path, shared: str
) -> None:
    """Bundle some scripts; what they share becomes files in one folder."""
    folder = packages(project) / "sources"
    entries = [
        f"{main.parent.relative_to(folder).as_posix()}={main}"
        for main in mains
    ]
    if not entries:
        return
    said = _run(
        project,
        folder,
        "esbuild/bin/esbuild",
        *entries,
        *_HOW,
        f"--chunk-names={shared}/[name]-[hash]",
        f"--outdir={target}",
    )
    if said:
        raise ProblemError(Problem(said, "correct the script", str(SOURCES)))


def _write_licences(project: Project, target: Path) -> None:
    """Write the licences of all packages that a browser may load."""
    lock = project.root / SOURCES / "package-lock.json"
    known = read_json(lock, dict, "restore it with git")["packages"]
    shipped = [name for name in known if name and not known[name].get("dev")]
    texts = [
        f"{name.removeprefix('node_modules/')}\n\n{read_source(path)}"
        for name in sorted(shipped)
        for path in sorted((packages(project) / name).glob("LICENSE*"))
    ]
    text = "\n\n".join(texts)
    target.write_text(text, encoding="utf-8", newline="\n")


def _escape_unseen(path: Path) -> None:
    """Write signs that nobody can see as escapes, of the same meaning."""
    text = read_source(path)
    seen = _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
    path.write_text(seen, encoding="utf-8", newline="\n")


def _beside_packages(project: Project) -> Path:
    """Copy the sources to where Node finds the packages, and return it."""
    folder = packages(project) / "sources"
    if not (packages(project) / "node_modules").is_dir():
        install(project)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(project.root / SOURCES, folder)
    return folder


def _run(project: Project, folder: Path, program: str, *args: str) -> str:
    """Run a program of the packages; return what it says if it fails."""
    path = packages(project) / "node_modules" / program
    ran = subprocess.run(
        [NODE, str(path), *args],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return ran.stdout + ran.stderr if ran.returncode else ""


def _files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
