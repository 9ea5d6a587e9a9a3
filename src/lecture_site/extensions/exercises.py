"""A Markdown extension: a page shows exercises that check themselves.

``::: exercise PAGE/NAME`` alone on a line becomes the task, with its start,
hints, tests and solution folded. That can be read without a script and on
paper; a script finds it by ``data-exercise``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from lecture_exercises import Exercise, read_exercise
from lecture_exercises.exercise import LABELS, Choice, Number
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.extensions.fences import coloured_python
from lecture_site.extensions.headings import headings_of
from lecture_site.extensions.page_context import problem_on_page
from terminal.errors import FileProblemError

DIRECTIVE = re.compile(
    r"^::: +exercise +(?P<name>\w+/\w+)[ \t]*$", re.MULTILINE
)
_CODE = re.compile(r"`([^`]+)`")


def said(text: str) -> str:
    """Return a sentence for a reader as HTML, with code in backticks."""
    return _CODE.sub(r"<code>\1</code>", html.escape(text, quote=False))


class _Exercises(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        shown = DIRECTIVE.sub(lambda it: self._shown(it["name"]), text)
        return shown.split("\n")

    def _shown(self, name: str) -> str:
        path = Project.here().exercises / f"{name}.py"
        if not path.is_file():
            what, remedy = f"there is no exercise '{name}'", "write it as "
            remedy += f"exercises/{name}.py, or correct the name"
            raise problem_on_page(self.md, what, remedy, f"exercise {name}")
        try:
            exercise = read_exercise(path)
        except FileProblemError as error:
            raise ProblemError(problem_of(error)) from error
        return "\n\n".join(_Shown(self.md, exercise).parts())


def problem_of(error: FileProblemError) -> Problem:
    """Return what is wrong with the file of an exercise."""
    what, _, remedy = error.what.partition("; ")
    project = Project.here()
    return Problem(what, remedy, project.relative(error.path), error.line)


def section_of(exercise: Exercise) -> str:
    """Return the heading of the section that an exercise belongs to.

    Raises
    ------
    ProblemError
        If the page has no such section.
    """
    project = Project.here()
    headings = headings_of(project.docs / f"{exercise.page}.md")
    title = headings.get(exercise.section.removeprefix("#"))
    if title is None:
        path = project.exercises / f"{exercise.name}.py"
        raise ProblemError(
            Problem(
                f"docs/{exercise.page}.md has no section {exercise.section}",
                "write the anchor of one of its headings",
                project.relative(path),
            )
        )
    return title


class _Shown:
    """What a page shows of an exercise, as Markdown and HTML put aside."""

    def __init__(self, md: Markdown, exercise: Exercise) -> None:
        self._md, self._exercise = md, exercise

    def parts(self) -> Iterator[str]:
        """Yield what stands below each other."""
        it = self._exercise
        where = f"{it.page}.md{it.section}"
        label = LABELS[it.grade]
        name = it.name
        yield (
            f'<section class="exercise" data-exercise="{name}" '
            f'data-grade="{it.grade}" markdown="1">'
        )
        yield f"### {it.title} {{ #{name.partition('/')[2]} }}"
        yield (
            f"*{label}*, on [{section_of(it)}]({where})\n"
            "{ .exercise__about }"
        )
        yield it.task
        yield self._aside(
            f'<div class="exercise__start">{self._start()}</div>'
        )
        for number, hint in enumerate(it.hints, start=1):
            of_all = f" {number} of {len(it.hints)}" if it.hints[1:] else ""
            yield _box(f"Hint{of_all}", hint)
        if it.visible:
            yield self._folded("tests", "Tests", self._coloured(it.visible))
        yield self._folded("solution", *self._solution())
        yield "</section>"

    def _start(self) -> str:
        it = self._exercise
        code = self._coloured(it.start or it.listing)
        if not isinstance(it.answer, Choice):
            return code
        options = "".join(
            f"<li>{said(option.text)}</li>" for option in it.answer.choices
        )
        return f'{code}<ol class="exercise__choices">{options}</ol>'

    def _solution(self) -> tuple[str, str]:
        """Return the title of what is folded, and what it holds."""
        it = self._exercise
        if isinstance(it.answer, Number):
            slips = [(f"{w.value:g}", w.says) for w in it.answer.wrong]
            return "Answer", self._answer(f"{it.answer.value:g}", slips)
        if isinstance(it.answer, Choice):
            right = next(o.text for o in it.answer.choices if o.right)
            slips = [
                (o.text, o.says) for o in it.answer.choices if not o.right
            ]
            return "Answer", self._answer(right, slips)
        slips = [("", wrong.says) for wrong in it.wrong]
        return "Solution", self._coloured(it.solution) + _wrong(slips)

    def _answer(self, right: str, slips: list[tuple[str, str]]) -> str:
        why = said(self._exercise.explanation)
        return f"<p><b>{said(right)}</b>. {why}</p>{_wrong(slips)}"

    def _folded(self, kind: str, title: str, content: str) -> str:
        return self._aside(
            f'<details class="exercise__{kind}"><summary>{title}</summary>'
            f"{content}</details>"
        )

    def _coloured(self, code: str) -> str:
        return coloured_python(code.strip("\n"), self._md)

    def _aside(self, shown: str) -> str:
        return self._md.htmlStash.store(shown)


def _box(title: str, text: str) -> str:
    indented = "\n".join(f"    {line}".rstrip() for line in text.split("\n"))
    return f'??? tip "{title}"\n{indented}'


def _wrong(slips: list[tuple[str, str]]) -> str:
    rows = "".join(
        f"<li>{f'<b>{said(text)}</b>: ' if text else ''}{said(says)}</li>"
        for text, says in slips
    )
    return f'<p>Easy to get wrong:</p><ul class="exercise__wrong">{rows}</ul>'


class ExercisesExtension(Extension):
    """Shows the exercises that a page names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register after typed HTML was looked at, before HTML is found."""
        md.preprocessors.register(_Exercises(md), "lecture-exercises", 22)


def makeExtension(**options: Any) -> ExercisesExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return ExercisesExtension(**options)
