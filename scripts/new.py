"""Begin a page, a part of a page, a lab, a deck or another lecture.

What is written is an example that is complete and true; change it into what
you want to say. Nothing that exists is overwritten.
"""

import argparse
from pathlib import Path

from rich.console import Console

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.commands import finish
from lecture_site.scaffold.deck import begin_deck
from lecture_site.scaffold.lecture import begin_lecture
from lecture_site.scaffold.parts import scaffold

HELP = {
    "page": ("NAME", "a page with a listing, a figure and a measurement"),
    "listing": ("PAGE/NAME", "a program and what it prints"),
    "figure": ("PAGE/NAME", "a figure, drawn by a function, with its test"),
    "measurement": ("PAGE/NAME", "a number within bounds, with its test"),
    "lab": ("NAME", "a notebook with a task and its solution"),
    "deck": ("FILE", "slides from a PDF or PowerPoint file, matched"),
    "lecture": ("FOLDER", "the house without its pages, and one example"),
}


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command."""
    top = argparse.ArgumentParser(description=__doc__)
    kinds = top.add_subparsers(dest="kind", required=True, metavar="KIND")
    for kind, (what, meaning) in HELP.items():
        begin = kinds.add_parser(kind, help=f"{what}: {meaning}")
        begin.add_argument("what", metavar=what, help=meaning)
    return top


def begin(kind: str, what: str, project: Project, console: Console) -> None:
    """Write what was asked for and say what to do next."""
    if kind == "lecture":
        begin_lecture(project, Path(what))
        _say(console, "written", what)
        _say(console, "next", f"cd {what}; git init; make serve")
        return
    if kind == "deck":
        files = begin_deck(project, Path(what).expanduser())
    else:
        files = scaffold(kind, what, project)
    for path, content in files.items():
        done = "changed" if path.exists() else "written"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        _say(console, done, project.relative(path))
    _say(console, "next", "make record; make serve")


def _say(console: Console, what: str, value: str) -> None:
    console.print(f"{what:8} {value}", highlight=False, soft_wrap=True)


if __name__ == "__main__":
    chosen = parser().parse_args()
    try:
        begin(chosen.kind, chosen.what, Project.here(), Console())
    except ProblemError as error:
        finish([error.problem])
