"""Builds a project and takes each result as made that was copied into it.

Run in the project, with its modules. What a build would run is not run; the
text that lies there is taken for what it gives, and is remembered so. A
section of the teaching code, which prints nothing, is taken to have run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.build import build_site
from lecture_site.processes.isolated import Outcome, Task
from lecture_site.products import making
from lecture_site.products.product import Product
from lecture_site.staleness.whole_site import WholeSite


def taken(
    stale: Mapping[Task, Product], *_: object
) -> Iterator[tuple[Task, Outcome]]:
    """Yield for each product the text that lies there."""
    for task, one in stale.items():
        yield task, Outcome(text=one.target.read() or "")


if __name__ == "__main__":
    vars(making)["with_progress"] = taken
    project = Project.here()
    whole = WholeSite(project, project.site)
    read = whole.read()
    problems = build_site(project, Console(), record=False)
    if not problems:
        whole.remember(read)
    sys.exit("\n".join(map(str, problems)) or 0)
