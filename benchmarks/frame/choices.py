"""What was chosen on the command line, for all benches."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Choices:
    """How thorough a bench is.

    Parameters
    ----------
    runs : int
        How often each contestant runs; 0 leaves it to the bench.
    quick : bool
        Whether a part will do, to try out a bench; nothing is kept.
    long : bool
        Whether to measure what takes an hour too.
    """

    runs: int = 0
    quick: bool = False
    long: bool = False

    def rounds(self, usual: int) -> int:
        """Return how often to run what usually runs so many times."""
        return self.runs or (1 if self.quick else usual)


CHOSEN = Choices()
