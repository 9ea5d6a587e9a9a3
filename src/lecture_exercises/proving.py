"""Whether an exercise is sound: that is tried, not believed."""

from __future__ import annotations

from lecture_exercises.attempt import attempt
from lecture_exercises.checking import check
from lecture_exercises.exercise import Exercise


def problems_of(exercise: Exercise) -> list[str]:
    """Return what is wrong with an exercise that could be read.

    The solution has to pass, the start and every wrong answer to fail, and
    each wrong answer to be told its own sentence. Predictions were proved
    when they were read.
    """
    if exercise.grade == "predict":
        return []
    return [
        *_of_solution(exercise),
        *_of_start(exercise),
        *_of_wrong(exercise),
    ]


def _of_solution(exercise: Exercise) -> list[str]:
    marked = check(exercise, exercise.solution)
    if marked.passed:
        return []
    return [f"the solution fails: {marked.says}; correct it, or the tests"]


def _of_start(exercise: Exercise) -> list[str]:
    if attempt(exercise, exercise.start).passed:
        return ["the start passes all tests; leave something to do"]
    return []


def _of_wrong(exercise: Exercise) -> list[str]:
    problems = []
    for number, wrong in enumerate(exercise.wrong, start=1):
        marked = check(exercise, wrong.code)
        if marked.passed:
            problems.append(
                f"wrong answer {number} passes; add a test that it fails"
            )
        elif marked.says != wrong.says:
            problems.append(
                f"wrong answer {number} is told another sentence: "
                f"{marked.says}; add a test that tells them apart"
            )
    return problems
