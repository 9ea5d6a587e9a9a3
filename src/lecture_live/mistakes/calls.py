"""Calls: of what cannot be called, or with the wrong arguments."""

from __future__ import annotations

import re

from lecture_live.mistakes.mistake import Raised

_CALLED = re.compile(r"'(?:numpy\.)?(\w+)' object is not callable")
_MISSING = re.compile(
    r"([\w.<>]+)\(\) missing \d+ required (?:positional|keyword-only) "
    r"arguments?: (.*)"
)
_UNEXPECTED = re.compile(
    r"([\w.<>]+)\(\) got an unexpected keyword argument '(\w+)'"
)
_TOO_MANY = re.compile(
    r"([\w.<>]+)\(\) takes (?:from \d+ to )?(\d+) positional arguments? but "
    r"(\d+) (?:was|were) given"
)


def array_called(raised: Raised) -> str | None:
    """Explain round brackets after what is no function."""
    found = _CALLED.search(raised.text)
    if not found or not isinstance(raised.error, TypeError):
        return None
    if found[1] in {"ndarray", "list", "tuple", "dict"}:
        return (
            f"Round brackets call a function, and this is of type "
            f"{found[1]}: elements are in square brackets, as in `a[1]`."
        )
    return (
        f"This is of type {found[1]} and cannot be called: is a `*` missing "
        "before the bracket, or has a function's name been given a value?"
    )


def argument_missing(raised: Raised) -> str | None:
    """Explain a call with too few arguments."""
    found = _MISSING.search(raised.text)
    if not found or not isinstance(raised.error, TypeError):
        return None
    missing = found[2].replace("'", "`")
    return f"The call of `{_short(found[1])}` lacks {missing}."


def argument_unexpected(raised: Raised) -> str | None:
    """Explain a keyword that a function does not know."""
    found = _UNEXPECTED.search(raised.text)
    if not found or not isinstance(raised.error, TypeError):
        return None
    return f"`{_short(found[1])}` has no argument called `{found[2]}`."


def too_many_arguments(raised: Raised) -> str | None:
    """Explain a call with too many arguments."""
    found = _TOO_MANY.search(raised.text)
    if not found or not isinstance(raised.error, TypeError):
        return None
    return (
        f"`{_short(found[1])}` takes at most {found[2]} arguments by "
        f"position, and {found[3]} are given; a method counts its object."
    )


def _short(name: str) -> str:
    """Return the name of a function as it is called."""
    short = name.removesuffix(".__init__")
    return short.rpartition("<locals>.")[2]
