"""What MkDocs and its plugins complain about, in the form of problems."""

from __future__ import annotations

import re

from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project

_LINK = re.compile(r"Doc file '(.+?)' contains (?:a|an \w+) link '(.+?)',")
_OMITTED = re.compile(r'not included in the "nav" configuration:(.*)', re.S)
_IN_NAV = re.compile(r"reference to '(.+?)' is included in the 'nav'")
_UNDEFINED = re.compile(r"'(.+?)' is undefined")
_SNIPPET = re.compile(r"Snippet at path '(.+?)' could not be found")
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


KNOWN = [
    (
        _UNDEFINED,
        "'{0}' is undefined",
        "a page can quote measured(...), spread(...), references() and "
        "verified",
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
    elif match.re in (_OMITTED, _IN_NAV):
        page, near = "mkdocs.yml", "nav:"
    else:
        near = match[1]
    path = project.root / page
    return page, line_of(path, near) if path.is_file() else 0
