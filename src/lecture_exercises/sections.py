"""Takes a file of an exercise apart, and says in which line it is wrong."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass
from pathlib import Path

from terminal.errors import FileProblemError
from terminal.text_files import read_text

_OPENS = re.compile(r"# %% ?([^:]*)(?::(.*))?$")
_OFTEN = {"hint", "wrong"}
_WITH_TEXT = {"hint", "wrong", "answer", "right"}
KNOWN = (
    "grade",
    "section",
    "listing",
    "answer",
    "right",
    "start",
    "solution",
    "visible tests",
    "hidden tests",
    "hint",
    "wrong",
)


@dataclass(frozen=True)
class Section:
    """A part of the file.

    Parameters
    ----------
    name : str
        Which.
    value : str
        What stands behind the colon; else empty.
    text : str
        Its first comments, where these are words for the reader.
    code : str
        The rest.
    line, code_line : int
        Where it is opened, and where its code begins.
    """

    name: str
    value: str
    text: str
    code: str
    line: int
    code_line: int


@dataclass(frozen=True)
class Source:
    """A file of an exercise.

    Parameters
    ----------
    path : Path
        The file, ``PAGE/NAME.py``.
    docstring : str
        Its title and its task.
    sections : tuple of Section
        In their order.
    """

    path: Path
    docstring: str
    sections: tuple[Section, ...]

    def problem(self, what: str, line: int = 0) -> FileProblemError:
        """Return an error that names the file and a line of it."""
        return FileProblemError(self.path, what, line)

    def all(self, name: str) -> list[Section]:
        """Return the sections of a name."""
        return [each for each in self.sections if each.name == name]

    def one(self, name: str) -> Section:
        """Return the section of a name, which there must be."""
        found = self.all(name)
        if not found:
            what = f"has no section '{name}'; open one with: # %% {name}"
            raise self.problem(what)
        return found[0]


def read_source(path: Path) -> Source:
    """Read a file as its sections.

    Raises
    ------
    FileProblemError
        If it is no Python, has no docstring, or a section that is unknown
        or there twice.
    """
    text = read_text(path, utf_16=False)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # backslashes are told below
            tree = ast.parse(text)
    except SyntaxError as error:
        what = f"is no Python: {error.msg}; correct the line"
        raise FileProblemError(path, what, error.lineno or 0) from None
    docstring = ast.get_docstring(tree)
    if not docstring:
        what = "has no docstring; begin with the title and the task in one"
        raise FileProblemError(path, what, 1)
    written = ast.get_source_segment(text, tree.body[0]) or ""
    if "\\" in written and not written.lower().startswith("r"):
        what = "its docstring has backslashes; begin it with r, for TeX"
        raise FileProblemError(path, what, 1)
    source = Source(path, docstring, tuple(_sections(text)))
    _refuse_unknown(source)
    return source


def _sections(text: str) -> list[Section]:
    lines = text.split("\n")
    opened = [
        (number, match)
        for number, line in enumerate(lines)
        if (match := _OPENS.match(line))
    ]
    ends = [number for number, _ in opened[1:]] + [len(lines)]
    return [
        _section(match, lines[number + 1 : end], number + 1)
        for (number, match), end in zip(opened, ends, strict=True)
    ]


def _section(match: re.Match[str], lines: list[str], line: int) -> Section:
    name, value = match[1].strip(), (match[2] or "").strip()
    n_text = 0
    if name in _WITH_TEXT:
        while n_text < len(lines) and lines[n_text].startswith("#"):
            n_text += 1
    n_before = n_text
    while n_before < len(lines) and not lines[n_before].strip():
        n_before += 1
    words = (row.removeprefix("#").strip() for row in lines[:n_text])
    code = "\n".join(lines[n_before:]).rstrip()
    return Section(
        name, value, "\n".join(words), code, line, line + n_before + 1
    )


def _refuse_unknown(source: Source) -> None:
    seen = set()
    for each in source.sections:
        if each.name not in KNOWN:
            what = f"'{each.name}' is no section; write one of: "
            raise source.problem(what + ", ".join(KNOWN), each.line)
        if each.name in seen and each.name not in _OFTEN:
            what = f"section '{each.name}' is there twice; keep one"
            raise source.problem(what, each.line)
        seen.add(each.name)
