"""Runs listings and says how what they print differs from the record."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from agreement.difference import VERDICTS
from agreement.texts import compare
from agreement.tolerance import stated_in
from lecture_command.packages import missing, remedy
from lecture_command.processes import Ran, run_all
from lecture_command.shelf import NEVER_RECORDED, Snippet
from terminal.errors import FileProblemError

Result = Literal["same", "within tolerance", "differs", "failed", "not run"]
RESULTS: tuple[Result, ...] = (*VERDICTS, "failed", "not run")
_NO_DATA = "DataMissingError: "


@dataclass(frozen=True)
class Checked:
    """What became of one listing.

    Parameters
    ----------
    name : str
        Its name.
    result : {"same", "within tolerance", "differs", "failed", "not run"}
        How what it printed compares with the record; or it ended with an
        error; or something that it needs is not here.
    absolute, relative : float or None
        The largest differences of two numbers in the same place.
    note : str
        The first line that differs, the error, or what is needed.
    """

    name: str
    result: Result
    absolute: float | None = None
    relative: float | None = None
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return its fields; what JSON has no number for becomes null."""
        fields = asdict(self)
        for key in ("absolute", "relative"):
            if fields[key] is not None and not math.isfinite(fields[key]):
                fields[key] = None
        return fields


def check_all(
    chosen: Sequence[Snippet],
    *,
    jobs: int,
    seconds: float,
    done: Callable[[int], object],
) -> list[Checked]:
    """Run listings and compare what they print with the record.

    Parameters
    ----------
    chosen : sequence of Snippet
        The listings.
    jobs : int
        How many run at a time.
    seconds : float
        How long each may take.
    done : callable
        Called with the number of those that have ended.
    """
    paths = [snippet.path for snippet in chosen]
    runs = run_all(paths, jobs=jobs, seconds=seconds, done=done)
    return [
        judge(snippet, ran) for snippet, ran in zip(chosen, runs, strict=True)
    ]


def judge(snippet: Snippet, ran: Ran) -> Checked:
    """Compare a run of a listing with its record."""
    try:
        return _judged(snippet, ran)
    except FileProblemError as error:  # of one listing, or of its record
        return Checked(snippet.name, "failed", note=str(error))


def _judged(snippet: Snippet, ran: Ran) -> Checked:
    name = snippet.name
    if ran.code == 0 and snippet.output is None:
        return Checked(name, "failed", note=NEVER_RECORDED)
    if ran.code == 0:
        allowed = stated_in(snippet.source)
        found = compare(snippet.output or "", ran.printed, allowed)
        return Checked(
            name, found.verdict, found.absolute, found.relative, found.note
        )
    package = missing(ran.error)
    if package:
        return Checked(
            name, "not run", note=f"needs {package}: {remedy(package)}"
        )
    _, data, needs = ran.reason.partition(_NO_DATA)
    if data:
        return Checked(name, "not run", note=needs)
    return Checked(name, "failed", note=ran.reason)
