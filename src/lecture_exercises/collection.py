"""All exercises of a folder."""

from __future__ import annotations

from pathlib import Path

from lecture_exercises.exercise import Exercise
from lecture_exercises.reading import read_exercise
from terminal.errors import FileProblemError


def read_exercises(folder: Path) -> list[Exercise]:
    """Return the exercises of a folder, sorted by page and name.

    Parameters
    ----------
    folder : Path
        Which holds ``PAGE/NAME.py``.

    Raises
    ------
    FileProblemError
        If one cannot be read, or two have one name.
    """
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*/*.py")):
        if path.stem in found:
            other = found[path.stem].relative_to(folder).as_posix()
            what = f"has the name of {other}; rename one of them"
            raise FileProblemError(path, what)
        found[path.stem] = path
    return [read_exercise(path) for path in found.values()]


def counts(folder: Path) -> tuple[int, int]:
    """Return how many exercises a folder has, and how many wrong answers."""
    exercises = read_exercises(folder)
    return len(exercises), sum(exercise.n_wrong for exercise in exercises)
