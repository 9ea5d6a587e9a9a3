"""Runs a file as the program that it is, in the process that asks for it.

What counts is what a terminal would show: what it prints, what the programs
print that it starts, and what is printed when it ends.
"""

from __future__ import annotations

import atexit
import gc
import io
import multiprocessing
import os
import re
import runpy
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from tempfile import TemporaryFile
from typing import Any, BinaryIO
from unittest.mock import patch

import psutil

# What a program may have: bytes in one file, or printed, and bytes of memory.
# A machine of CI has seven gigabytes or more.
MOST = {"RLIMIT_FSIZE": 50_000_000, "RLIMIT_DATA": 4_000_000_000}

# Processes that libraries keep for the next call; they print nothing.
_KEPT = re.compile(r"\b(?:multiprocessing|joblib)\.")


class ProgramError(Exception):
    """Raised for a program that does not end well."""


def run_program(path: str) -> str:
    """Run a program to its end and return what it prints.

    Raises
    ------
    ProgramError
        If it ends with an exit code, or prints without an end.
    """
    with TemporaryFile() as printed, _limits():
        try:
            with _printing_into(printed), _until_its_end():
                runpy.run_path(path, run_name="__main__")
        except SystemExit as end:
            if end.code:
                error = ProgramError(_ended_with(end.code))
                raise error.with_traceback(end.__traceback__) from None
        printed.seek(0)
        text = printed.read().decode(errors="replace")
        return text.replace("\r\n", "\n")


def _ended_with(code: object) -> str:
    if isinstance(code, int):
        return f"it ended with exit code {code}"
    return f"it ended with a message: {code}"


@contextmanager
def _printing_into(file: BinaryIO) -> Iterator[None]:
    """Let this process and those that it starts print into a file."""
    _flush()
    terminal, kept = os.dup(1), sys.stdout
    os.dup2(file.fileno(), 1)
    raw = io.FileIO(1, "w", closefd=False)
    # As with `python -u`: in the order in which it is printed.
    sys.stdout = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
    try:
        yield
    finally:
        _flush()
        sys.stdout = kept
        os.dup2(terminal, 1)
        os.close(terminal)


def _flush() -> None:
    for stream in {sys.stdout, sys.__stdout__}:
        if stream and not stream.closed:
            stream.flush()


@contextmanager
def _until_its_end() -> Iterator[None]:
    """Wait for threads, then call what is to be called at the end."""
    before = set(threading.enumerate())
    programs = set(_programs())
    last: list[partial[object]] = []

    def register(function: Any, *given: Any, **named: Any) -> Any:
        last.append(partial(function, *given, **named))
        return function

    def unregister(function: Any) -> None:
        last[:] = [each for each in last if each.func != function]

    gc.freeze()  # what is there already need not be looked through again
    with patch.multiple(atexit, register=register, unregister=unregister):
        try:
            yield
        finally:
            for thread in _started_since(before):
                thread.join()
            for child in multiprocessing.active_children():
                if not child.daemon:
                    child.join()
            for function in reversed([*last]):  # one that adds is too late
                function()
            gc.collect()  # what is deleted last may print, too
            gc.unfreeze()
            for program in set(_programs()) - programs:
                with suppress(psutil.NoSuchProcess):
                    program.wait()


def _programs() -> Iterator[psutil.Process]:
    """Yield the programs that run for this process, and may print."""
    end_with_it = {child.pid for child in multiprocessing.active_children()}
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            command = " ".join(process.cmdline())
            if process.pid not in end_with_it and not _KEPT.search(command):
                yield process


def _started_since(before: set[threading.Thread]) -> list[threading.Thread]:
    """Return the threads that a program has started and waits for."""
    every = threading.enumerate()
    return [t for t in every if t not in before and not t.daemon]


@contextmanager
def _limits() -> Iterator[None]:
    """Let nothing grow without an end: files, what is printed, memory."""
    try:
        import resource
    except ModuleNotFoundError:  # Windows has no such limits
        yield
        return
    kinds = {getattr(resource, name): most for name, most in MOST.items()}
    before = {kind: resource.getrlimit(kind) for kind in kinds}
    for kind, (soft, hard) in before.items():
        known = [limit for limit in (soft, hard) if limit >= 0]
        resource.setrlimit(kind, (min([kinds[kind], *known]), hard))
    try:
        yield
    finally:
        for kind, limits in before.items():
            resource.setrlimit(kind, limits)
