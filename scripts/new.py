"""Begin a page, a part of a page, a lab, a deck or another lecture.

What is written is an example that is complete and true; change it into what
you want to say. Nothing that exists is overwritten.
"""

from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.commands import script
from lecture_site.scaffold.deck import begin_deck
from lecture_site.scaffold.lecture import begin_lecture
from lecture_site.scaffold.parts import scaffold

Kind = Literal[
    "page",
    "listing",
    "figure",
    "measurement",
    "exercise",
    "explorer",
    "lab",
    "deck",
    "lecture",
]

KINDS = """
\b
  page NAME              a page with a listing, a figure and a measurement
  listing PAGE/NAME      a program and what it prints
  figure PAGE/NAME       a figure, drawn by a function, with its test
  measurement PAGE/NAME  a number within bounds, with its test
  exercise PAGE/NAME     a task with tests, hints and wrong answers
  explorer PAGE/NAME     a figure to touch, held to golden values
  lab NAME               a notebook with a task and its solution
  deck FILE              slides from a PDF or PowerPoint file, matched
  lecture FOLDER         the house without its pages, and one example
"""


def begin(
    kind: Annotated[Kind, typer.Argument(metavar="KIND")],
    what: Annotated[str, typer.Argument(metavar="NAME")],
) -> None:
    """Write what was asked for and say what to do next."""
    project = Project.here()
    if kind == "lecture":
        begin_lecture(project, Path(what))
        _say("written", what)
        _say("next", f"cd {what}; git init; make serve")
        return
    if kind == "deck":
        files = begin_deck(project, Path(what).expanduser())
    else:
        files = scaffold(kind, what, project)
    for path, content in files.items():
        done = "changed" if path.exists() else "written"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        _say(done, project.relative(path))
    bundle = "make scripts; " if kind == "explorer" else ""
    _say("next", f"{bundle}make record; make serve")


def _say(what: str, value: str) -> None:
    Console().print(f"{what:8} {value}", highlight=False, soft_wrap=True)


if __name__ == "__main__":
    script(begin, f"{__doc__}{KINDS}")
