"""How long the aligner takes and how much memory it needs, by size.

Run it as it stands: `.venv/bin/python benchmarks/slide_alignment/speed.py`.
Each line is measured in a process of its own. Processor time is what a free
machine would take; the clock also counts what other programs take. The words
are drawn at random, as often as words of a language are.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pypdfium2

from slide_aligner.decisions.align import align
from slide_aligner.decks.read import read_deck
from slide_aligner.documents import Deck, Notes, Slide
from slide_aligner.notes.markdown import notes_of_text

DECK = Path(__file__).parents[2] / "docs" / "slides" / "lecture.pdf"
SIZES = ((300, 100), (1_000, 100), (3_000, 300), (10_000, 1_000))
N_PAGES = 1_000
N_LECTURES, N_SLIDES = 50, 40
ROW = "{:40} {:>9} {:>11} {:>9}"


def main() -> None:
    """Print a line for each size, or measure what the arguments name."""
    if len(sys.argv) > 1:
        KINDS[sys.argv[1]](*map(int, sys.argv[2:]))
        return
    print(ROW.format("", "clock", "processor", "memory"))
    for size in SIZES:
        measure("align", *size)
    measure("pages", N_PAGES)
    measure("course", N_LECTURES)


def measure(*arguments: object) -> None:
    """Measure in a new process, whose memory is nobody else's."""
    command = [sys.executable, __file__, *map(str, arguments)]
    subprocess.run(command, check=True)


def timed(
    name: str, work: Callable[[], object], whose: int = resource.RUSAGE_SELF
) -> None:
    """Do some work, here or in processes of its own; print what it cost."""
    clock, processor = time.perf_counter(), seconds(whose)
    work()
    clock = time.perf_counter() - clock
    processor = seconds(whose) - processor
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(whose).ru_maxrss * unit
    costs = f"{clock:.2f} s", f"{processor:.2f} s", f"{peak / 1e6:.0f} MB"
    print(ROW.format(name, *costs), flush=True)


def seconds(whose: int) -> float:
    """Return the processor time used so far."""
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def time_alignment(n_paragraphs: int, n_slides: int) -> None:
    """Align notes with a deck, both read already."""
    notes, deck = lecture(n_paragraphs, n_slides)
    align(*lecture(20, 10))  # what is loaded once is not counted
    name = f"align {n_paragraphs:,} paragraphs × {n_slides:,} slides"
    timed(name, lambda: align(notes, deck))


def lecture(n_paragraphs: int, n_slides: int) -> tuple[list[Notes], Deck]:
    """Make notes that follow a deck, five paragraphs to a section."""
    rng = np.random.default_rng(0)
    shown = [words(rng, 30) for _ in range(n_slides)]
    text = []
    for number in range(n_paragraphs):
        own = shown[number * n_slides // n_paragraphs]
        if number % 5 == 0:
            text.append(f"## {' '.join(own[:3])}")
        text.append(" ".join([*rng.choice(own, 15), *words(rng, 45)]))
    slides = [
        Slide(number, " ".join(each[:3]), " ".join(each))
        for number, each in enumerate(shown, 1)
    ]
    notes = notes_of_text("\n\n".join(text), "notes.md")
    return [notes], Deck("deck", tuple(slides))


def words(rng: np.random.Generator, n_words: int) -> list[str]:
    """Draw words: the one of rank r is about 1/r as frequent as the first."""
    ranks = np.minimum(rng.zipf(1.3, n_words), 30_000)
    return [f"word{rank:x}" for rank in ranks]


def time_pages(n_pages: int) -> None:
    """Read the pages of a PDF that repeats the lecture's deck."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.pdf"
        write_pages(path, 0, n_pages)
        timed(f"read {n_pages:,} pages of PDF", lambda: read_deck(path))


def write_pages(path: Path, first: int, n_pages: int) -> None:
    """Write so many pages of the lecture's deck, from one on, in a circle."""
    source, made = pypdfium2.PdfDocument(DECK), pypdfium2.PdfDocument.new()
    numbers = [(first + n) % len(source) for n in range(n_pages)]
    made.import_pages(source, pages=numbers)
    made.save(path)


def time_course(n_lectures: int) -> None:
    """Align many lectures with one command, then once more from the cache."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_course(folder, n_lectures)
        run = partial(
            subprocess.run,
            command(folder),
            check=True,
            stdout=subprocess.DEVNULL,
        )
        # Memory is that of the largest process.
        whole = f"course of {n_lectures} lectures"
        timed(whole, run, resource.RUSAGE_CHILDREN)
        timed(f"{whole}, cached", run, resource.RUSAGE_CHILDREN)


def command(folder: Path) -> list[str]:
    """Return the command that aligns the course in a folder."""
    arguments = (
        ("align", folder / "notes", "--deck", folder / "decks"),
        ("--out", folder / "slide_links.json", "--cache", folder / "cache"),
        ("--json",),
    )
    script = Path(__file__).parents[2] / "scripts" / "align_slides.py"
    flat = [str(each) for group in arguments for each in group]
    return [sys.executable, str(script), *flat]


def write_course(folder: Path, n_lectures: int) -> None:
    """Write decks, and notes that say again what their slides say."""
    for name in ("notes", "decks"):
        (folder / name).mkdir()
    for number in range(n_lectures):
        deck = folder / "decks" / f"lecture{number:02}.pdf"
        write_pages(deck, number, N_SLIDES)
        text = "\n\n".join(
            f"## {slide.title}\n\n{' '.join(slide.text.split())}"
            for slide in read_deck(deck).slides
        )
        notes = folder / "notes" / f"lecture{number:02}.md"
        notes.write_text(text, encoding="utf-8")


KINDS: dict[str, Callable[..., None]] = {
    "align": time_alignment,
    "pages": time_pages,
    "course": time_course,
}

if __name__ == "__main__":
    main()
