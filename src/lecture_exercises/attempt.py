"""Runs a reader's code, then the tests on what it has left.

Tests and reader share nothing but values: the tests have a namespace of
their own, into which come only the names that they read.
"""

from __future__ import annotations

import io
import linecache
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np

from lecture_exercises.demands import in_words, taken_names, test_names
from lecture_exercises.exercise import Exercise
from lecture_exercises.guard import restore
from lecture_exercises.handing import EndedError, Handing, Trace
from lecture_exercises.marks import Stopped, Tested
from lecture_exercises.plain import UnusableError

READERS = "<your code>"
# What may help against an error, or nothing.
HintFor: TypeAlias = Callable[[BaseException], str | None]


def no_hint(_: BaseException) -> None:
    """Know no sentence about an error."""


@dataclass
class Attempt:
    """What became of some code.

    Parameters
    ----------
    tests : list of Tested
        Those that were run.
    reasons : list of str
        Why each was not passed, hidden ones too.
    traces : list of list
        What each test got from the code.
    error : Stopped, optional
        Why the code itself did not run.
    """

    tests: list[Tested] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    error: Stopped | None = None

    @property
    def passed(self) -> bool:
        """Whether the code has run and met every test."""
        return bool(self.tests) and all(test.passed for test in self.tests)


def attempt(
    exercise: Exercise, code: str, hint_for: HintFor = no_hint
) -> Attempt:
    """Run some code and all tests of an exercise.

    Parameters
    ----------
    exercise : Exercise
        To be completed or written.
    code : str
        The answer.
    hint_for : callable
        Is asked for a sentence about an error of the reader's code.
    """
    made = Attempt()
    with (
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
        _nothing_to_read(),
    ):
        warnings.simplefilter("ignore")
        names = _run(code, made, hint_for)
        if made.error is None:
            _test(exercise.visible, names, made, hint_for, hidden=False)
            _test(exercise.hidden, names, made, hint_for, hidden=True)
    return made


@contextmanager
def _nothing_to_read() -> Iterator[None]:
    """Let a program that asks for input fail, and not wait for it."""
    kept, sys.stdin = sys.stdin, io.StringIO()
    try:
        yield
    finally:
        sys.stdin = kept


def _run(code: str, made: Attempt, hint_for: HintFor) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "answer"}
    lines = code.splitlines(keepends=True)
    linecache.cache[READERS] = (len(code), None, lines, READERS)
    try:
        exec(compile(code, READERS, "exec"), names)
    except KeyboardInterrupt:
        raise
    except SyntaxError as error:
        said = f"SyntaxError: {error.msg}"
        made.error = Stopped(said, error.lineno, hint_for(error))
    except BaseException as error:
        made.error = Stopped(_said(error), _line(error), hint_for(error))
    finally:
        restore()
    return names


def _said(error: BaseException) -> str:
    if isinstance(error, SystemExit | EndedError):
        return "Your code ends the program before the tests are done."
    return f"{type(error).__name__}: {error}"


def _line(error: BaseException) -> int | None:
    """Return the last line of the reader's code that led to an error."""
    line, trace = None, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == READERS:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _test(
    code: str,
    names: dict[str, Any],
    made: Attempt,
    hint_for: HintFor,
    *,
    hidden: bool,
) -> None:
    for name in test_names(code):
        trace: Trace = []
        handing = Handing(trace)
        reason = _reason(code, name, names, handing, hint_for)
        says = "" if hidden else reason
        made.tests.append(Tested(in_words(name), not reason, says, hidden))
        made.reasons.append(reason)
        made.traces.append(trace)


def _reason(
    code: str,
    name: str,
    names: dict[str, Any],
    handing: Handing,
    hint_for: HintFor,
) -> str:
    """Run one test; return why it is not passed, or nothing."""
    own: dict[str, Any] = {"__name__": "tests", "np": np}
    try:
        own |= handing.taken(taken_names(code), names)
        exec(compile(code, "<tests>", "exec"), own)
        own[name]()
    except KeyboardInterrupt:
        raise
    except (AssertionError, UnusableError) as error:
        return str(error) or "Not right yet."
    except (SystemExit, EndedError) as error:
        return _said(error)
    except BaseException as error:
        line = _line(error)
        where = f" (line {line})" if line else ""
        stops = f"Your code stops: {_said(error)}{where}"
        return ". ".join(filter(None, (stops, hint_for(error))))
    return ""
