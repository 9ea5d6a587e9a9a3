"""The process of a proof; it says on its standard output what comes of it."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console

from lecture_site.basics import progress
from lecture_site.basics.problems import Problem, ProblemError, report
from lecture_site.basics.project import Project
from lecture_site.build import build_draft
from lecture_site.preview.depending import Depending
from lecture_site.processes.family import end_family
from lecture_site.processes.isolated import warm_up
from lecture_site.products.making import bring_up_to_date
from lecture_site.products.product import Product
from lecture_site.products.steadiness import unsteady
from lecture_site.staleness.installed import versions_of

# What was edited is shown by now. An author who goes on writing overtakes all
# that follows, and the process that stands by needs the processor to load.
SETTLED = 3.0  # seconds


def main() -> None:
    """Wait for the files that were edited, then prove."""
    say = _speaker()
    warm_up()
    versions_of(["numpy"])  # reads, while nobody waits, what is installed
    order = sys.stdin.readline()
    if not order:
        return
    threading.Thread(target=_end_with_the_author, daemon=True).start()
    progress.LISTENERS.append(lambda now: say(progress=now.line()))
    edited = [Path(name) for name in json.loads(order)]
    console = Console(stderr=True)
    try:
        problems = _prove(edited, Project.here(), console, say)
    except ProblemError as error:
        problems = [error.problem]
    report(problems, console)
    say(ended=[asdict(problem) for problem in problems])


def _prove(
    edited: Iterable[Path],
    project: Project,
    console: Console,
    say: Callable[..., None],
) -> list[Problem]:
    """Make first what the edited files lead to, then the whole draft."""
    code = {path for path in edited if path.suffix == ".py"}
    if code:
        first, recorded = Depending(project, code), list[Product]()
        problems = bring_up_to_date(
            first.products,
            project,
            record=True,
            console=console,
            named="what depends on the edit",
            recorded=recorded,
        )
        say(
            made=list(map(str, first.pages)),
            problems=[asdict(problem) for problem in problems],
        )
        time.sleep(SETTLED)
        if doubtful := unsteady(recorded, project, console):
            return doubtful
    return build_draft(project, console, record=True, show=False)


def _speaker() -> Callable[..., None]:
    """Return how to say something; whatever else prints goes elsewhere."""
    spoken = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    lock = threading.Lock()

    def say(**what: Any) -> None:
        with lock:
            spoken.write(f"{json.dumps(what)}\n")
            spoken.flush()

    return say


def _end_with_the_author() -> None:
    """End everything when the process ends that has started this one."""
    sys.stdin.read()
    end_family(os.getpid())


if __name__ == "__main__":
    main()
