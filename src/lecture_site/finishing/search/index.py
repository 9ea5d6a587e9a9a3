"""Writes the index of the search: one entry a section, and its other names.

It is a script, so that it can be loaded from a file system too, and the
browser loads it when somebody searches. Words that people use for a thing
and that its section does not stand in ``docs/synonyms.toml``; other names
are those of the glossary, whose terms lead to the section that they link.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lecture_site.basics.configuration import search_suggestions
from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_toml
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.search.sections import ReadPage, Section, read_site

INDEX = "search/index.js"


def write_search_index(project: Project, site: BuiltSite) -> None:
    """Write ``search/index.js`` of a built site."""
    pages = read_site(site)
    sections = {s.key: s for page in pages for s in page.sections}
    add_names_of_the_glossary(pages)
    add_synonyms(project, sections)
    path = site.folder / INDEX
    path.parent.mkdir(exist_ok=True)
    suggested = {"suggested": search_suggestions(project)}
    text = json.dumps(
        suggested | index(pages, site),
        ensure_ascii=False,
        separators=(",", ":"),
    )
    path.write_text(
        f"globalThis.lectureIndex={text};\n", encoding="utf-8", newline="\n"
    )


def synonyms_file(project: Project) -> Path:
    """Return the file of people's words for what sections explain."""
    return project.docs / "synonyms.toml"


def read_synonyms(project: Project) -> dict[str, list[str]]:
    """Return people's words by the key of the section that they mean."""
    path = synonyms_file(project)
    found = read_toml(path)
    for key, words in found.items():
        if not (isinstance(words, list) and all(map(_is_text, words))):
            raise _problem(
                project,
                f"the words of '{key}' are no list of texts",
                f'write "{key}" = ["one", "another"]',
                key,
            )
    return found


def _is_text(word: object) -> bool:
    return isinstance(word, str)


def add_synonyms(project: Project, sections: dict[str, Section]) -> None:
    """Give sections the words of ``docs/synonyms.toml``.

    Raises
    ------
    ProblemError
        If there is no such section.
    """
    for key, words in read_synonyms(project).items():
        if key not in sections:
            near = difflib.get_close_matches(key, sections, n=3)
            raise _problem(
                project,
                f"the site has no section '{key}'",
                f"name one that it has, such as {', '.join(near)}",
                key,
            )
        sections[key].words += words


def _problem(
    project: Project, what: str, remedy: str, key: str
) -> ProblemError:
    path = synonyms_file(project)
    line = line_of(path, f'"{key}"') or line_of(path, key)
    return ProblemError(Problem(what, remedy, project.relative(path), line))


def add_names_of_the_glossary(pages: Iterable[ReadPage]) -> None:
    """Give sections the names of the terms that the glossary sends there."""
    pages = list(pages)
    by_address = {
        f"{s.page}#{s.anchor}": s for page in pages for s in page.sections
    }
    for page in pages:
        for address, names in page.names:
            if address in by_address:
                by_address[address].words += names


def index(pages: Iterable[ReadPage], site: BuiltSite) -> dict[str, Any]:
    """Return what the browser searches: pages, and entries in rows."""
    pages = list(pages)
    numbers = {page.address: n for n, page in enumerate(pages)}
    found = [work for page in pages for work in works(page, site)]
    cited = [work for work in found if work.page in numbers]
    sections = [section for page in pages for section in page.sections]
    return {
        "pages": [[page.address, page.title] for page in pages],
        "entries": [
            _row(numbers[section.page], section)
            for section in (*sections, *cited)
        ],
    }


def works(page: ReadPage, site: BuiltSite) -> Iterator[Section]:
    """Yield each work of the list of references, on a page that cites it."""
    if page.address not in {"references/", "references.html"}:
        return
    page.sections[0].text = ""  # the works, said once
    (read,) = (p for p in site.pages if p.address == page.address)
    for item in read.tree.css(f"{site.theme.article} li"):
        (citing, *_) = item.css("a[href$='#references']")
        address = read.target(citing.attributes["href"] or "") or ""
        text = " ".join(item.text().split()).partition(" Cited in ")[0]
        yield Section(address, "references", text)


def _row(page: int, section: Section) -> list[Any]:
    words = ". ".join({w.lower(): w for w in section.words}.values())
    row = [page, section.anchor, section.title, section.text, words]
    return [*row, " ".join(section.code)]
