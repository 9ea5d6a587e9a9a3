"""Writes a page, or a part of one, that is complete and true from the start.

A template is a tree of files, as they stand in the project, in which
``the_page``, ``the_name`` and ``the_title`` are to be replaced. A file that
is there already is added to where a template only adds, and is never
overwritten.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lecture_site.basics.navigation import with_page
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.scaffold.merging import (
    bound_names,
    formatted,
    with_functions,
    with_part,
)

TEMPLATES = Path(__file__).parent / "templates"
LONGEST = 40  # letters of a name: longer ones do not fit into a line
LECTURE, LABS, REFERENCE = "The lecture", "Labs", "Reference"
# Of each kind: the word that makes a file of its own, and the section of the
# navigation that a page of its own comes into.
KINDS = {
    "page": ("the_page", LECTURE),
    "listing": ("the_name", ""),
    "figure": ("the_name", ""),
    "measurement": ("the_name", ""),
    "exercise": ("the_name", ""),
    "explorer": ("the_name", ""),
    "lab": ("the_name", LABS),
}
Files = dict[Path, bytes]


@dataclass(frozen=True)
class Names:
    """What the words of a template stand for."""

    page: str
    name: str

    @property
    def title(self) -> str:
        """The name as words."""
        return self.name.replace("_", " ").capitalize()

    def fill(self, text: str) -> str:
        """Return a text with its words replaced."""
        return (
            text.replace("the_page", self.page)
            .replace("the_name", self.name)
            .replace("the_title", self.title)
        )


def scaffold(kind: str, wanted: str, project: Project) -> Files:
    """Return all files that a new thing consists of.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    wanted : str
        ``name``, or ``page/name`` for a part of a page.
    project : Project
        The checkout; nothing in it is changed.

    Raises
    ------
    ProblemError
        If a name is no good or taken, or the page does not exist.
    """
    own, section = KINDS[kind]
    names = read_names(kind, wanted, project)
    files = {
        project.root / path: _text(path, text, template, own, project).encode()
        for path, template, text in _filled(kind, names)
    }
    if section:
        (page,) = (p for p in files if p.is_relative_to(project.docs))
        files |= in_navigation(project, section, names.title, page)
    return files


def read_names(kind: str, wanted: str, project: Project) -> Names:
    """Return the names that a person asked for; raise if they are no good."""
    if KINDS[kind][0] != "the_name" or kind == "lab":
        checked(wanted)
        return Names(wanted, wanted)
    page, slash, name = wanted.partition("/")
    if not slash:
        raise bad(
            f"{wanted!r} does not say on which page",
            f"write page/name, as in: new.py {kind} {_any_page(project)}/"
            f"{wanted or 'name'}",
        )
    if not (project.docs / f"{checked(page)}.md").is_file():
        known = ", ".join(sorted(p.stem for p in project.docs.glob("*.md")))
        raise bad(f"there is no page {page}", f"choose one of: {known}")
    return Names(page, checked(name))


def checked(name: str) -> str:
    """Return a name that can name files and functions; else raise."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        raise bad(
            f"{name!r} is no name",
            "use small letters, digits and single underscores, beginning "
            "with a letter: what_it_shows",
        )
    if keyword.iskeyword(name) or name in dir(builtins):
        raise bad(f"{name} is a word of Python", "choose another name")
    if len(name) > LONGEST:
        raise bad(
            f"{name} has {len(name)} letters",
            f"choose a name of at most {LONGEST}",
        )
    return name


def bad(what: str, remedy: str) -> ProblemError:
    """Return an error about what a person has typed."""
    return ProblemError(Problem(what, remedy))


def in_navigation(
    project: Project, section: str, title: str, page: Path
) -> Files:
    """Return the configuration with a page at the end of a section."""
    file = project.root / "mkdocs.yml"
    path = page.relative_to(project.docs).as_posix()
    text = read_source(file)
    return {file: with_page(text, section, title, path).encode()}


def _any_page(project: Project) -> str:
    pages = (p.name for p in project.snippets.glob("*") if p.is_dir())
    return min(pages, default="page")


def _filled(kind: str, names: Names) -> Iterator[tuple[Path, str, str]]:
    """Yield path, path of the template and text of each file."""
    folder = TEMPLATES / kind
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        template = path.relative_to(folder).as_posix()
        text = names.fill(read_source(path))
        if path.suffix == ".py":
            _refuse_twice(text, names.name)
        yield Path(names.fill(template)), template, text


def _refuse_twice(text: str, name: str) -> None:
    """Refuse a name that the module also imports, such as np or figure."""
    bound = [n for node in ast.parse(text).body for n in bound_names(node)]
    if bound.count(name) > 1:
        raise bad(f"the module imports another {name}", "choose another name")


def _text(
    path: Path, text: str, template: str, own: str, project: Project
) -> str:
    """Return what a file will hold: new, or what is there and more."""
    file = project.root / path
    if file.exists():
        if own in template:
            raise bad(
                f"{path.as_posix()} is there already",
                "choose another name, or change that file",
            )
        there = read_source(file)
        add = with_part if path.suffix == ".md" else with_functions
        text = add(there, text, path)
    return (
        formatted(text, path, project.root) if path.suffix == ".py" else text
    )
