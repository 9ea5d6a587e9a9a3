"""A finished site takes the place of the last one, which is never lost."""

from __future__ import annotations

import shutil
from pathlib import Path

from lecture_site.basics.project import Project


def replace(old: Path, new: Path, project: Project) -> None:
    """Put a new folder in the place of an old one, if there is one."""
    retired = _retired(old, project)
    if old.exists():
        old.rename(retired)
    new.rename(old)
    shutil.rmtree(retired, ignore_errors=True)


def bring_back(old: Path, project: Project) -> None:
    """Bring back a folder whose replacement was interrupted."""
    retired = _retired(old, project)
    if retired.exists() and not old.exists():
        retired.rename(old)
    shutil.rmtree(retired, ignore_errors=True)


def _retired(old: Path, project: Project) -> Path:
    return project.cache / f"retired_{old.name}"
