"""Writes the deck and all that is made from it, or says what is stale."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from lecture_site.deck import THEMES, Theme, compile_deck, deck_pdf
from lecture_site.deck_gold import gold_file, gold_json
from lecture_site.deck_pictures import draw_pictures, n_slides, stale_themes
from lecture_site.problems import Problem
from lecture_site.project import Project


def write_deck(project: Project, console: Console) -> str:
    """Write PDF, gold and pictures; return what was done, in one line."""
    decks: dict[Theme, bytes] = {t: compile_deck(project, t) for t in THEMES}
    gold = gold_json(project)
    deck_pdf(project).parent.mkdir(parents=True, exist_ok=True)
    deck_pdf(project).write_bytes(decks["light"])
    gold_file(project).write_text(gold, encoding="utf-8", newline="\n")
    n_drawn = _draw(project, decks, console)
    return f"{n_slides(decks['light'])} slides, {n_drawn} pictures drawn"


def _draw(
    project: Project, decks: dict[Theme, bytes], console: Console
) -> int:
    stale = stale_themes(project, decks)
    n_pictures = sum(n_slides(decks[theme]) for theme in stale)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("drawing slides", total=n_pictures)
        return draw_pictures(project, decks, lambda: progress.advance(task))


def _stale(project: Project, path: Path, source: str) -> Problem:
    return Problem(
        f"this is not what {source} gives now",
        "run `make slides`",
        project.relative(path),
    )


def check_deck(project: Project) -> list[Problem]:
    """Return what is kept and is not what the sources give."""
    problems = []
    pdf = deck_pdf(project)
    if not pdf.exists() or pdf.read_bytes() != compile_deck(project, "light"):
        problems.append(_stale(project, pdf, "slides/*.typ"))
    gold = gold_file(project)
    kept = gold.read_text(encoding="utf-8") if gold.exists() else ""
    if kept != gold_json(project):
        problems.append(_stale(project, gold, "slides/gold.toml"))
    return problems
