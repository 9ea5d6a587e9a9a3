"""A notebook has the exercises of its page, and marks answers to them."""

import contextlib
import io
from pathlib import Path

import pytest

from lecture_exercises import read_exercises
from lecture_site.basics.project import Project
from lecture_site.notebooks.exercises import exercise_cells
from lecture_site.notebooks.write import as_notebook

ROOT = Path(__file__).resolve().parents[3]
PROJECT = Project(ROOT)


def printed(code: str) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(code, {"__name__": "notebook"})
    return said.getvalue()


def test_a_page_without_exercises_has_no_cells() -> None:
    assert exercise_cells("glossary", PROJECT) == []


def test_every_exercise_has_a_task_and_a_check() -> None:
    cells = exercise_cells("optimisation", PROJECT)
    exercises = [
        each
        for each in read_exercises(PROJECT.exercises)
        if each.page == "optimisation"
    ]
    assert len(cells) == 1 + 2 * len(exercises)
    for exercise, cell in zip(exercises, cells[1::2], strict=True):
        assert cell.source.startswith(f"### {exercise.title}\n")
        assert not cell.is_code


def test_the_cell_marks_what_is_written_into_it() -> None:
    cell = next(
        cell
        for cell in exercise_cells("optimisation", PROJECT)
        if cell.is_code and "step_downhill" in cell.source
    )
    assert "still a `...`" in printed(cell.source)
    right = cell.source.replace("...", "weights - step_size * gradient")
    assert printed(right) == "Right: all tests pass.\n"
    wrong = cell.source.replace("...", "weights + step_size * gradient")
    assert printed(wrong).startswith("This walks uphill")


def test_a_prediction_is_given_by_its_letter() -> None:
    cells = exercise_cells("mathematics", PROJECT)
    place = next(
        n for n, c in enumerate(cells) if "column_minus_row" in c.source
    )
    assert "- b: (4, 4)" in cells[place - 1].source
    assert "prediction - target" in cells[place - 1].source
    right = cells[place].source.replace('"?"', '"b"')
    assert printed(right).startswith("NumPy lines up shapes")


@pytest.mark.parametrize("page", ["optimisation", "mathematics"])
def test_the_cells_are_open(page: str) -> None:
    notebook = as_notebook(exercise_cells(page, PROJECT), {})
    assert "source_hidden" not in notebook
