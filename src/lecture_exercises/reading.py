"""Reads an exercise from its file."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from lecture_exercises.demands import refuse_bad_tests
from lecture_exercises.exercise import LABELS, Exercise, Grade, Wrong
from lecture_exercises.gaps import filled
from lecture_exercises.predictions import read_answer
from lecture_exercises.sections import Section, Source, read_source

AT_LEAST = 2  # wrong answers
_OF_PROGRAMS = {"start", "solution", "visible tests", "hidden tests"}
_OF_PREDICTIONS = {"listing", "answer", "right"}


def read_exercise(path: Path) -> Exercise:
    """Read an exercise; whether it is sound, `problems_of` says.

    Parameters
    ----------
    path : Path
        ``PAGE/NAME.py``.

    Raises
    ------
    FileProblemError
        If the file is not as the package describes it; with the line.
    """
    source = read_source(path)
    grade = _grade(source)
    section = source.one("section")
    if not section.value.startswith("#"):
        what = "name the anchor on the page: # %% section: #the-step-size"
        raise source.problem(what, section.line)
    _refuse_foreign(source, grade)
    title, _, task = source.docstring.partition("\n")
    if not task.strip():
        what = "has no task; write it below the title, in the docstring"
        raise source.problem(what, 1)
    head = Exercise(
        name=f"{path.parent.name}/{path.stem}",
        title=title.strip().rstrip("."),
        task=task.strip(),
        grade=grade,
        section=section.value,
        hints=tuple(_said(each, source) for each in source.all("hint")),
    )
    _refuse_too_few(source)
    return (
        _predicted(head, source)
        if grade == "predict"
        else _programmed(head, source)
    )


def _grade(source: Source) -> Grade:
    section = source.one("grade")
    if section.value not in LABELS:
        what = f"'{section.value}' is no grade; write one of: "
        raise source.problem(what + ", ".join(LABELS), section.line)
    return cast(Grade, section.value)


def _refuse_foreign(source: Source, grade: Grade) -> None:
    foreign = _OF_PROGRAMS if grade == "predict" else _OF_PREDICTIONS
    for each in source.sections:
        if each.name in foreign:
            what = f"section '{each.name}' is not for grade '{grade}'; "
            raise source.problem(what + "delete it", each.line)


def _refuse_too_few(source: Source) -> None:
    wrong = source.all("wrong")
    if len(wrong) < AT_LEAST:
        what = (
            f"has {len(wrong)} wrong answers and needs {AT_LEAST}; add what "
            "students get wrong: # %% wrong"
        )
        raise source.problem(what, wrong[0].line if wrong else 0)


def _said(section: Section, source: Source) -> str:
    """Return the words of a section, which there must be."""
    if not section.text:
        what = f"section '{section.name}' says nothing; write comments below"
        raise source.problem(what, section.line)
    return section.text


def _sentence(section: Section, source: Source) -> str:
    said = " ".join(_said(section, source).split())
    if "$" in said:
        what = "a sentence for the reader has no TeX; write code in backticks"
        raise source.problem(what, section.line)
    return said


def _predicted(head: Exercise, source: Source) -> Exercise:
    listing = source.one("listing").code
    answer, explanation = read_answer(source, _sentence)
    return _with(head, listing=listing, answer=answer, explanation=explanation)


def _programmed(head: Exercise, source: Source) -> Exercise:
    start = source.one("start").code

    def program(section: Section) -> str:
        if not section.code:
            what = f"section '{section.name}' has no code; write it below"
            raise source.problem(what, section.line)
        if head.grade == "write":
            return section.code
        return filled(start, section, source)

    for name in ("visible tests", "hidden tests"):
        refuse_bad_tests(source.one(name), source)
    return _with(
        head,
        start=start,
        solution=program(source.one("solution")),
        visible=source.one("visible tests").code,
        hidden=source.one("hidden tests").code,
        wrong=tuple(
            Wrong(_sentence(each, source), program(each))
            for each in source.all("wrong")
        ),
    )


def _with(head: Exercise, **fields: object) -> Exercise:
    return Exercise(**{**vars(head), **fields})
