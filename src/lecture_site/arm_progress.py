"""Says where a run of hours stands, also without a terminal."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from rich.console import Console

A_LINE_EVERY = 30.0  # seconds


@dataclass
class Progress:
    """Says where the run stands: with each kind, and every half minute.

    Parameters
    ----------
    console : Console
        Where it is shown; a terminal is not needed.
    kinds : dict
        The kind of each product that is to be run, in their order.
    """

    console: Console
    kinds: dict[str, str]
    done: int = 0
    _kind: str = ""
    _started: float = field(default_factory=time.monotonic)
    _shown: float = field(default_factory=time.monotonic)

    def advance(self, answer: dict[str, Any]) -> None:
        """Count a product; name it if it has no result."""
        self.done += 1
        reason = answer.get("error") or answer.get("over")
        if reason:
            self._print(f"{answer['name']}: {reason}")
        self.tick()

    def tick(self) -> None:
        """Print a line if one is due."""
        now = list(self.kinds)[self.done :][:1]
        kind = self.kinds[now[0]] if now else ""
        due = time.monotonic() - self._shown >= A_LINE_EVERY
        if due or kind != self._kind:
            self._kind, self._shown = kind, time.monotonic()
            self._print(self._state(f", now {now[0]}" if now else ""))

    def _state(self, now: str) -> str:
        elapsed = int(time.monotonic() - self._started)
        left = len(self.kinds) - self.done
        clock = f"{elapsed // 3600}:{elapsed // 60 % 60:02}:{elapsed % 60:02}"
        return f"{self.done} done, {left} left, {clock} elapsed{now}"

    def _print(self, text: str) -> None:
        self.console.print(text, highlight=False, markup=False, soft_wrap=True)
