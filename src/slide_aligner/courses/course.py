"""A course is many lectures, and each is aligned by itself.

A file that cannot be read stops no lecture but its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from slide_aligner.courses.deck_choice import find_lectures
from slide_aligner.courses.manifest import Lecture
from slide_aligner.courses.tools import Options, Task, Tools, Work
from slide_aligner.documents import Deck, Link, Notes
from slide_aligner.files.file_names import relative_name, with_own_names
from slide_aligner.links.links_file import DeckRecord, LinksFile
from slide_aligner.links.pinned_links import links_to_other_decks
from slide_aligner.links.pins import Pin, usable_pins
from slide_aligner.parallel import n_processes, run_all
from terminal.errors import Failure
from terminal.text_files import sha256_of

K = TypeVar("K")
R = TypeVar("R")
Report = Callable[[str, int, int], object]
"""Told what is being done, how many are done, and of how many."""


@dataclass(frozen=True)
class Course:
    """What aligning a course gave.

    Parameters
    ----------
    file : LinksFile
        All links.
    failures : tuple of Failure
        The files that could not be used.
    warnings : tuple of str
        One line each, such as on a pin whose slide is gone.
    """

    file: LinksFile
    failures: tuple[Failure, ...]
    warnings: tuple[str, ...]

    @property
    def matches_nothing(self) -> bool:
        """Whether there are sections, but not one has a slide."""
        links = self.file.links
        return bool(links) and all(
            link.decision == "skip" and not link.pinned for link in links
        )


def align_course(
    notes: Sequence[Path],
    decks: Sequence[Path],
    tools: Tools,
    options: Options,
    *,
    folder: Path,
    lectures: Sequence[Lecture] | None = None,
    pins: Sequence[Pin] = (),
    jobs: int | None = None,
    report: Report = lambda *_: None,
) -> Course:
    """Align all notes with all decks.

    Parameters
    ----------
    notes, decks : sequence of Path
        Files; notes in reading order.
    tools : Tools
        How to read and match.
    options : Options
        What the user chose.
    folder : Path
        Where the links will stand; files are named relative to it.
    lectures : sequence of Lecture, optional
        Which notes go with which deck; by default names and content decide.
    pins : sequence of Pin
        What a person decided before.
    jobs : int, optional
        How many processes; by default as many as are worth it.
    report : callable, optional
        Told of the progress.

    Returns
    -------
    Course
        Links, failures and warnings.
    """
    run = _Run(Work(tools, options), folder, jobs, report)
    read_notes = run.read_notes(_unique(notes))
    read_decks = run.read_decks(_unique(decks))
    if lectures is None:
        lectures = find_lectures(
            read_notes, read_decks, tools.relatedness, among=_unique(decks)
        )
    tasks = []
    for lecture in lectures:
        known = tuple(
            read_notes[path] for path in lecture.notes if path in read_notes
        )
        if known and lecture.deck is None:
            run.unmatched += known
        elif known and lecture.deck in read_decks:
            tasks.append(Task(known, read_decks[lecture.deck], ()))
    usable = run.usable(pins, read_notes, read_decks)
    links = links_to_other_decks(run.align(tasks, usable), usable)
    records = [run.record(path, deck) for path, deck in read_decks.items()]
    return Course(
        LinksFile.of(records, links), tuple(run.failures), tuple(run.warnings)
    )


def _unique(paths: Sequence[Path]) -> list[Path]:
    return list(dict.fromkeys(paths))


@dataclass
class _Run:
    work: Work
    folder: Path
    jobs: int | None
    report: Report
    failures: list[Failure] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    unmatched: tuple[Notes, ...] = ()

    def read_notes(self, paths: Sequence[Path]) -> dict[Path, Notes]:
        named = [(path, relative_name(path, self.folder)) for path in paths]
        read = partial(_notes, self.work.tools.read_notes)
        results = run_all(read, named, name_of=_first_name)
        good = self._good(paths, results)
        self.warnings += [
            f"{path}: has no text, so it gets no slides"
            for path, notes in good.items()
            if not notes.sections
        ]
        return good

    def read_decks(self, paths: Sequence[Path]) -> dict[Path, Deck]:
        ocr = self.work.options.ocr
        processes = n_processes(self.jobs, len(paths), slow=ocr)
        if len(paths) == 1:
            read = partial(self.work.deck, progress=self._pages)
            decks = run_all(read, paths, name_of=str)
        else:
            decks = run_all(
                self.work.deck,
                paths,
                name_of=str,
                processes=processes,
                done=self._counter("Reading decks", len(paths)),
            )
        return with_own_names(self._good(paths, decks), self.folder)

    def _pages(self, done: int, total: int) -> None:
        self.report("Reading slides", done, total)

    def _counter(self, what: str, total: int) -> Callable[[], object]:
        counts = iter(range(1, total + 1))
        self.report(what, 0, total)
        return lambda: self.report(what, next(counts), total)

    def _good(
        self, keys: Sequence[K], results: Sequence[R | Failure]
    ) -> dict[K, R]:
        good = {}
        for key, result in zip(keys, results, strict=True):
            if isinstance(result, Failure):
                self.failures.append(result)
            else:
                good[key] = result
        return good

    def usable(
        self,
        pins: Sequence[Pin],
        notes: Mapping[Path, Notes],
        decks: Mapping[Path, Deck],
    ) -> list[Pin]:
        usable, warnings = usable_pins(
            pins, list(notes.values()), list(decks.values())
        )
        self.warnings += warnings
        return usable

    def align(self, tasks: list[Task], pins: list[Pin]) -> list[Link]:
        tasks = [replace(task, pins=_pins_of(task, pins)) for task in tasks]
        processes = n_processes(self.jobs, len(tasks))
        results = run_all(
            self.work.links,
            tasks,
            name_of=_task_name,
            processes=processes,
            done=self._counter("Aligning lectures", len(tasks)),
        )
        good = self._good(range(len(tasks)), results)
        links = [link for each in good.values() for link in each]
        return links + [
            link for each in self.unmatched for link in _no_deck(each)
        ]

    def record(self, path: Path, deck: Deck) -> DeckRecord:
        return DeckRecord(
            deck.name,
            relative_name(path, self.folder),
            sha256_of(path),
            len(deck.slides),
        )


def _notes(
    read: Callable[[Path, str], Notes], named: tuple[Path, str]
) -> Notes:
    return read(*named)


def _first_name(named: tuple[Path, str]) -> str:
    return str(named[0])


def _task_name(task: Task) -> str:
    return task.notes[0].name


def _pins_of(task: Task, pins: Sequence[Pin]) -> tuple[Pin, ...]:
    names = {notes.name for notes in task.notes}
    return tuple(
        pin
        for pin in pins
        if pin.notes in names and pin.deck in ("", task.deck.name)
    )


def _no_deck(notes: Notes) -> list[Link]:
    return [
        Link(
            notes.name,
            section.anchor,
            section.heading,
            section.line,
            deck="",
            slides=(),
            show=None,
            confidence=0.0,
            decision="skip",
            reason="No deck matches these notes.",
        )
        for section in notes.sections
    ]
