"""Answers each edit: the page at once, what it leads to next, then the proof.

Everything that the browser shows is brought in one thread; what takes long
runs in processes of its own, and is given up when it is overtaken.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue

from rich.console import Console

from lecture_site.basics.problems import Problem, report
from lecture_site.basics.project import Project
from lecture_site.build import new_draft, show_draft, write_draft
from lecture_site.preview.draft import addresses_that_differ
from lecture_site.preview.news import News
from lecture_site.preview.pages import KeptPages
from lecture_site.preview.proof import Proof, Proofs, Said
from lecture_site.preview.watch import is_machinery, watching

EVERY_PAGE = ("*",)
TOGETHER = 0.02  # seconds; an editor saves a file in several steps
# So long nothing must have been edited before the proof begins: it takes a
# processor, and would be overtaken by an author who is still writing.
QUIET = 1.0


class Loop:
    """What stands between an author's files and the browser.

    Parameters
    ----------
    project : Project
        The checkout.
    news : News
        What the browser is told.
    console : Console
        What the terminal is told.
    """

    def __init__(self, project: Project, news: News, console: Console) -> None:
        self._project, self._news, self._console = project, news, console
        self._events: SimpleQueue[Path | tuple[Proof, Said]] = SimpleQueue()
        self._proofs = Proofs(
            lambda: Proof(project, lambda *said: self._events.put(said))
        )
        self._pages: KeptPages | None = None
        self._unproved: set[Path] = set()

    def run(self) -> None:
        """Show what is there, then answer until the machinery is edited."""
        try:
            with watching(self._project, self._events.put):
                self._show_first()
                while not self._is_outdated:
                    self._take_up_next()
        finally:
            self._proofs.end()

    @property
    def _is_outdated(self) -> bool:
        """Whether what runs here is not what is written any more."""
        return any(is_machinery(p, self._project) for p in self._unproved)

    def _show_first(self) -> None:
        """Show everything as it is recorded; it is proved afterwards.

        What was never recorded cannot be shown; the proof makes it.
        """
        shutil.rmtree(self._project.draft, ignore_errors=True)
        if not write_draft(self._project, self._console):
            show_draft(self._project)
        self._news.edit(EVERY_PAGE, [])
        self._proofs.begin([])
        self._keep_pages()

    def _take_up_next(self) -> None:
        """Wait for an edit, or what a proof says, or for quiet."""
        try:
            event = self._events.get(timeout=QUIET if self._unproved else None)
        except Empty:
            self._prove()
            return
        if isinstance(event, Path):
            self._answer({event, *self._saved_together()})
        elif event[0] is self._proofs.running:
            self._hear(event[1])

    def _saved_together(self) -> Iterator[Path]:
        """Yield what is saved right after; what a proof says is overtaken."""
        with suppress(Empty):
            while True:
                event = self._events.get(timeout=TOGETHER)
                if isinstance(event, Path):
                    yield event

    def _answer(self, edited: set[Path]) -> None:
        """Show what an edit changes on the pages, as far as that is quick."""
        self._proofs.give_up()
        self._unproved |= edited
        shown, problems = self._bring(edited)
        self._news.edit(shown, self._reported(problems))
        if any(path.suffix == ".py" for path in edited):
            self._prove()

    def _prove(self) -> None:
        self._proofs.begin(self._unproved)
        self._unproved = set()

    def _hear(self, said: Said) -> None:
        match said:
            case {"progress": line}:
                self._news.go_on(line)
            case {"made": names, "problems": problems}:
                self._show_made(map(Path, names), _problems(problems))
            case {"ended": problems}:
                self._end_proof(_problems(problems))

    def _show_made(
        self, names: Iterable[Path], problems: list[Problem]
    ) -> None:
        shown, more = self._bring(names)
        self._news.show(shown)
        self._news.find([*problems, *more])

    def _end_proof(self, problems: list[Problem]) -> None:
        if not problems:
            new = new_draft(self._project)
            changed = addresses_that_differ(self._project.draft, new)
            show_draft(self._project)
            self._news.show(changed)
            self._keep_pages()
        self._news.end(problems)

    def _bring(
        self, sources: Iterable[Path]
    ) -> tuple[list[str], list[Problem]]:
        """Render pages into the draft; return where they are seen."""
        if self._pages is None:
            return [], []
        files, shown, problems = self._pages.by_source, [], []
        for file in (files[path] for path in sources if path in files):
            found = self._pages.bring(file)
            problems += found
            shown += [] if found else [file.url.removeprefix("./")]
        return shown, problems

    def _keep_pages(self) -> None:
        """Read the configuration, the navigation and the records again."""
        try:
            self._pages = KeptPages(self._project)
        except (Exception, SystemExit):
            self._pages = None  # the proof will say what is wrong

    def _reported(self, problems: list[Problem]) -> list[Problem]:
        report(problems, self._console)
        return problems


def _problems(told: Iterable[Said]) -> list[Problem]:
    return [Problem(**each) for each in told]
