"""The commands that list exercises, begin one, and mark an answer."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from lecture_command.commands import options
from lecture_command.exercises import (
    answer_in,
    as_started,
    exercise_named,
    exercises,
)
from lecture_command.marking import marked
from lecture_exercises import Checked, Exercise
from lecture_exercises.exercise import LABELS, Number
from terminal.app import Json
from terminal.atomic_write import write_whole
from terminal.output import results, say, say_json, warn

_WRONG = 1
_COLOURS = {"passed": "green", "failed": "red"}
exercise = typer.Typer(
    help="List exercises, begin one, and check your answer.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@exercise.command("list")
def list_(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help="Only those with all of these words in name, title or task.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """List the exercises of each page, and what each asks for.

    lecture exercise list

    lecture exercise list softmax
    """
    found = [each for each in exercises() if _has(each, words or [])]
    if json:
        say_json([_entry(each) for each in found])
    else:
        _print(found)
    if not found:
        warn(f"no exercise has {' and '.join(words or [])} in it")
        raise typer.Exit(_WRONG)


def _has(each: Exercise, words: list[str]) -> bool:
    text = f"{each.name} {each.title} {each.task} {LABELS[each.grade]}".lower()
    spaced = text.replace("_", " ")
    return all(w.lower() in text or w.lower() in spaced for w in words)


def _entry(each: Exercise) -> dict[str, str]:
    return {"name": each.name, "title": each.title, "grade": each.grade}


def _print(found: list[Exercise]) -> None:
    console = results()
    for page, of_page in groupby(found, key=lambda each: each.page):
        console.print(Text(page, style="bold"))
        for each in of_page:
            line = Text("  ").append(each.name.partition("/")[2], style="cyan")
            label = LABELS[each.grade].lower()
            console.print(line.append(f"  {each.title}; {label}", style="dim"))


@exercise.command()
def start(name: options.Exercise) -> None:
    """Write NAME.py with the task, for you to go on.

    lecture exercise start EXERCISE

    A file of that name is overwritten only if you say so.
    """
    found = exercise_named(name)
    path = Path(f"{found.name.partition('/')[2]}.py")
    if path.exists():
        typer.confirm(f"{path} exists; overwrite it?", abort=True, err=True)
    write_whole(path, as_started(found, path.name).encode())
    warn(f"wrote {path}; then: lecture exercise check {path}", "")


@exercise.command()
def check(
    file: Annotated[
        Path,
        typer.Argument(help="The file with your answer.", show_default=False),
    ],
    hint: Annotated[
        int,
        typer.Option(
            "--hint",
            count=True,
            show_default=False,
            help="Give a hint instead; --hint --hint gives two.",
        ),
    ] = 0,
    solution: Annotated[
        bool, typer.Option("--solution", help="Show the solution instead.")
    ] = False,
    seconds: Annotated[
        float, typer.Option(min=1, help="How long your code may run.")
    ] = 20,
    json: Json = False,
) -> None:
    """Check your answer: which tests it passes, and what it teaches.

    lecture exercise check FILE

    lecture exercise check FILE --hint

    Your code runs in a process of its own. Exit code 1: it is not right yet.
    """
    found = exercise_named(str(file))
    if hint:
        _give_hints(found, hint)
    if solution:
        _show_solution(found)
    if hint or solution:
        return
    checked, printed = marked(found, answer_in(file, found), seconds)
    if json:
        say_json(checked.as_json())
    else:
        _tell(checked, printed)
    if not checked.passed:
        raise typer.Exit(_WRONG)


def _give_hints(found: Exercise, wanted: int) -> None:
    for number, text in enumerate(found.hints[:wanted], start=1):
        say(f"Hint {number} of {len(found.hints)}: {' '.join(text.split())}")
    if wanted > len(found.hints):
        warn("no more hints; --solution shows the answer")


def _show_solution(found: Exercise) -> None:
    if found.answer is None:
        say(found.solution.strip("\n"))
        return
    if isinstance(found.answer, Number):
        say(f"{found.answer.value:g}")
    else:
        say(next(o.text for o in found.answer.choices if o.right))
    say(found.explanation)


def _tell(checked: Checked, printed: str) -> None:
    if printed:
        say(printed.rstrip("\n"), "dim")
    for test in checked.tests:
        hidden = " (hidden)" if test.hidden else ""
        says = f": {test.says}" if test.says else ""
        word = "passed" if test.passed else "failed"
        say(f"{word}  {test.name}{hidden}{says}", _COLOURS[word])
    say(checked.says, "bold green" if checked.passed else "bold red")
