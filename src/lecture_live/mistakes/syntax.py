"""Programs that Python cannot read."""

from __future__ import annotations

from lecture_live.mistakes.mistake import Raised


def colon_missing(raised: Raised) -> str | None:
    """Explain a line that ends without its colon."""
    if not isinstance(raised.error, SyntaxError):
        return None
    if "expected ':'" not in raised.error.msg:
        return None
    return (
        "A colon is missing: lines with `if`, `for`, `while`, `def`, "
        "`class`, `else` end in one."
    )


def indentation(raised: Raised) -> str | None:
    """Explain spaces at the beginning of a line."""
    if isinstance(raised.error, TabError):
        return "Tabs and spaces are mixed: indent with four spaces only."
    if not isinstance(raised.error, IndentationError):
        return None
    if "expected an indented block" in raised.error.msg:
        return "The line after a colon is indented, by four spaces."
    return (
        "The line begins at another column than its block: lines of a block "
        "are indented by the same number of spaces."
    )


def not_closed(raised: Raised) -> str | None:
    """Explain a bracket or a text that has no end."""
    if not isinstance(raised.error, SyntaxError):
        return None
    said = raised.error.msg
    if "was never closed" in said:
        return "A bracket is opened here and never closed."
    if "unterminated" in said or "EOL while scanning" in said:
        return "A text begins here and its closing quote is missing."
    if "cannot assign to" in said or "Maybe you meant '=='" in said:
        return "`=` gives a value to a name; `==` compares two values."
    return None
