"""Which slides are right for a section: decided by a person, once.

People write ``slides/gold.toml``, by the keys of slides, which stay when
slides are added. The numbers that programs need are looked up in the deck
and kept in ``slides/gold.json``.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from markdown import Markdown

from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source, read_toml
from lecture_site.slides.deck.compile import deck_slides
from lecture_site.slides.drawn import DeckSlide
from slide_aligner.notes.front_matter import blank_front_matter

# A comment in a listing would be taken for a heading.
_FENCED = re.compile(r"^( *)(`{3,}).*?^\1\2 *$", re.DOTALL | re.MULTILINE)

Judged = dict[str, dict[str, list[str]]]


def gold_file(project: Project) -> Path:
    """Return where the resolved gold is kept."""
    return project.slides / "gold.json"


def gold_json(project: Project) -> str:
    """Return every section of the lecture with its slides, as JSON.

    Raises
    ------
    ProblemError
        If a section is not judged, or a judged section or slide is not
        there.
    """
    slides = deck_slides(project)
    entries = [
        _entry(project, page, anchor, heading, keys, slides)
        for page, anchor, heading, keys in _judged_sections(project, slides)
    ]
    lines = ",\n ".join(json.dumps(e, ensure_ascii=False) for e in entries)
    return f"[\n {lines}\n]\n"


def sections(page: Path) -> list[tuple[str, str]]:
    """Return anchor and heading of every section of a page, in order.

    The page's title stands for the text before the first section.
    """
    markdown = Markdown(extensions=["toc", "attr_list"])
    text = blank_front_matter(read_source(page))
    markdown.convert(_FENCED.sub("", text))
    tokens: list[dict[str, Any]] = getattr(markdown, "toc_tokens")  # noqa: B009
    return list(_flat(tokens))


def _flat(tokens: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for token in tokens:
        yield token["id"], html.unescape(token["name"])
        yield from _flat(token["children"])


def _judged_sections(
    project: Project, slides: list[DeckSlide]
) -> Iterator[tuple[str, str, str, list[str]]]:
    judged = _read(project)
    for page in dict.fromkeys(slide.part for slide in slides if slide.part):
        known = judged.pop(page, {})
        for anchor, heading in sections(project.docs / f"{page}.md"):
            if anchor not in known:
                raise _problem(
                    project,
                    f"{page}.md has a section {anchor} that is not judged",
                    f"add it under [{page}], with the slides or with []",
                    f"[{page}]",
                )
            yield page, anchor, heading, known.pop(anchor)
        _nothing_left(project, page, known)
    _nothing_left(project, "the deck", judged)


def _read(project: Project) -> Judged:
    judged: Judged = read_toml(project.slides / "gold.toml")
    return judged


def _nothing_left(project: Project, where: str, left: dict[str, Any]) -> None:
    for name in left:
        raise _problem(
            project, f"{where} has no {name}", "remove or rename it", name
        )


def _entry(
    project: Project,
    page: str,
    anchor: str,
    heading: str,
    keys: list[str],
    slides: list[DeckSlide],
) -> dict[str, Any]:
    found = sorted(
        {slide for key in keys for slide in _named(project, key, slides)},
        key=lambda slide: slide.number,
    )
    return {
        "notes": f"{page}.md",
        "section": anchor,
        "heading": heading,
        "slides": [slide.number for slide in found],
        "title": [slide.title for slide in found],
    }


def _named(
    project: Project, key: str, slides: list[DeckSlide]
) -> list[DeckSlide]:
    """Return the slide of a key, or all pages of a build-up."""
    pages = re.compile(rf"{re.escape(key)}(-\d+)?")
    named = [slide for slide in slides if pages.fullmatch(slide.key)]
    if not named:
        raise _problem(
            project,
            f"the deck has no slide {key}",
            "name a key of slides/*.typ",
            f'"{key}"',
        )
    return named


def _problem(
    project: Project, what: str, remedy: str, near: str
) -> ProblemError:
    path = project.slides / "gold.toml"
    return ProblemError(
        Problem(what, remedy, project.relative(path), line_of(path, near))
    )
