"""Runs one program and says what became of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import ModuleType

from lecture_live.agreeing import agreement_with
from lecture_live.alone import alone
from lecture_live.failing import failure_of
from lecture_live.figures import figures_shown
from lecture_live.output import Output, Write
from lecture_live.result import Failure, Result

Show = Callable[[str, str], None]


def run(
    code: str, name: str, recorded: str | None, write: Write, show: Show
) -> Result:
    """Run a program as ``__main__``, with nothing left of an earlier one.

    Parameters
    ----------
    code : str
        The program.
    name : str
        What it is called in messages, such as ``listing.py``.
    recorded : str or None
        What its listing has printed; None if nothing is recorded.
    write : callable
        Is given each text that is printed.
    show : callable
        Is given each figure: its SVG and its alternative text.

    Returns
    -------
    Result
        Seconds, agreement with the record, and the error if there was one.
    """
    output = Output(write)
    with alone(name, code, output) as main, figures_shown(show):
        started = time.perf_counter()
        error = _execute(code, name, main)
        seconds = time.perf_counter() - started
        output.flush()
    if error or recorded is None:
        return Result(seconds, None, error)
    agreement = agreement_with(recorded, output.printed.text, code)
    return Result(seconds, agreement, None)


def _execute(code: str, name: str, main: ModuleType) -> Failure | None:
    try:
        exec(compile(code, name, "exec", dont_inherit=True), main.__dict__)
    except SystemExit as stop:
        ended_well = stop.code is None or stop.code == 0
        return None if ended_well else failure_of(stop, name, code)
    except BaseException as error:
        return failure_of(error, name, code)
    return None
