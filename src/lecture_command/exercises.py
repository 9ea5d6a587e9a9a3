"""The exercises of the lecture, and a reader's file for one of them."""

from __future__ import annotations

import ast
import re
import textwrap
from pathlib import Path

from lecture_command.names import full_name
from lecture_command.shelf import folder
from lecture_exercises import Exercise, read_exercise, read_exercises
from lecture_exercises.exercise import LABELS, Choice
from lecture_exercises.predictions import LETTERS
from terminal.errors import FileProblemError
from terminal.text_files import read_text

_BEGINS = "# Exercise "
_NAMED = re.compile(rf"^{_BEGINS}([\w/]+):", re.MULTILINE)
_WIDTH = 77


def exercises() -> list[Exercise]:
    """Return all exercises, sorted by page and name."""
    return read_exercises(folder() / "exercises")


def exercise_names() -> list[str]:
    """Return the names of all exercises, sorted."""
    found = (folder() / "exercises").glob("*/*.py")
    return sorted(f"{path.parent.name}/{path.stem}" for path in found)


def exercise_named(name: str) -> Exercise:
    """Return the exercise of a name, of a reader's file, or of its own file.

    Raises
    ------
    UnknownNameError
        If there is none; the message has the nearest names.
    """
    path = Path(name)
    said = path.stem if path.suffix == ".py" else name
    if path.suffix == ".py" and path.is_file():
        written = _NAMED.search(read_text(path, utf_16=False))
        said = written[1] if written else said
    full = full_name(said, exercise_names(), "/", "exercise")
    return read_exercise(folder() / "exercises" / f"{full}.py")


def as_started(exercise: Exercise, file: str) -> str:
    """Return the file that a reader begins with.

    Parameters
    ----------
    exercise : Exercise
        What is to be done.
    file : str
        What the file is called.
    """
    head = [
        f"{_BEGINS}{exercise.name}: {exercise.title}",
        "#",
        *_comments(exercise.task),
        "#",
        f"# {LABELS[exercise.grade]}; then: lecture exercise check {file}",
    ]
    return "\n".join([*head, "", exercise.start or _to_predict(exercise), ""])


def _comments(text: str) -> list[str]:
    lines = text.split("\n")
    return [
        f"# {part}".rstrip()
        for line in lines
        for part in textwrap.wrap(line, _WIDTH) or [""]
    ]


def _to_predict(exercise: Exercise) -> str:
    asked = ["# Do not run it yet. What do you predict?"]
    if isinstance(exercise.answer, Choice):
        asked += [
            f"#   {letter}: {option.text}"
            for letter, option in zip(
                LETTERS, exercise.answer.choices, strict=False
            )
        ]
        asked += ["# Write the letter in quotes, as: answer = 'a'"]
    return "\n".join([exercise.listing, "", *asked, "answer = ..."])


def answer_in(path: Path, exercise: Exercise) -> str:
    """Return what a reader's file answers.

    Parameters
    ----------
    path : Path
        The file.
    exercise : Exercise
        What it answers: a program, or a line ``answer = ...``.

    Raises
    ------
    FileProblemError
        If it cannot be read, or no line says what is predicted.
    """
    code = read_text(path, utf_16=False)
    if exercise.grade != "predict":
        return code
    try:
        given = _predicted(code)
    except SyntaxError as error:
        line = error.lineno or 0
        raise FileProblemError(
            path, f"is no Python: {error.msg}", line
        ) from None
    if given is None or given is ...:
        what = "has no answer yet; write it behind: answer ="
        raise FileProblemError(path, what)
    return str(given)


def _predicted(code: str) -> object:
    """Return the last literal that is called the answer; None without."""
    given: object = None
    for node in ast.parse(code).body:
        if not isinstance(node, ast.Assign):
            continue
        names = [ast.unparse(target) for target in node.targets]
        if names == ["answer"]:
            try:
                given = ast.literal_eval(node.value)
            except ValueError:
                given = ast.unparse(node.value)
    return given
