"""What a program printed, held against what its listing has recorded."""

from __future__ import annotations

from agreement.texts import compare
from agreement.tolerance import ToleranceError, stated_in
from lecture_live.result import Agreement


def agreement_with(recorded: str, printed: str, code: str) -> Agreement:
    """Return how a new output compares with the recorded one.

    Parameters
    ----------
    recorded, printed : str
        What the listing printed when it was recorded, and now.
    code : str
        The program, which may state a tolerance:
        ``# Agrees within 2 %: reason``.
    """
    try:
        difference = compare(recorded, printed, stated_in(code))
    except ToleranceError as error:  # a reader may have edited that line
        return Agreement("differs", f"The tolerance cannot be used: {error}")
    if difference.verdict == "same":
        return Agreement("as recorded", "")
    return Agreement(difference.verdict, difference.note)
