"""Writes each exercise as JSON beside the pages, for the script that marks.

A page does not load them before its reader begins an exercise.
"""

from __future__ import annotations

import json
from pathlib import Path

from lecture_exercises import read_exercises
from lecture_site.basics.project import Project

FOLDER = "assets/exercises"


def write_exercises(project: Project, site: Path) -> None:
    """Write ``assets/exercises/PAGE/NAME.json`` for every exercise."""
    for exercise in read_exercises(project.exercises):
        path = site / FOLDER / f"{exercise.name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(exercise.as_json(), ensure_ascii=False)
        path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
