"""Exercises are marked in the runtime of the pages as they are here."""

import pytest

from lecture_exercises import read_exercises
from lecture_exercises.exercise import Exercise
from lecture_site.basics.project import Project
from lecture_site.runtime.in_node import Message, about, replies
from lecture_site.runtime.publish import page_wheel

HERE = Project.here()
PROGRAMS = [e for e in read_exercises(HERE.root / "exercises") if e.solution]
NAMES = [exercise.name for exercise in PROGRAMS]


def answers(exercise: Exercise) -> list[str]:
    """Return the start, what is often wrong, and last the solution."""
    wrong = [each.code for each in exercise.wrong]
    return [exercise.start, *wrong, exercise.solution]


@pytest.fixture(scope="module")
def marks() -> dict[str, list[Message]]:
    """Return how one worker marks every answer, by exercise."""
    asked = [
        {"type": "check", "exercise": exercise.as_json(), "code": code}
        for exercise in PROGRAMS
        for code in answers(exercise)
    ]
    asked = [each | {"id": n} for n, each in enumerate(asked)]
    said = replies(HERE, page_wheel(HERE), asked)
    ends = iter([about(n, said)[-1] for n in range(len(asked))])
    return {e.name: [next(ends) for _ in answers(e)] for e in PROGRAMS}


@pytest.mark.parametrize("exercise", PROGRAMS, ids=NAMES)
def test_the_solution_passes_and_nothing_else(
    exercise: Exercise, marks: dict[str, list[Message]]
) -> None:
    *others, solution = marks[exercise.name]
    assert solution["passed"], solution
    assert not any(other["passed"] for other in others)


@pytest.mark.parametrize("exercise", PROGRAMS, ids=NAMES)
def test_what_is_often_wrong_has_its_own_sentence(
    exercise: Exercise, marks: dict[str, list[Message]]
) -> None:
    _, *told, _ = marks[exercise.name]
    for wrong, mark in zip(exercise.wrong, told, strict=True):
        assert wrong.says in mark["says"]
