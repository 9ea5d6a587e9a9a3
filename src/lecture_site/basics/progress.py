"""Long work says where it stands, on a terminal and in a log.

On a terminal a bar moves. In a log every stage has a line when it begins and
ends, and one a minute between.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)

EVERY = 60.0  # seconds between two lines of a log
_TAKEN: dict[str, float] = {}  # by the stages of this process, in order


@dataclass
class Stage:
    """A part of the work.

    Parameters
    ----------
    name : str
        What is done, as a noun: "listings, figures and numbers".
    total : int
        How many steps it has; 0 if that is not known.
    """

    name: str
    total: int
    done: int = 0
    last: str = ""
    began: float = field(default_factory=time.monotonic)
    bar: Progress | None = None

    def advance(self, last: str) -> None:
        """Note that a step has ended, and which."""
        self.done += 1
        self.last = last
        if self.bar:
            self.bar.update(self.bar.task_ids[0], advance=1, description=last)
        for listener in LISTENERS:
            listener(self)

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self.began

    def line(self) -> str:
        """Return what is done and what is left."""
        parts = [f"{self.name}:"]
        if self.total:
            parts.append(f"{self.done} of {self.total} done,")
            parts.append(f"{self.total - self.done} left,")
        parts.append(in_words(self.seconds))
        if self.last:
            parts.append(f"(last: {self.last})")
        return " ".join(parts)


# Who else wants to know of each step, such as an author's browser.
LISTENERS: list[Callable[[Stage], None]] = []


@contextmanager
def stage(
    name: str, console: Console, total: int | None = None
) -> Iterator[Stage]:
    """Show a part of the work for as long as the context lasts.

    Parameters
    ----------
    name : str
        What is done.
    console : Console
        A terminal, or a log.
    total : int or None
        How many steps it has, if that is known. Without any, nothing is
        said.
    """
    now = Stage(name, total or 0)
    if total == 0:
        yield now
        return
    for listener in LISTENERS:
        listener(now)
    shown = _on_a_terminal if console.is_terminal else _in_a_log
    try:
        with shown(now, console):
            yield now
    finally:
        _TAKEN[name] = _TAKEN.get(name, 0.0) + now.seconds


@contextmanager
def _on_a_terminal(now: Stage, console: Console) -> Iterator[None]:
    columns = [
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn(now.name, markup=False),
    ]
    if now.total:
        text = TextColumn("{task.description}", style="dim", markup=False)
        columns = [BarColumn(), MofNCompleteColumn(), *columns[1:], text]
    with Progress(*columns, console=console, transient=True) as bar:
        bar.add_task("", total=now.total or None)
        now.bar = bar
        yield


@contextmanager
def _in_a_log(now: Stage, console: Console) -> Iterator[None]:
    def say(line: str) -> None:
        console.print(line, highlight=False, soft_wrap=True, markup=False)

    def keep_saying() -> None:
        while not over.wait(EVERY):
            say(now.line())

    over = threading.Event()
    steps = f" ({now.total})" if now.total else ""
    say(f"{now.name}{steps} ...")
    speaker = threading.Thread(target=keep_saying, daemon=True)
    speaker.start()
    try:
        yield
    except BaseException:
        say(f"{now.line()}, and then it ended")
        raise
    else:
        say(f"{now.name}: {in_words(now.seconds)}")
    finally:
        over.set()
        speaker.join()


def warn(console: Console, what: str) -> None:
    """Say what went wrong, where the work goes on."""
    console.print(what, style="yellow", markup=False, soft_wrap=True)


def times_of_stages() -> str:
    """Return how long each stage of this process took, longest first."""
    ordered = sorted(_TAKEN.items(), key=lambda taken: -taken[1])
    shown = [f"{name} {in_words(seconds)}" for name, seconds in ordered]
    total = in_words(sum(_TAKEN.values()))
    return f"{total}: {', '.join(shown)}" if shown else "nothing was stale"


def in_words(seconds: float) -> str:
    """Return a time as one says it."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
