"""A small site whose sections have slides, without a deck to draw."""

import json
from collections.abc import Mapping
from typing import Any

from lecture_site.basics.project import Project
from lecture_site.slides.drawn import (
    THEMES,
    DeckSlide,
    picture_paths,
    pictures_folder,
    write_drawn_slides,
)
from lecture_site.slides.links import links_path

SLIDES = [
    DeckSlide(1, "title", "The <whole> lecture", ""),
    DeckSlide(2, "first", "First & foremost", "page"),
    DeckSlide(3, "second", "Second", "page"),
]


def add_slides(project: Project) -> None:
    """Note slides as drawn, with pictures that nobody looks at."""
    write_drawn_slides(project, SLIDES)
    pictures_folder(project).mkdir(parents=True)
    for slide in SLIDES:
        for theme in THEMES:
            for path in picture_paths(project, slide.number, theme):
                path.write_bytes(b"webp")
    (project.docs / "slides" / "lecture.pdf").write_bytes(b"pdf")


def entry(section: str, slide: int, **changes: Any) -> dict[str, Any]:
    """Return a link of a section of the small site's page."""
    return {
        "notes": "../page.md",
        "section": section,
        "heading": section.replace("-", " ").capitalize(),
        "line": 1,
        "deck": "lecture",
        "slides": [slide],
        "show": slide,
        "confidence": 0.9,
        "decision": "insert",
    } | changes


def add_links(project: Project, *entries: Mapping[str, Any]) -> None:
    """Write links to a deck of three slides."""
    deck = {"name": "lecture", "file": "lecture.pdf", "sha256": "0"}
    links = [dict(e) | {"line": n} for n, e in enumerate(entries, start=1)]
    file = {"schema": 1, "decks": [deck | {"slides": 3}], "links": links}
    links_path(project).parent.mkdir(parents=True, exist_ok=True)
    links_path(project).write_text(json.dumps(file), encoding="utf-8")
