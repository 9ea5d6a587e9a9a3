"""Axe and Lighthouse, which look at pages: installed by npm, run by Node."""

from __future__ import annotations

from pathlib import Path

from lecture_site.basics.node import install_locked
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source

SOURCES = Path("tests") / "browser" / "auditors"


def folder_of_auditors(project: Project) -> Path:
    """Return the folder that they are installed into."""
    return project.cache / "auditors"


def install(project: Project) -> None:
    """Install them in the versions of the lock file."""
    install_locked(project.root / SOURCES, folder_of_auditors(project))


def script_of_axe(project: Project) -> str:
    """Return axe-core, to be run in a page."""
    kept = folder_of_auditors(project) / "node_modules/axe-core/axe.min.js"
    return read_source(kept)
