"""Loops of a page end: it may count so far in all, and no further."""

from __future__ import annotations

from collections.abc import Callable

from lecture_site.extensions.page_context import page_problem

LONGEST = 100_000  # more than a page could show


def range_of_pages(page_now: Callable[[], str]) -> Callable[..., range]:
    """Return a ``range`` for pages, of which each has so many numbers.

    Parameters
    ----------
    page_now : callable
        Returns the page that is rendered, as a path from the root.

    Returns
    -------
    callable
        As Python's ``range``; raises a ProblemError where a page, in all of
        its loops, has counted to too many.
    """
    counted: dict[str, int] = {}

    def counting(*limits: int) -> range:
        page, numbers = page_now(), range(*limits)
        counted[page] = counted.get(page, 0) + _length(numbers) + 1
        if counted[page] > LONGEST:
            counted[page] = 0  # for its next version
            raise page_problem(
                page,
                f"the loops of this page count to more than {LONGEST}",
                "let the page loop over less: a loop within a loop multiplies",
                "range(",
            )
        return numbers

    return counting


def _length(numbers: range) -> int:
    """Return how many there are, which ``len`` cannot tell of very many."""
    between = numbers.stop - numbers.start
    return max(0, -(-between // numbers.step))
