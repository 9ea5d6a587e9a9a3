"""Puts the runtime and the lecture's code where pages load them from."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from zipfile import ZipFile

from filelock import FileLock

from lecture_site.basics.project import Project
from lecture_site.basics.undated_zip import pack
from lecture_site.finishing.built_site import RUNTIME
from lecture_site.notebooks.wheel import build_wheel, has_package
from lecture_site.runtime.kept import loaded_files
from lecture_site.runtime.runnable import packages_in_page

MANIFEST = "manifest.json"


def publish_runtime(project: Project, site: Path) -> None:
    """Copy what a page loads, and list it with its sizes.

    A lecture that keeps no runtime has no Python in its pages.
    """
    if not loaded_files(project) or not has_package(project):
        return
    folder = site / RUNTIME
    folder.mkdir(parents=True)
    files = [*loaded_files(project), page_wheel(project)]
    for path in files:
        shutil.copyfile(path, folder / path.name)
    sizes = [{"name": p.name, "bytes": p.stat().st_size} for p in files]
    said = {"files": sizes, "wheel": files[-1].name}
    text = json.dumps(said, indent=1)
    (folder / MANIFEST).write_text(f"{text}\n", "utf-8", newline="\n")


def page_wheel(project: Project) -> Path:
    """Return a wheel of only those packages that a page needs.

    It is built again when a source has changed, by one process at a time.
    """
    folder = project.cache / "page_wheel"
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        current = folder / _state(project)
        return next(current.glob("*.whl"), None) or _build(project, current)


def _build(project: Project, folder: Path) -> Path:
    for old in folder.parent.glob("*/"):
        shutil.rmtree(old)
    whole = build_wheel(project).path
    folder.mkdir()
    return _with_packages(whole, packages_in_page(project), folder)


def _with_packages(whole: Path, packages: set[str], folder: Path) -> Path:
    with (
        ZipFile(whole) as packed,
        ZipFile(folder / whole.name, "w") as smaller,
    ):
        for name in packed.namelist():
            if name.partition("/")[0] in packages:
                pack(smaller, name, packed.read(name))
    return folder / whole.name


def _state(project: Project) -> str:
    """Return a digest that is another when a source was written."""
    digest = hashlib.sha256()
    for path in sorted(project.sources.rglob("*.py")):
        if not path.is_relative_to(project.sources / "lecture_site"):
            digest.update(str(path).encode())
            digest.update(str(path.stat().st_mtime_ns).encode())
    return digest.hexdigest()[:16]
