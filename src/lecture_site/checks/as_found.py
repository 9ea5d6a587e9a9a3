"""What readers find without opening a page: by the search, in the feed.

Most of it is what the pages say; the rest has files of its own. All of it is
held to the rules of `as_read`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from lecture_site.basics import configuration
from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_made
from lecture_site.basics.theme import Theme
from lecture_site.checks.as_read import left_over_in, problems_in, source_of
from lecture_site.checks.left_overs import left_over, pieces
from lecture_site.extensions.typed_numbers import typed_results
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page
from lecture_site.finishing.search.index import (
    INDEX,
    read_synonyms,
    synonyms_file,
)
from lecture_site.finishing.sharing.feed import changes, changes_file

CODE = "pre, code, kbd, samp, svg"  # what shows signs as they are typed
_IN_WORDS = "write it in words: results stand on the pages"
_ENTRY = "<html><body><article>{}</article></body></html>"


def refuse_in_search(project: Project, site: BuiltSite) -> None:
    """Raise the first problem of what the search knows.

    Raises
    ------
    ProblemError
        With the file and the line where the text stands.
    """
    for problem in (*_in_words(project), *_in_index(project, site)):
        raise ProblemError(problem)


def _in_words(project: Project) -> Iterator[Problem]:
    """Yield what is wrong with the words that stand in files of their own."""
    suggested = configuration.search_suggestions(project)
    synonyms = read_synonyms(project).values()
    for path, words in (
        (project.root / configuration.FILE, suggested),
        (synonyms_file(project), [w for list_ in synonyms for w in list_]),
    ):
        source = project.relative(path)
        for word in words:
            yield from left_over_in(word, path, source)
            for number in typed_results(word):
                what = f"the number {number} is typed by hand"
                line = line_of(path, word)
                yield Problem(what, _IN_WORDS, source, line)


def _in_index(project: Project, site: BuiltSite) -> Iterator[Problem]:
    """Yield what is left over in the texts of the sections."""
    text = read_made(site.folder / INDEX)
    known: dict[str, Any] = json.loads(text[text.index("{") : -2])
    pages = {page.address: page for page in site.to_read}
    texts: dict[int, list[str]] = {}
    for number, _, title, said, *_ in known["entries"]:
        texts.setdefault(number, []).extend((title, said))
    for number, told in texts.items():
        page = pages[known["pages"][number][0]]
        source = source_of(page, project)
        if source:
            path = project.root / source
            for said in told:
                if any(left_over(said)):  # then it is worth to look closer
                    code = pieces(code_of(page))
                    yield from left_over_in(said, path, source, code)


def code_of(page: Page) -> Iterator[str]:
    """Yield what of a page may look like Markdown or TeX, and is neither."""
    return (element.text() for element in page.tree.css(CODE))


def refuse_in_feed(project: Project, _: BuiltSite) -> None:
    """Raise the first problem of what a feed reader shows.

    Raises
    ------
    ProblemError
        With the line of the changelog.
    """
    source = project.relative(changes_file(project))
    for version in changes(project):
        said = f"<h2>{escape(version.title)}</h2>{version.html}"
        page = Page.parse("feed.html", _ENTRY.format(said))
        for problem in problems_in(page, project, Theme(), source):
            raise ProblemError(problem)
