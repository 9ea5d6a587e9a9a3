"""Runs tasks where everything that should not matter is otherwise.

Each has a Python of its own, so words are hashed anew and objects lie
elsewhere in memory; and it is another day there.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Collection
from datetime import datetime, timedelta, timezone
from unittest.mock import patch

from lecture_site.processes import arithmetic
from lecture_site.processes.isolated import Ends, Task, run_all

# The earliest and the latest zone are 26 hours apart, so one of them always
# has another date than the one here. POSIX counts hours to the west.
ZONES = {14: "<+14>-14", -12: "<-12>+12"}


def run_elsewhere(tasks: Collection[Task]) -> Ends:
    """Run tasks as `run_all` does, each in another environment."""
    arithmetic.fix()
    other = {
        "MPLBACKEND": "Agg",
        "PYTHONHASHSEED": "random",
        "TZ": zone_of_another_day(datetime.now().astimezone()),
    }
    with patch.dict(os.environ, other):
        context = multiprocessing.get_context("spawn")
        yield from run_all(tasks, context=context)


def zone_of_another_day(now: datetime) -> str:
    """Return a time zone, for `TZ`, where the date is not the one here."""
    there = {
        zone: now.astimezone(timezone(timedelta(hours=hours))).date()
        for hours, zone in ZONES.items()
    }
    return next(zone for zone, date in there.items() if date != now.date())
