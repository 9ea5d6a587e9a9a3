"""Each listing runs in a process of its own, as if started by hand."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

# One thread each, as when the outputs were recorded: sums of many numbers
# depend on how they are shared out.
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"
)
# What a program prints is UTF-8 on every system, and comes line by line.
_ENVIRONMENT = {"PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
TOO_LONG = 124  # the exit code of a program that was ended, as of `timeout`


@dataclass(frozen=True)
class Ran:
    """What became of a program.

    Parameters
    ----------
    code : int
        Its exit code.
    printed : str
        Its standard output.
    error : str
        Its standard error.
    """

    code: int
    printed: str
    error: str

    @property
    def reason(self) -> str:
        """The last line of its standard error, which names the error."""
        return (self.error.strip() or f"exit code {self.code}").splitlines()[
            -1
        ]


@dataclass
class Processes:
    """Starts programs, and ends those that still run when it is left."""

    _running: set[subprocess.Popen[str]] = field(default_factory=set)
    _is_over: threading.Event = field(default_factory=threading.Event)

    def run(self, arguments: Sequence[str], seconds: float) -> Ran:
        """Run Python to its end, or for some seconds; it opens no window."""
        with self._started(arguments, MPLBACKEND="Agg") as process:
            try:
                printed, error = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
                return Ran(TOO_LONG, "", f"ran for over {seconds:g} seconds")
            return Ran(process.returncode, printed, error)

    def stream(
        self, arguments: Sequence[str], write: Callable[[str], object]
    ) -> Ran:
        """Run Python with arguments; write each line as it is printed."""
        errors: list[str] = []
        with self._started(arguments) as process:
            # Both at once: a program waits when nobody reads a full pipe.
            reader = threading.Thread(
                target=errors.extend, args=(process.stderr,), daemon=True
            )
            reader.start()
            printed = []
            for line in process.stdout or ():
                printed.append(line)
                write(line)
            reader.join()
        return Ran(process.returncode, "".join(printed), "".join(errors))

    @contextmanager
    def _started(
        self, arguments: Sequence[str], **more: str
    ) -> Iterator[subprocess.Popen[str]]:
        # -P: a file of the reader's that is called as a module stays unread.
        process = subprocess.Popen(
            [sys.executable, "-P", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env=os.environ | ONE_THREAD | _ENVIRONMENT | more,
        )
        self._running.add(process)
        if self._is_over.is_set():
            process.kill()
        with process:
            try:
                yield process
            except BaseException:
                process.kill()  # before `with` waits for its end
                raise
            finally:
                self._running.discard(process)

    def end(self) -> None:
        """End what runs, and let nothing start any more."""
        self._is_over.set()
        for process in list(self._running):
            process.kill()


def run_all(
    programs: Sequence[Path],
    *,
    jobs: int,
    seconds: float,
    done: Callable[[int], object],
) -> list[Ran]:
    """Run programs, several at a time.

    Parameters
    ----------
    programs : sequence of Path
        Files of Python.
    jobs : int
        How many at a time.
    seconds : float
        How long each may take.
    done : callable
        Called with the number of those that have ended.

    Returns
    -------
    list of Ran
        In the order of the programs.
    """
    processes = Processes()
    run = partial(processes.run, seconds=seconds)
    with ThreadPoolExecutor(jobs) as pool:
        futures = [pool.submit(run, [str(path)]) for path in programs]
        try:
            for count, _ in enumerate(as_completed(futures), start=1):
                done(count)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            processes.end()
            raise
    return [future.result() for future in futures]
