"""What MkDocs and its plugins complain about, in the form of problems."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import TemplateSyntaxError
from mkdocs.utils.meta import get_data

from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source

_LINK = re.compile(r"Doc file '(.+?)' contains (?:a|an [\w ]+) link '(.+?)',")
_OMITTED = re.compile(r'not included in the "nav" configuration:(.*)', re.S)
_IN_NAV = re.compile(r"reference to '(.+?)' is included in the 'nav'")
_UNDEFINED = re.compile(r"'(.+?)' is undefined")
_SNIPPET = re.compile(r"Snippet at path '(.+?)' could not be found")
_CIRCLE = "maximum recursion depth"
_EXCLUDED = re.compile(r"Excluding '(.+?)' from the site .* with '(.+?)'")
_SECTION = re.compile(r"Snippet section '(.+?)' could not be located")


def problem_from(
    complaint: str | BaseException, page: str, project: Project
) -> Problem:
    """Return what a warning or an error means for the author.

    Parameters
    ----------
    complaint : str or exception
        A logged warning, or what rendering a page raised.
    page : str
        The page that was rendered, from the root; empty if unknown.
    project : Project
        The checkout.
    """
    if isinstance(complaint, BaseException):
        own = _own_problem(complaint)
        if own:
            return own
        if isinstance(complaint, SystemExit) and complaint.__context__:
            complaint = complaint.__context__  # mkdocs-macros exits on errors
    if isinstance(complaint, TemplateSyntaxError):
        return _bad_template(complaint, page, project)
    text = str(complaint)
    for pattern, what, remedy in KNOWN:
        match = pattern.search(text)
        if match:
            place = _place(match, page, project)
            found = match.groups()
            return Problem(what.format(*found), remedy.format(*found), *place)
    return Problem(text.strip(), "read the message above", page)


def _own_problem(error: BaseException | None) -> Problem | None:
    """Find our own error behind those that others wrapped around it."""
    while error is not None:
        if isinstance(error, ProblemError):
            return error.problem
        wrapped = next(iter(error.args), None)
        inner = wrapped if isinstance(wrapped, BaseException) else None
        error = inner or error.__cause__ or error.__context__
    return None


MACROS = (
    "'{{' and '{%' begin a macro: a page can quote measured(...), "
    "spread(...), references() and verified; in a formula write '{ {'"
)


def _bad_template(
    error: TemplateSyntaxError, page: str, project: Project
) -> Problem:
    """Return what is wrong with the marks of a macro, and in which line."""
    path = project.root / page
    read = read_source(path) if path.is_file() else ""
    # The line is counted from where the front matter ends.
    before = len(read.splitlines()) - len(get_data(read)[0].splitlines())
    line = error.lineno + max(before, 0)
    return Problem(
        f"a macro cannot be read: {error.message}", MACROS, page, line
    )


KNOWN = [
    (
        _UNDEFINED,
        "'{0}' is undefined",
        MACROS.replace("{", "{{").replace("}", "}}"),
    ),
    (
        _LINK,
        "the link '{1}' leads nowhere",
        "correct the path or the anchor, or write what it should lead to",
    ),
    (
        _OMITTED,
        "pages that are not in the navigation:{0}",
        "add them to 'nav' in mkdocs.yml",
    ),
    (
        _IN_NAV,
        "the navigation names '{0}', which does not exist",
        "write the page or take it out of 'nav' in mkdocs.yml",
    ),
    (
        _SNIPPET,
        "there is no listing '{0}'",
        "write it under snippets/ or correct the path",
    ),
    (
        re.compile(_CIRCLE),
        "the page includes itself by '{{% include %}}'",
        "include a file that does not include the page",
    ),
    (
        _EXCLUDED,
        "this and docs/{1} have one place in the site",
        "rename or delete one of them",
    ),
    (
        _SECTION,
        "there is no section '{0}' in the included file",
        "mark it there with '# --8<-- [start:{0}]' and [end:{0}]",
    ),
]


def _place(
    match: re.Match[str], page: str, project: Project
) -> tuple[str, int]:
    if match.re is _LINK:
        page, near = f"docs/{match[1]}", match[2]
    elif match.re is _EXCLUDED:
        return f"docs/{match[1]}", 0
    elif match[0] == _CIRCLE:
        near = "include"
    elif match.re in (_OMITTED, _IN_NAV):
        page, near = "mkdocs.yml", "nav:"
    else:
        near = match[1]
    path = project.root / page
    if not path.is_file():
        return page, 0
    if match.re is _UNDEFINED:
        return page, _line_of_macro(path, near)
    return page, line_of(path, near)


def _line_of_macro(path: Path, name: str) -> int:
    """Return the first line on which a macro names something, or 0."""
    macro = re.compile(rf"{{[{{%][^}}]*\b{re.escape(name)}\b")
    lines = read_source(path).splitlines()
    return next((n for n, x in enumerate(lines, 1) if macro.search(x)), 0)
