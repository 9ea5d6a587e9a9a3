"""Runs a command to its end, and says how long it took and what it needed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MPLBACKEND": "Agg",
    "NO_MKDOCS_2_WARNING": "1",
}
LAST_LINES = 30


class CommandError(Exception):
    """Raised for a command that failed; says what it said last."""


@dataclass(frozen=True)
class Cost:
    """What a command took.

    Parameters
    ----------
    seconds : float
        By the clock on the wall.
    processor : float
        The seconds for which it and those that it started computed; other
        programs change it less.
    megabytes : float
        The most memory that one of its processes held.
    """

    seconds: float
    processor: float
    megabytes: float


def run(
    command: Sequence[object],
    folder: Path,
    environment: Mapping[str, str] | None = None,
) -> Cost:
    """Run a command; what it says goes into a log beside its folder.

    Parameters
    ----------
    command : sequence
        The program and its arguments, such as paths.
    folder : Path
        Where it runs.
    environment : mapping, optional
        Variables on top of those of this process; as in the Makefile, one
        thread for each process.

    Raises
    ------
    CommandError
        If it fails.
    """
    said = folder.with_name(f"{folder.name}.log")
    with said.open("w", encoding="utf-8") as log:
        began = time.monotonic()
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=folder,
            env=os.environ | ONE_THREAD | dict(environment or {}),
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        processor, megabytes = _ended(process)
        seconds = time.monotonic() - began
    if process.returncode:
        words = " ".join(map(str, command))
        raise CommandError(f"{words} failed:\n{_end_of(said)}")
    return Cost(seconds, processor, megabytes)


def _ended(process: subprocess.Popen[bytes]) -> tuple[float, float]:
    """Wait until a process has ended, and return what it used."""
    try:
        _, status, used = os.wait4(process.pid, 0)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)  # and those that it started
        process.wait()
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    megabyte = 1e6 if sys.platform == "darwin" else 1e3
    return used.ru_utime + used.ru_stime, used.ru_maxrss / megabyte


def _end_of(said: Path) -> str:
    lines = said.read_text(encoding="utf-8").splitlines()
    return "\n".join(lines[-LAST_LINES:])
