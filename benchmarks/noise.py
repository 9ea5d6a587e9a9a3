"""How much the machine itself wavers: the same work, again and again."""

from __future__ import annotations

import time
from collections.abc import Iterator

from frame.choices import CHOSEN
from frame.pairs import interleaved
from frame.rows import Row, row

STEPS = 10_000_000


def rows() -> Iterator[Row]:
    """Yield one row, better with every run."""
    rounds = CHOSEN.rounds(usual=30)
    for samples in interleaved("noise", {"loop": _work}, rounds):
        title = "An empty loop of ten million steps"
        yield row("noise", samples["loop"], title=title, unit="s")


def _work() -> float:
    began = time.perf_counter()
    for _ in range(STEPS):
        pass
    return time.perf_counter() - began
