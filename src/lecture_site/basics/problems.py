"""What is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from lecture_site.basics.project import Project
from terminal.errors import FileProblemError, place
from terminal.text_files import read_text


@dataclass(frozen=True)
class Problem:
    """One thing that ends the build.

    Parameters
    ----------
    what : str
        What is wrong, in one sentence or with an indented detail.
    remedy : str
        What the author can do.
    page : str
        The page or file, as a path from the root; empty if there is none.
    line : int
        Line in that file, counted from 1; 0 if it is not known.
    """

    what: str
    remedy: str
    page: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """``page:line``, as editors and terminals link it."""
        return place(self.page, self.line)

    def __str__(self) -> str:
        """Return the message as it is printed without colours."""
        where = f"{self.place}: " if self.page else ""
        return f"{where}{self.what}\n    Remedy: {self.remedy}"


class ProblemError(Exception):
    """Raised where one problem makes it impossible to go on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def mention(project: Project, text: str) -> tuple[str, int]:
    """Find the first page and line that contain a text.

    Returns
    -------
    tuple of (str, int)
        The page as a path from the root and the line, or ``("", 0)``.
    """
    for page in sorted(project.docs.rglob("*.md")):
        line = line_of(page, text)
        if line:
            return project.relative(page), line
    return "", 0


def line_of(path: Path, text: str) -> int:
    """Return the first line of a file that contains a text, or 0."""
    try:
        lines = read_text(path, utf_16=False).splitlines()
    except FileProblemError:  # which is told where the file is needed
        return 0
    return next((n for n, line in enumerate(lines, 1) if text in line), 0)


def report(problems: Iterable[Problem], console: Console) -> None:
    """Print problems, each with its place and its remedy."""
    for problem in problems:
        message = Text("✗ ", style="bold red")
        if problem.page:
            message.append(f"{problem.place}: ", style="bold")
        message.append(problem.what)
        message.append("\n  Remedy: ", style="green")
        message.append(problem.remedy)
        console.print(message, soft_wrap=True)
