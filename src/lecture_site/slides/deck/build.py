"""Writes the deck and all that is made from it, or says what is stale."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from agreement.texts import compare
from lecture_site.basics.problems import Problem
from lecture_site.basics.progress import stage
from lecture_site.basics.project import Project
from lecture_site.slides.deck.compile import compile_deck, deck_pdf
from lecture_site.slides.deck.draw import compile_themes, draw_deck
from lecture_site.slides.deck.gold import gold_file, gold_json
from lecture_site.slides.deck.match import links_json
from lecture_site.slides.deck.pictures import n_slides
from lecture_site.slides.links import links_path


def write_deck(project: Project, console: Console) -> str:
    """Write PDF, gold, links and pictures; say in one line what was done."""
    decks = compile_themes(project)
    gold = gold_json(project)
    deck_pdf(project).parent.mkdir(parents=True, exist_ok=True)
    deck_pdf(project).write_bytes(decks["light"])
    gold_file(project).write_text(gold, encoding="utf-8", newline="\n")
    n_drawn = draw_deck(project, decks, console)
    with stage("matching sections with slides", console):
        if not _has_its_links(project):
            links_path(project).write_bytes(links_json(project))
    return f"{n_slides(decks['light'])} slides, {n_drawn} pictures drawn"


def check_deck(project: Project) -> list[Problem]:
    """Return what is kept and is not what the sources give."""
    made = [
        (deck_pdf(project), "slides/*.typ", compile_deck(project, "light")),
        (gold_file(project), "slides/gold.toml", gold_json(project).encode()),
    ]
    problems = [
        _stale(project, path, source)
        for path, source, now in made
        if _kept(path) != now
    ]
    # An old deck has old links; one message is enough.
    if not problems and not _has_its_links(project):
        pages = "the matching of pages and slides"
        problems.append(_stale(project, links_path(project), pages))
    return problems


def _has_its_links(project: Project) -> bool:
    kept = _kept(links_path(project)).decode()
    return compare(kept, links_json(project).decode()).agrees


def _kept(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _stale(project: Project, path: Path, source: str) -> Problem:
    return Problem(
        f"this is not what {source} gives now",
        "run `make slides`",
        project.relative(path),
    )
