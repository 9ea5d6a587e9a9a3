"""The file of the printed lecture: its name, and whether there is one."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from lecture_site.basics.configuration import names
from lecture_site.basics.project import Project
from lecture_site.browser.chromium import find_chromium


def printed_name(project: Project) -> str:
    """Return the name of the PDF: the lecture's short name as an address."""
    name = unicodedata.normalize("NFKD", names(project).short.casefold())
    letters = name.encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", letters)
    return f"{'-'.join(words) or 'lecture'}.pdf"


def is_printed(project: Project) -> bool:
    """Tell whether the lecture is printed: it needs a sheet for that."""
    return sheet(project).exists() and find_chromium(project) is not None


def sheet(project: Project) -> Path:
    """Return the style sheet of the printed lecture."""
    return project.docs / "assets" / "book.css"
