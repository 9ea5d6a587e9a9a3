"""When a slide is shown, when a person is asked, and when nothing is done."""

from __future__ import annotations

INSERT_FROM = 0.87
REVIEW_FROM = 0.25


def decide(confidence: float) -> str:
    """Return "insert", "review" or "skip" for a confidence from 0 to 1."""
    if confidence >= INSERT_FROM:
        return "insert"
    return "review" if confidence >= REVIEW_FROM else "skip"
