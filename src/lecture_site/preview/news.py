"""What the browser is told: new pages, how far the proof is, what fails."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lecture_site.basics.problems import Problem


def _first_number() -> int:
    """Return a number above those of a server that ran before."""
    return time.time_ns() // 1_000_000


@dataclass
class News:
    """The latest state, and a way to wait for the next one.

    Every change has a number, larger than those before. A page knows the
    number at which it was sent, and so whether it is still the last.
    """

    number: int = field(default_factory=_first_number)
    pages: dict[str, int] = field(default_factory=dict)
    proved: bool = False
    progress: str = ""
    edited: list[Problem] = field(default_factory=list)
    found: list[Problem] = field(default_factory=list)
    _condition: threading.Condition = field(
        default_factory=threading.Condition
    )

    def edit(self, addresses: Iterable[str], problems: list[Problem]) -> None:
        """Tell that something was edited: nothing is proved any more.

        Parameters
        ----------
        addresses : iterable of str
            The pages that are shown anew.
        problems : list of Problem
            What is wrong with what was edited, as far as one sees at once.
        """
        with self._change():
            self.pages |= dict.fromkeys(addresses, self.number)
            self.proved, self.progress = False, ""
            self.edited, self.found = problems, []

    def show(self, addresses: Iterable[str]) -> None:
        """Tell that pages are shown anew, without an edit."""
        with self._change():
            self.pages |= dict.fromkeys(addresses, self.number)

    def find(self, problems: list[Problem]) -> None:
        """Tell what the proof has found wrong so far."""
        with self._change():
            self.found = problems

    def go_on(self, progress: str) -> None:
        """Tell how far the proof has come."""
        with self._change():
            self.progress = progress

    def end(self, problems: list[Problem]) -> None:
        """Tell that the proof has ended, and what it found."""
        with self._change():
            self.progress, self.found = "", problems
            self.proved = not problems
            self.edited = [] if self.proved else self.edited

    def after(self, number: int, seconds: float) -> tuple[int, str] | None:
        """Wait for a change after the one of a number; return the state.

        Parameters
        ----------
        number : int
            What the asking browser knows already.
        seconds : float
            How long to wait; None is returned when nothing has changed.
        """
        with self._condition:
            if self._condition.wait_for(lambda: self.number > number, seconds):
                return self.number, self._as_json()
        return None

    @contextmanager
    def _change(self) -> Iterator[None]:
        with self._condition:
            self.number += 1
            yield
            self._condition.notify_all()

    def _as_json(self) -> str:
        told = dict.fromkeys([*self.edited, *self.found])
        problems = [
            {"place": p.place, "what": p.what, "remedy": p.remedy}
            for p in told
        ]
        return json.dumps(
            {
                "pages": self.pages,
                "proved": self.proved,
                "progress": self.progress,
                "problems": problems,
            }
        )
