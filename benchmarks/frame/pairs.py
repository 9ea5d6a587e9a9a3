"""Runs of several contestants turn by turn, so that all see one machine.

A machine is slower in one minute than in the next. So all run once in each
round, and whoever began one round ends the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from frame.log import say

Run = Callable[[], float]
Samples = dict[str, list[float]]


def interleaved(
    name: str, contestants: Mapping[str, Run], rounds: int
) -> Iterator[Samples]:
    """Let every contestant run once a round.

    Parameters
    ----------
    name : str
        What is compared, for the log.
    contestants : mapping of str to callable
        Each runs once and returns what was measured.
    rounds : int
        How often each of them runs.

    Yields
    ------
    dict
        After each round, all that each has measured, oldest first.
    """
    samples: Samples = {contestant: [] for contestant in contestants}
    order = list(contestants)
    for number in range(rounds):
        for contestant in order:
            measured = contestants[contestant]()
            turn = f"{name}, {number + 1} of {rounds}"
            say(f"{turn}: {contestant} {measured:.4g}")
            samples[contestant].append(measured)
        order = [*order[1:], order[0]]
        yield {key: list(values) for key, values in samples.items()}
