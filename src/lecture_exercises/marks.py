"""What became of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Tested:
    """What became of one test.

    Parameters
    ----------
    name : str
        What it demands, in words.
    passed : bool
        Whether it was met.
    says : str
        Why it was not; empty for a hidden test, or if it was.
    hidden : bool
        Whether the reader does not see its code.
    """

    name: str
    passed: bool
    says: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class Stopped:
    """Why a reader's code did not reach its end.

    Parameters
    ----------
    text : str
        The error in one line.
    line : int, optional
        The line of the reader's code.
    hint : str, optional
        What may help.
    """

    text: str
    line: int | None = None
    hint: str | None = None


@dataclass(frozen=True)
class Checked:
    """What became of an answer.

    Parameters
    ----------
    passed : bool
        Whether it is right.
    says : str
        One sentence for the reader, who may learn from it.
    tests : tuple of Tested
        One by one; none for a prediction.
    error : Stopped, optional
        Why the code did not run.
    """

    passed: bool
    says: str
    tests: tuple[Tested, ...] = ()
    error: Stopped | None = None

    def as_json(self) -> dict[str, Any]:
        """Return its fields."""
        return asdict(self)

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> Checked:
        """Return what `as_json` has written."""
        error = fields["error"]
        return cls(
            fields["passed"],
            fields["says"],
            tuple(Tested(**test) for test in fields["tests"]),
            Stopped(**error) if error else None,
        )
