"""A row of the results: what was compared, and what came out."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any

Row = dict[str, Any]
RATIO, ABSOLUTE = "ratio", "absolute"


def row(
    name: str,
    ours: Sequence[float],
    peer: Sequence[float] = (),
    *,
    title: str,
    unit: str,
    peer_is: str = "",
    goal: float | None = None,
    goal_of: str = RATIO,
) -> Row:
    """Return a row: medians, their ratio, and every run that they are of.

    Parameters
    ----------
    name : str
        Unlike that of all other rows.
    ours, peer : sequence of float
        What was measured, in rounds; no peer, or one run a round.
    title : str
        What was measured, for a reader.
    unit : str
        Of what was measured; seconds are ``s``.
    peer_is : str
        What ours is compared with; empty if with nothing.
    goal : float, optional
        An upper bound; without one there is only a figure.
    goal_of : {"ratio", "absolute"}
        Whether the goal bounds the ratio, or ours in its unit.
    """
    theirs = median(peer) if peer else None
    return {
        "name": name,
        "ours": rounded(median(ours)),
        "peer": rounded(theirs),
        "ratio": rounded(median(ours) / theirs) if theirs else None,
        "goal": goal,
        "unit": unit,
        "runs": {
            "ours": list(map(rounded, ours)),
            "peer": list(map(rounded, peer)),
        },
        "title": title,
        "peer_is": peer_is,
        "goal_of": None if goal is None else goal_of,
    }


def rounded(number: float | None) -> float | None:
    """Return a number to four digits; more are noise."""
    return None if number is None else float(f"{number:.4g}")
