"""Every exercise of the lecture is sound, and an unsound one is told."""

from pathlib import Path

import pytest

from lecture_exercises import check, problems_of, read_exercise
from lecture_exercises.exercise import Choice, Exercise, Number
from small_exercises import DOUBLE, WRITE, write_exercise

EXERCISES = Path(__file__).resolve().parents[2] / "exercises"
NAMES = sorted(
    path.relative_to(EXERCISES).as_posix() for path in EXERCISES.glob("*/*.py")
)


def exercise_of(name: str) -> Exercise:
    return read_exercise(EXERCISES / name)


@pytest.mark.parametrize("name", NAMES)
def test_every_exercise_is_sound(name: str) -> None:
    exercise = exercise_of(name)
    assert problems_of(exercise) == []
    assert exercise.hints
    assert exercise.n_wrong >= 2


@pytest.mark.parametrize("name", NAMES)
def test_every_wrong_answer_is_told_its_own_sentence(name: str) -> None:
    exercise = exercise_of(name)
    answer = exercise.answer
    if isinstance(answer, Number):
        given = [(repr(wrong.value), wrong.says) for wrong in answer.wrong]
    elif isinstance(answer, Choice):
        options = (each for each in answer.choices if not each.right)
        given = [(each.text, each.says) for each in options]
    else:
        given = [(wrong.code, wrong.says) for wrong in exercise.wrong]
    assert len({says for _, says in given}) == len(given)
    for code, says in given:
        marked = check(exercise, code)
        assert (marked.passed, marked.says) == (False, says)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            DOUBLE.replace("2 * x", "3 * x"),
            "the solution fails: Twice 1 is 2.; correct it, or the tests",
        ),
        (
            WRITE.replace("return ...", "return x + x"),
            "the start passes all tests; leave something to do",
        ),
        (
            DOUBLE.replace("x**2", "x + x"),
            "wrong answer 1 passes; add a test that it fails",
        ),
        (
            DOUBLE.replace("x + 2", "x * x"),
            "wrong answer 2 is told another sentence: That is the square.; "
            "add a test that tells them apart",
        ),
    ],
)
def test_what_is_unsound_is_said(tmp_path: Path, text: str, said: str) -> None:
    exercise = read_exercise(write_exercise(tmp_path, text))
    assert problems_of(exercise) == [said]
