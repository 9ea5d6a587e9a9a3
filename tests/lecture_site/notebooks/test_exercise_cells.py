"""A notebook has the exercises of its page, and marks answers to them."""

import ast
from pathlib import Path

import pytest

from lecture_command import exercises
from lecture_site.basics.project import Project
from lecture_site.notebooks.cells import Cell
from lecture_site.notebooks.exercises import exercise_cells
from lecture_site.notebooks.write import as_notebook, as_script
from small_exercise import with_exercises


@pytest.fixture
def cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Cell]:
    monkeypatch.setattr(exercises, "folder", lambda: tmp_path)
    return exercise_cells("page", with_exercises(tmp_path))


def shown(code: str) -> object:
    """Run a cell; return the value of its last line."""
    *before, last = ast.parse(code).body
    assert isinstance(last, ast.Expr)
    names: dict[str, object] = {"__name__": "notebook"}
    exec(compile(ast.Module(before, []), "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)


def test_a_page_without_exercises_has_no_cells(tmp_path: Path) -> None:
    assert exercise_cells("other", with_exercises(tmp_path)) == []
    assert exercise_cells("page", Project(tmp_path / "empty")) == []


def test_every_exercise_has_a_task_and_a_check(cells: list[Cell]) -> None:
    assert [cell.is_code for cell in cells] == [
        False,
        False,
        True,
        False,
        True,
    ]
    said = cells[1].source
    assert said == "### Twice\n\n*Complete a line.* Return twice the number."


def test_the_cell_marks_what_is_written_into_it(cells: list[Cell]) -> None:
    code = cells[2].source
    assert shown(code) == "There is still a `...` to be replaced."
    assert shown(code.replace("...", "x + x")) == "Right: all tests pass."
    assert shown(code.replace("...", "x * x")) == "That is the square."


def test_a_prediction_is_given_by_its_letter(cells: list[Cell]) -> None:
    assert "a, b = 1, 2" in cells[3].source
    assert cells[3].source.endswith("- a: a\n- b: b\n- c: neither")
    code = cells[4].source
    assert shown(code) == "Choose one of a, b, c."
    assert shown(code.replace('"?"', '"b"')) == "Two is more than one."


def test_the_cells_are_open_and_the_script_runs(cells: list[Cell]) -> None:
    assert "source_hidden" not in as_notebook(cells, {})
    exec(compile(as_script(cells), "page.py", "exec"), {"__name__": "page"})
