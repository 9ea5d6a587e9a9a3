"""Marks an answer in a process of its own, which can be ended.

This is a program: it reads an exercise and an answer from a file, and writes
what became of the answer into another. What the reader's code prints is its
own business.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from lecture_command.processes import TOO_LONG, Processes
from lecture_exercises import Checked, Exercise, check
from lecture_exercises.marks import Stopped
from terminal.text_files import read_text

ENDED = "Your code ends the program before the tests are done."


def marked(
    exercise: Exercise, answer: str, seconds: float
) -> tuple[Checked, str]:
    """Return what became of an answer, and what its code printed.

    Parameters
    ----------
    exercise : Exercise
        What is answered.
    answer : str
        A program, a number, or a letter.
    seconds : float
        How long the program may run, with all tests.
    """
    if exercise.grade == "predict":
        return check(exercise, answer), ""
    with tempfile.TemporaryDirectory(prefix="lecture-") as scratch:
        given, result = (
            Path(scratch, "given.json"),
            Path(scratch, "marks.json"),
        )
        sent = {"exercise": exercise.as_json(), "answer": answer}
        given.write_text(json.dumps(sent), encoding="utf-8")
        program = ["-m", "lecture_command.marking", str(given), str(result)]
        ran = Processes().run(program, seconds)
        if ran.code == TOO_LONG:
            said = f"Your code runs for over {seconds:g} seconds; does it end?"
            return Checked(False, said, (), Stopped(said)), ran.printed
        if not result.exists():
            return Checked(False, ENDED, (), Stopped(ENDED)), ran.printed
        fields = json.loads(read_text(result))
    return Checked.from_json(fields), ran.printed


def main(given: str, result: str) -> None:
    """Mark the answer in one file, and write into another.

    Parameters
    ----------
    given : str
        A file of JSON: the exercise and the answer.
    result : str
        The file that gets the marks.
    """
    sent = json.loads(read_text(Path(given)))
    made = check(sent["exercise"], sent["answer"])
    Path(result).write_text(json.dumps(made.as_json()), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
