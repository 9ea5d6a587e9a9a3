"""What a listing does, and what a reader may think it does.

Every answer is an expression that is computed where the listing has ended:
no number is typed, and an option is held to be right or wrong by Python.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from typing import Any

from lecture_exercises.exercise import Choice, Number, Option, WrongNumber
from lecture_exercises.marks import Checked
from lecture_exercises.sections import Section, Source

LETTERS = "abcdefgh"
_DIGITS = 12  # as many as every machine agrees on
Sentence = Callable[[Section, Source], str]


def read_answer(
    source: Source, sentence: Sentence
) -> tuple[Number | Choice, str]:
    """Return the answer to a prediction, and why it is right.

    Raises
    ------
    FileProblemError
        If an expression fails, or says the opposite of its section.
    """
    right, answer = source.all("right"), source.all("answer")
    if len(right) + len(answer) != 1:
        what = "has no answer, or two; write '# %% answer: within 0.01' or "
        raise source.problem(what + "'# %% right: OPTION', one of them")
    values = _Values(source)
    if answer:
        return _number(answer[0], source, values, sentence), sentence(
            answer[0], source
        )
    return _choice(source, values, sentence), sentence(right[0], source)


class _Values:
    """Computes expressions where the listing has ended."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._names: dict[str, Any] = {"__name__": "listing"}
        listing = source.one("listing")
        self._run(exec, listing, "listing")

    def of(self, section: Section) -> Any:
        """Return the value of a section's expression."""
        if not section.code:
            what = f"section '{section.name}' has no expression; write one"
            raise self._source.problem(what, section.line)
        return self._run(eval, section, section.name)

    def _run(
        self, how: Callable[..., Any], section: Section, name: str
    ) -> Any:
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                return how(section.code.strip(), self._names)
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
            what = f"section '{name}' cannot be computed: {said}; correct it"
            raise self._source.problem(what, section.line) from None


def _number(
    answer: Section, source: Source, values: _Values, sentence: Sentence
) -> Number:
    try:
        within = float(answer.value.removeprefix("within"))
    except ValueError:
        what = "say how far off an answer may be: # %% answer: within 0.01"
        raise source.problem(what, answer.line) from None
    value = _rounded(values.of(answer))
    wrong: list[WrongNumber] = []
    for each in source.all("wrong"):
        other = _rounded(values.of(each))
        taken = [value, *(one.value for one in wrong)]
        if any(abs(other - one) <= 2 * within for one in taken):
            what = f"{other:g} is another answer too; name another number"
            raise source.problem(what, each.line)
        wrong.append(WrongNumber(sentence(each, source), other))
    return Number(value, within, tuple(wrong))


def _rounded(value: Any) -> float:
    return float(f"{float(value):.{_DIGITS}g}")


def _choice(source: Source, values: _Values, sentence: Sentence) -> Choice:
    options = []
    for each in (*source.all("right"), *source.all("wrong")):
        is_right = each.name == "right"
        if not each.value:
            what = f"names no option; write: # %% {each.name}: OPTION"
            raise source.problem(what, each.line)
        if bool(values.of(each)) != is_right:
            what = f"the expression says that '{each.value}' is not "
            raise source.problem(what + each.name, each.line)
        options.append(Option(each.value, is_right, sentence(each, source)))
    # By their words: the place of the right one tells nothing.
    return Choice(tuple(sorted(options, key=lambda option: option.text)))


def check_number(answer: Number, explanation: str, given: str) -> Checked:
    """Mark a number, given as text."""
    try:
        value = float(given.strip().replace("−", "-").replace(",", "."))
    except ValueError:
        return Checked(False, "Give one number, such as 0.25.")
    if abs(value - answer.value) <= answer.within:
        return Checked(True, explanation)
    for wrong in answer.wrong:
        if abs(value - wrong.value) <= answer.within:
            return Checked(False, wrong.says)
    return Checked(False, "Not this number; go through it line by line.")


def check_choice(answer: Choice, given: str) -> Checked:
    """Mark an option, given by its letter or its words."""
    options = dict(zip(LETTERS, answer.choices, strict=False))
    options |= {option.text: option for option in answer.choices}
    chosen = options.get(given.strip())
    if chosen is None:
        letters = ", ".join(LETTERS[: len(answer.choices)])
        return Checked(False, f"Choose one of {letters}.")
    return Checked(chosen.right, chosen.says)
