"""Whether every exercise is sound, and shown where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from lecture_exercises import Exercise, problems_of, read_exercises
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.extensions.exercises import DIRECTIVE, problem_of, section_of
from lecture_site.products.shown import sources_of_pages
from terminal.errors import FileProblemError


def exercise_problems(project: Project) -> list[Problem]:
    """Return what is wrong with the exercises of a project.

    A solution that fails, a wrong answer that passes or is not recognised, a
    section that its page lacks, an exercise that no page shows.
    """
    try:
        exercises = read_exercises(project.exercises)
    except FileProblemError as error:
        return [problem_of(error)]
    shown = {
        match["name"]
        for text in sources_of_pages(project).values()
        for match in DIRECTIVE.finditer(text)
    }
    return [
        problem
        for exercise in exercises
        for problem in _problems(exercise, shown, project)
    ]


def _problems(
    exercise: Exercise, shown: set[str], project: Project
) -> Iterator[Problem]:
    path = project.relative(project.exercises / f"{exercise.name}.py")
    try:
        section_of(exercise)
    except ProblemError as error:
        yield error.problem
    for told in problems_of(exercise):
        what, _, remedy = told.rpartition("; ")
        yield Problem(what, remedy, path)
    if exercise.name not in shown:
        what = f"no page shows the exercise {exercise.name}"
        yield Problem(what, f"write ::: exercise {exercise.name}", path)
