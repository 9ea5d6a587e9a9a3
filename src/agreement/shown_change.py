"""Two texts as a message shows them, so that one sees where they part."""

from __future__ import annotations

import unicodedata
from itertools import zip_longest

LONGEST = 100  # characters that are shown whole
BEFORE = 20  # characters that are shown before the place


def change(old: object, new: object) -> str:
    """Return what was and what is, long texts around the place they part at.

    Texts that look alike, or hold what is not seen, are written with code
    points.

    Parameters
    ----------
    old, new : object
        Texts, or what is written as one.
    """
    before, now = str(old), str(new)
    is_seen = f"{before}{now}".isprintable() and _seen(before) != _seen(now)
    if not is_seen:
        before, now = ascii(old), ascii(new)
    if max(len(before), len(now)) <= LONGEST:
        return f"{before} → {now}"
    start = max(0, _parting(before, now) - BEFORE)
    return f"{_cut(before, start)} → {_cut(now, start)}"


def _parting(old: str, new: str) -> int:
    """Return the first place where two texts differ."""
    pairs = enumerate(zip_longest(old, new))
    return next((place for place, (a, b) in pairs if a != b), 0)


def _seen(text: str) -> str:
    """Return what a reader sees of a text: no controls, one kind of space."""
    letters = unicodedata.normalize("NFKC", text)
    kept = (c for c in letters if unicodedata.category(c)[0] != "C")
    return "".join(kept).rstrip()


def _cut(text: str, start: int) -> str:
    end = start + LONGEST
    left = "…" if start else ""
    return f"{left}{text[start:end]}{'…' if len(text) > end else ''}"
