"""Ends a process together with all that it has started."""

from __future__ import annotations

from contextlib import suppress

import psutil


def end_family(pid: int) -> None:
    """Kill a process, its children, theirs and so on; it may be gone."""
    try:
        first = psutil.Process(pid)
        family = [*first.children(recursive=True), first]
    except psutil.NoSuchProcess:
        return
    for process in family:
        with suppress(psutil.NoSuchProcess):
            process.kill()
