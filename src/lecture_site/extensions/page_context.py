"""What extensions know of the page that is rendered: its name, its parts."""

from __future__ import annotations

import posixpath
from typing import Any

from markdown import Markdown

from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def page_of(md: Markdown) -> str:
    """Return the page as a path from the root; empty outside MkDocs."""
    if "relpath" not in md.treeprocessors:
        return ""
    links: Any = md.treeprocessors["relpath"]
    return f"docs/{links.file.src_uri}"


def address_of(md: Markdown, link: str) -> str:
    """Return where a link to another page's source leads a reader."""
    page, mark, anchor = link.partition("#")
    links: Any = md.treeprocessors["relpath"] if page else None
    if links is None:
        return link
    here = links.file.src_uri
    there = posixpath.normpath(posixpath.join(posixpath.dirname(here), page))
    file = links.files.get_file_from_path(there)
    return f"{file.url_relative_to(links.file)}{mark}{anchor}"


def problem_on_page(
    md: Markdown, what: str, remedy: str, near: str
) -> ProblemError:
    """Return an error that names the page and the line of a text on it."""
    return page_problem(page_of(md), what, remedy, near)


def page_problem(page: str, what: str, remedy: str, near: str) -> ProblemError:
    """Return an error that names a page and the line of a text on it."""
    path = Project.here().root / page
    wanted = near.strip().partition("\n")[0]
    line = line_of(path, wanted) if page and path.is_file() and wanted else 0
    return ProblemError(Problem(what, remedy, page, line))
