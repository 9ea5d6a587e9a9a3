"""Tells which pages are read and written while a site is finished.

Run as a process of its own: an audit hook stays for as long as its process
does, and until Python 3.12 a thread cannot start under coverage while one
runs.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.basics.theme import Theme
from lecture_site.finish import INSTEAD_IN_A_DRAFT, finish_site

PLAIN = Theme(article="main")
opened: Counter[str] = Counter()


def _count(event: str, told: tuple) -> None:
    if event == "open" and str(told[0]).endswith(".html"):
        kind = "written" if set(str(told[1])) & set("wax+") else "read"
        opened[f"{kind} {Path(told[0]).name}"] += 1


if __name__ == "__main__":
    site, kind = Path(sys.argv[1]), sys.argv[2]
    instead = INSTEAD_IN_A_DRAFT if kind == "draft" else {}
    sys.addaudithook(_count)
    quiet = Console(quiet=True)
    finish_site(Project(site.parent), site, quiet, instead, PLAIN)
    print(json.dumps(opened))
