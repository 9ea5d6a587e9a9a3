"""The file of the printed lecture: its name, and whether there is one."""

from __future__ import annotations

from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.browser.chromium import find_chromium

NAME = "neural-networks.pdf"


def is_printed(project: Project) -> bool:
    """Tell whether the lecture is printed: it needs a sheet for that."""
    return sheet(project).exists() and find_chromium(project) is not None


def sheet(project: Project) -> Path:
    """Return the style sheet of the printed lecture."""
    return project.docs / "assets" / "book.css"
