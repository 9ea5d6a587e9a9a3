"""The commit that is built: its name, its day, whether files differ."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime

from lecture_site.basics.project import Project


def has_changed(project: Project) -> bool:
    """Tell whether files differ from those of the commit."""
    return bool(_git(project, "status", "--porcelain"))


def commit(project: Project) -> str:
    """Return the name of the commit that is built; empty if there is none."""
    return _git(project, "rev-parse", "HEAD")


def commit_date(project: Project) -> str:
    """Return the day of the commit, so that a rebuild gives the same."""
    epoch = commit_epoch(project)
    if not epoch:
        return ""
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()


def commit_epoch(project: Project) -> str:
    """Return the commit's time in seconds; empty where there is none."""
    return os.environ.get("SOURCE_DATE_EPOCH") or _git(
        project, "log", "-1", "--format=%ct"
    )


def _git(project: Project, *arguments: str) -> str:
    """Ask git; the answer is empty where there is no git or no commit."""
    try:
        answer = subprocess.run(
            ["git", *arguments],
            cwd=project.root,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""
