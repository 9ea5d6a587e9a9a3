"""A line of progress with its time, which a log keeps as it comes."""

from __future__ import annotations

from datetime import datetime


def say(line: str) -> None:
    """Print a line at once."""
    print(f"{datetime.now():%H:%M:%S} {line}", flush=True)
