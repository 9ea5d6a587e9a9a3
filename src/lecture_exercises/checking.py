"""Marks an answer, and says what it teaches.

A wrong answer is recognised by what it does: it failed the same tests, and
in all of them gave the values that a wrong answer of the exercise gives.
So it is found however it is written, and a lecturer writes nothing but the
answer itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lecture_exercises.attempt import Attempt, HintFor, attempt, no_hint
from lecture_exercises.exercise import Choice, Exercise, Number
from lecture_exercises.handing import Trace
from lecture_exercises.marks import Checked
from lecture_exercises.plain import same
from lecture_exercises.predictions import check_choice, check_number

RIGHT = "Right: all tests pass."


def check(
    exercise: Exercise | Mapping[str, Any],
    code: str,
    hint_for: HintFor = no_hint,
) -> Checked:
    """Mark an answer.

    Parameters
    ----------
    exercise : Exercise or mapping
        The exercise, or its JSON.
    code : str
        The reader's program; for a prediction the number, or the letter or
        the words of an option.
    hint_for : callable
        Is asked for a sentence about an error of the reader's code.

    Returns
    -------
    Checked
        With a sentence for the reader.
    """
    if not isinstance(exercise, Exercise):
        exercise = Exercise.from_json(exercise)
    if isinstance(exercise.answer, Number):
        return check_number(exercise.answer, exercise.explanation, code)
    if isinstance(exercise.answer, Choice):
        return check_choice(exercise.answer, code)
    made = attempt(exercise, code, hint_for)
    says = RIGHT if made.passed else _lesson(exercise, made)
    return Checked(made.passed, says, tuple(made.tests), made.error)


def _lesson(exercise: Exercise, made: Attempt) -> str:
    if made.error:
        line = made.error.line
        return f"{made.error.text}{f' (line {line})' if line else ''}"
    for wrong in exercise.wrong:
        if _alike(made, attempt(exercise, wrong.code)):
            return wrong.says
    return next(reason for reason in made.reasons if reason)


def _alike(one: Attempt, other: Attempt) -> bool:
    passed = [[t.passed for t in each.tests] for each in (one, other)]
    return (
        other.error is None
        and passed[0] == passed[1]
        and any(one.traces)
        and all(map(_same_trace, one.traces, other.traces))
    )


def _same_trace(one: Trace, other: Trace) -> bool:
    return len(one) == len(other) and all(
        name == named and same(value, valued)
        for (name, value), (named, valued) in zip(one, other, strict=True)
    )
