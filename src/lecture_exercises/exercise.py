"""What an exercise is, once it has been read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Grade = Literal["predict", "complete", "write"]
LABELS: Mapping[Grade, str] = {
    "predict": "Read and predict",
    "complete": "Complete a line",
    "write": "Write a function",
}


@dataclass(frozen=True)
class Wrong:
    """A plausible wrong answer.

    Parameters
    ----------
    says : str
        The sentence that teaches whoever gave it.
    code : str
        The answer, as a whole program.
    """

    says: str
    code: str


@dataclass(frozen=True)
class WrongNumber:
    """A plausible wrong number.

    Parameters
    ----------
    says : str
        The sentence that teaches whoever gave it.
    value : float
        The number.
    """

    says: str
    value: float


@dataclass(frozen=True)
class Number:
    """The answer is a number.

    Parameters
    ----------
    value : float
        The right one.
    within : float
        How far off an answer may be.
    wrong : tuple of WrongNumber
        Those that are likely.
    """

    value: float
    within: float
    wrong: tuple[WrongNumber, ...]
    kind: str = "number"


@dataclass(frozen=True)
class Option:
    """One of several answers.

    Parameters
    ----------
    text : str
        What it says.
    right : bool
        Whether it is the answer.
    says : str
        Why, or why not.
    """

    text: str
    right: bool
    says: str


@dataclass(frozen=True)
class Choice:
    """The answer is one of several.

    Parameters
    ----------
    choices : tuple of Option
        In the order in which they are shown.
    """

    choices: tuple[Option, ...]
    kind: str = "choice"


@dataclass(frozen=True)
class Exercise:
    """A task with all that belongs to it.

    Parameters
    ----------
    name : str
        PAGE/NAME.
    title : str
        A few words.
    task : str
        Markdown with TeX.
    grade : {"predict", "complete", "write"}
        What is asked for.
    section : str
        The anchor of the section on the page, with its ``#``.
    hints : tuple of str
        Markdown with TeX, each saying more than the one before.
    start, solution, visible, hidden : str
        Programs; empty in a prediction.
    wrong : tuple of Wrong
        Wrong programs; none in a prediction.
    listing, explanation : str
        What is read, and why the answer is what it is; else empty.
    answer : Number or Choice, optional
        What is predicted.
    """

    name: str
    title: str
    task: str
    grade: Grade
    section: str
    hints: tuple[str, ...] = ()
    start: str = ""
    solution: str = ""
    visible: str = ""
    hidden: str = ""
    wrong: tuple[Wrong, ...] = ()
    listing: str = ""
    explanation: str = ""
    answer: Number | Choice | None = field(default=None)

    @property
    def page(self) -> str:
        """The page that it belongs to."""
        return self.name.partition("/")[0]

    @property
    def n_wrong(self) -> int:
        """How many wrong answers have a sentence of their own."""
        if isinstance(self.answer, Number):
            return len(self.answer.wrong)
        if isinstance(self.answer, Choice):
            return sum(not option.right for option in self.answer.choices)
        return len(self.wrong)

    def as_json(self) -> dict[str, Any]:
        """Return what a page gets, without what is empty."""
        fields = {k: v for k, v in asdict(self).items() if v not in ("", None)}
        if self.grade == "predict":
            del fields["wrong"]
        return {"page": self.page, **fields}

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> Exercise:
        """Return the exercise that `as_json` has written."""
        known = {k: v for k, v in fields.items() if k != "page"}
        known["hints"] = tuple(known.get("hints", ()))
        known["wrong"] = tuple(Wrong(**w) for w in known.get("wrong", ()))
        if known.get("answer"):
            known["answer"] = _answer(known["answer"])
        return cls(**known)


def _answer(fields: Mapping[str, Any]) -> Number | Choice:
    if fields["kind"] == "choice":
        return Choice(tuple(Option(**o) for o in fields["choices"]))
    wrong = tuple(WrongNumber(**w) for w in fields["wrong"])
    return Number(fields["value"], fields["within"], wrong)
