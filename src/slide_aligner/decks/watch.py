"""Ends the program where a page asks for more than a machine has.

PDFium cannot be interrupted, and two kilobytes of a PDF can ask it for hours
or for all the memory there is. What is written is written whole, so nothing
is left half done.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import Any

from terminal.errors import FileProblemError

MOST_SECONDS = 120.0  # recognising a page takes twenty on a slow machine
MOST_BYTES = 2_000_000_000  # more than before the page
_BETWEEN = 0.1  # seconds between two looks
_RESOURCE: Any = None if os.name == "nt" else import_module("resource")
_UNIT = 1 if sys.platform == "darwin" else 1024


@contextmanager
def watched(path: Path) -> Iterator[None]:
    """Watch what is done with a page of a file.

    If it takes too long or too much, the program says so in one line and
    ends with the exit code of a file that failed.
    """
    ended = threading.Event()
    arguments = (path, ended, monotonic(), _memory())
    watch = threading.Thread(target=_watch, args=arguments, daemon=True)
    watch.start()
    try:
        yield
    finally:
        ended.set()


def _watch(
    path: Path, ended: threading.Event, began: float, before: int
) -> None:
    while not ended.wait(_BETWEEN):
        if monotonic() - began > MOST_SECONDS:
            _give_up(path, f"takes more than {MOST_SECONDS:.0f} seconds")
        if _memory() - before > MOST_BYTES:
            _give_up(path, f"needs more than {MOST_BYTES / 1e9:.1f} GB")


def _memory() -> int:
    """Return the most bytes that the process has had; 0 on Windows."""
    if _RESOURCE is None:
        return 0
    used = _RESOURCE.getrusage(_RESOURCE.RUSAGE_SELF)
    return int(used.ru_maxrss) * _UNIT


def _give_up(path: Path, why: str) -> None:
    problem = FileProblemError(
        path, f"a page {why} to be read; export the deck again"
    )
    sys.stderr.write(f"error: {problem}\n")
    sys.stderr.flush()
    os._exit(1)
