"""What became of a program."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Verdict = Literal["as recorded", "within tolerance", "differs"]


@dataclass(frozen=True)
class Agreement:
    """How what was printed compares with the record.

    Parameters
    ----------
    verdict : {"as recorded", "within tolerance", "differs"}
        Nothing moved; numbers moved by no more than is allowed; or more
        than that moved.
    says : str
        What moved, by how much, and what was allowed.
    """

    verdict: Verdict
    says: str


@dataclass(frozen=True)
class Failure:
    """How a program failed.

    Parameters
    ----------
    line : int or None
        The reader's own line, counted from 1; None if none is to blame.
    source : str
        The text of that line.
    text : str
        What Python says.
    hint : str or None
        What is wrong, in a sentence, where the mistake is a common one.
    """

    line: int | None
    source: str
    text: str
    hint: str | None


@dataclass(frozen=True)
class Result:
    """What became of a run.

    Parameters
    ----------
    seconds : float
        How long the program ran.
    agreement : Agreement or None
        None without a record, and for a program that failed.
    error : Failure or None
        None for a program that reached its end.
    """

    seconds: float
    agreement: Agreement | None
    error: Failure | None

    def as_json(self) -> dict[str, Any]:
        """Return its fields as a page is told them."""
        return asdict(self)
