"""The exercises of a page as cells: the task, the answer and its check."""

from __future__ import annotations

from collections.abc import Iterator

from lecture_exercises import Exercise, read_exercises
from lecture_exercises.exercise import LABELS, Choice
from lecture_exercises.predictions import LETTERS
from lecture_site.basics.project import Project
from lecture_site.notebooks.cells import Cell
from lecture_site.notebooks.prose import code_block

_IMPORTS = """\
from lecture_command.exercises import exercise_named
from lecture_exercises import check
"""
_ABOUT = """\
## Exercises

Write each answer between the quotes and run its cell, which says what to
think of it."""


def exercise_cells(page: str, project: Project) -> list[Cell]:
    """Return the cells of a page's exercises; none without any.

    Parameters
    ----------
    page : str
        The name of the page.
    project : Project
        The checkout.
    """
    exercises = [
        exercise
        for exercise in read_exercises(project.exercises)
        if exercise.page == page
    ]
    cells = [cell for exercise in exercises for cell in _cells(exercise)]
    return [Cell(_ABOUT), *cells] if cells else []


def _cells(exercise: Exercise) -> Iterator[Cell]:
    yield Cell("\n\n".join(_task(exercise)))
    given = exercise.start.strip("\n")
    quoted = f'"""\n{given}\n"""' if given else '"?"'
    yield Cell(
        f"{_IMPORTS}\nanswer = {quoted}\n"
        f'check(exercise_named("{exercise.name}"), answer).says',
        is_code=True,
        is_task=True,
    )


def _task(exercise: Exercise) -> Iterator[str]:
    yield f"### {exercise.title}"
    yield f"*{LABELS[exercise.grade]}.* {exercise.task}"
    if exercise.listing:
        yield code_block(exercise.listing)
    if isinstance(exercise.answer, Choice):
        pairs = zip(LETTERS, exercise.answer.choices, strict=False)
        yield "\n".join(f"- {letter}: {o.text}" for letter, o in pairs)
