"""Writes ``verified.json``: what this build of the site has checked."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from lecture_site.drawn_slides import drawn_slides
from lecture_site.figures import figure_products
from lecture_site.labs import lab_products
from lecture_site.listings import programs
from lecture_site.macros import measurements
from lecture_site.notebooks import counts
from lecture_site.page_reader import Reading
from lecture_site.project import Project
from lecture_site.slide_facts import slide_facts
from lecture_site.targets import FileTarget

PACKAGES = ("numpy", "torch", "matplotlib", "scikit-learn", "mkdocs-material")


def facts(
    reading: Reading, gradients: list[dict[str, Any]], project: Project
) -> dict[str, Any]:
    """Return everything that the page "How this site is checked" states."""
    return {
        "blocks": _blocks(reading),
        "snippets": len(programs(project)),
        "figures": len(figure_products(project)),
        "labs": len(lab_products(project)),
        "notebooks": counts(project),
        "measurements": measurements(project),
        "gradients": gradients,
        "slides": slide_facts(project) if drawn_slides(project) else None,
        "versions": {"python": platform.python_version()}
        | {name: version(name) for name in PACKAGES},
        "commit": _git(project, "rev-parse", "HEAD"),
        "changed_since_commit": bool(_git(project, "status", "--porcelain")),
        "date": commit_date(project),
    }


def write(verified: dict[str, Any], project: Project) -> None:
    """Write the facts where MkDocs copies them to the root of the site."""
    text = json.dumps(verified, indent=1, ensure_ascii=False)
    FileTarget(project.verified).write_if_changed(f"{text}\n")


def _blocks(reading: Reading) -> dict[str, Any]:
    shown = reading.python_blocks
    excused = [
        {
            "page": block.page.removeprefix("docs/"),
            "line": block.line,
            "reason": block.excuse,
        }
        for block in shown
        if block.excuse
    ]
    others = len(reading.blocks) - len(shown)
    run = len(shown) - len(excused)
    return {
        "shown": len(shown),
        "run": run,
        "excused": excused,
        "other_languages": others,
    }


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
