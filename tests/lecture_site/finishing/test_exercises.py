"""The site has every exercise as JSON, beside its pages."""

import json
from pathlib import Path

from lecture_exercises import Exercise, check, read_exercises
from lecture_site.basics.project import Project
from lecture_site.finish import INSTEAD_IN_A_DRAFT, STEPS
from lecture_site.finishing.exercises import write_exercises
from small_exercise import with_exercises

ROOT = Path(__file__).resolve().parents[3]


def test_every_exercise_is_written_as_it_is_marked(tmp_path: Path) -> None:
    write_exercises(Project(ROOT), tmp_path)
    exercises = read_exercises(ROOT / "exercises")
    written = tmp_path.rglob("*.json")
    assert len(list(written)) == len(exercises)
    for exercise in exercises:
        path = tmp_path / "assets/exercises" / f"{exercise.name}.json"
        fields = json.loads(path.read_text("utf-8"))
        assert Exercise.from_json(fields) == exercise


def test_what_is_written_is_enough_to_mark_an_answer(tmp_path: Path) -> None:
    write_exercises(with_exercises(tmp_path), tmp_path)
    path = tmp_path / "assets/exercises/page/one.json"
    fields = json.loads(path.read_text("utf-8"))
    assert check(fields, fields["solution"]).passed
    assert not check(fields, fields["start"]).passed


def test_a_draft_has_them_too() -> None:
    names = {step.__name__ for step in STEPS if step not in INSTEAD_IN_A_DRAFT}
    assert "write_exercises" in names


def test_a_lecture_without_exercises_has_no_folder(tmp_path: Path) -> None:
    write_exercises(Project(tmp_path), tmp_path)
    assert not list(tmp_path.iterdir())
