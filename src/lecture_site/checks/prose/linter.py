"""Asks textlint, which npm installs and Node runs, about texts."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from lecture_site.basics.node import NODE, install_locked
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_toml
from lecture_site.checks.prose.english_texts import texts
from lecture_site.extensions.glossary.entries import entries_of

HERE = Path(__file__).parent
TEXTLINT = HERE / "textlint"
_SHORT = re.compile(r"[A-Z]{2,}")


def install(project: Project) -> None:
    """Install textlint in the versions of the lock file."""
    install_locked(TEXTLINT, _folder(project))


def prose_problems(project: Project) -> list[Problem]:
    """Return what is not English as this house writes it, in all texts."""
    explained = (n for e in entries_of(project) for n in e.names)
    return lint(project, texts(project), " ".join(explained))


def lint(
    project: Project, named: Iterable[tuple[str, str]], explained: str = ""
) -> list[Problem]:
    """Return what textlint says of texts.

    Parameters
    ----------
    project : Project
        In whose cache textlint is installed.
    named : iterable of (str, str)
        The name of each text, and its English.
    explained : str
        Abbreviations in it need no explanation.

    Raises
    ------
    ProblemError
        If textlint is not installed.
    """
    folder = _folder(project)
    if not (folder / "node_modules").is_dir():
        raise ProblemError(
            Problem("textlint is not installed", "run `make lint`")
        )
    asked = read_toml(HERE / "words.toml")
    asked["known"] = _SHORT.findall(f"{asked['known']} {explained}")
    asked["texts"] = list(named)
    told = subprocess.run(
        [NODE, str(TEXTLINT / "check.mjs"), str(folder)],
        input=json.dumps(asked),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return [_problem(*found) for found in json.loads(told.stdout)]


def _folder(project: Project) -> Path:
    return project.cache / "prose"


def _problem(name: str, line: int, message: str) -> Problem:
    what, _, remedy = message.partition("\n")
    return Problem(what, remedy, name, line)
