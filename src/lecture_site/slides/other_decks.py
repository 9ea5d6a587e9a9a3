"""Decks from other programs (PDF, PowerPoint), matched with the pages.

Such a deck lies in ``docs/slides/``. The build matches it again whenever it
or a page has changed, so nothing is kept that could become untrue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from lecture_site.basics.configuration import pages_in_order
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.processes.isolated import Task
from lecture_site.products.product import Product, equal
from lecture_site.staleness.fingerprint import dependencies
from slide_aligner.documents import Link

ENDINGS = (".pdf", ".pptx")
ALIGN = ".venv/bin/align-slides align docs/*.md --deck"
IN_COMMON, SHOWN = 3, 3  # words with a section; sections of a slide
OWN = "lecture"  # the deck in Typst, which the pages show


def other_decks(project: Project) -> list[Path]:
    """Return the decks that are not made from ``slides/lecture.typ``."""
    return sorted(
        path
        for path in (project.docs / "slides").glob("*")
        if path.suffix in ENDINGS and path.stem != OWN
    )


def deck_products(project: Project) -> list[Product]:
    """Return the table of slides and sections of each deck as a product."""
    pages = lecture_pages(project)
    aligner = project.sources / "slide_aligner" / "decisions" / "align.py"
    code = sorted(dependencies(aligner, project)) if aligner.exists() else []
    return [
        Product(
            task=Task(
                f"deck {path.name}", table_of, (str(path), *map(str, pages))
            ),
            source=path,
            target=FileTarget(_table(project, path.name)),
            mentioned_as=f'slides_of("{path.name}")',
            again=f"{ALIGN} {project.relative(path)}",
            helpers=(*pages, *code),
            compare=equal,
            is_committed=False,
        )
        for path in other_decks(project)
    ]


def lecture_pages(project: Project) -> list[Path]:
    """Return the pages with listings of their own, in reading order."""
    return [
        project.docs / f"{name}.md"
        for name in pages_in_order(project)
        if (project.snippets / name).is_dir()
        and (project.docs / f"{name}.md").is_file()
    ]


def slides_of(project: Project) -> Callable[[str], str]:
    """Return the macro that shows a deck's table; its name is the macro's."""

    def slides_of(file: str) -> str:
        """Show which sections belong to each slide of a deck."""
        table = FileTarget(_table(project, file)).read()
        if (project.docs / "slides" / file).is_file():
            return table or "The slides are matched when the site is built."
        raise ProblemError(
            Problem(
                f"there is no deck docs/slides/{file}",
                "put it there, or delete the page that shows it",
                f"docs/slides_of_{Path(file).stem}.md",
            )
        )

    return slides_of


def table_of(deck_path: str, *page_paths: str) -> str:
    """Match a deck with pages and return the result as a Markdown table."""
    # Imported here, for these need a reader of PDF.
    from slide_aligner.decisions.align import align
    from slide_aligner.decks.read import read_deck
    from slide_aligner.notes.markdown import read_notes

    path = Path(deck_path)
    deck = read_deck(path)
    notes = [read_notes(p, p.name) for p in map(Path, page_paths)]
    links = align(notes, deck, skip=("Check yourself", "References"))
    rows = ["| Slide | Title | Sections |", "|--:|---|---|"]
    for slide in deck.slides:
        title = f"[{_plain(slide.title) or 'untitled'}](slides/{path.name}"
        page = f"#page={slide.number}" if path.suffix == ".pdf" else ""
        sections = ", ".join(
            f"[{_plain(link.heading)}]({link.notes}#{link.section})"
            for link in _surest(links, slide.number)
        )
        rows.append(
            f"| {slide.number} | {title}{page}){{ .slide-title }} | "
            f"{sections} |"
        )
    return "\n".join([*rows, ""])


def _surest(links: Iterable[Link], slide: int) -> list[Link]:
    """Return the sections that speak of what a slide says, in page order.

    Matching finds a slide for every section, for it takes notes and deck for
    one lecture. A guest's deck has slides for some only: those that have
    words in common, and of these the surest.
    """
    common = [
        link
        for link in links
        if link.decision == "insert"
        and slide in link.slides
        and len(link.evidence.words) >= IN_COMMON
    ]
    surest = sorted(common, key=lambda link: -link.confidence)[:SHOWN]
    return [link for link in common if link in surest]


def _plain(text: str) -> str:
    """Return a text in which no sign means anything to Markdown."""
    return "".join(
        c if c.isalnum() or c == " " else f"&#{ord(c)};"
        for c in " ".join(text.split())
    )


def _table(project: Project, file: str) -> Path:
    return project.cache / "decks" / f"{file}.md"
