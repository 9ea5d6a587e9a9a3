"""How marks are told from each other: by colour, and without it."""

from collections.abc import Sequence

# A variable of the page's style sheet, and the colour without it.
INK = ("--figure-ink", "#1c2430")
MUTED = ("--figure-muted", "#64707f")
GRID = ("--figure-grid", "#d9dee5")
BLUE = ("--figure-blue", "#0b62a8")
ORANGE = ("--figure-orange", "#c04f00")
GREEN = ("--figure-green", "#0a7a55")
PURPLE = ("--figure-purple", "#8a3fa0")
RED = ("--figure-red", "#c2203a")

Colour = tuple[str, str]
_COLOURS: Sequence[Colour] = (BLUE, ORANGE, GREEN, PURPLE, RED)

# Lengths of dashes and of the gaps between them.
DASHES: Sequence[tuple[int, ...]] = (
    *((), (7, 3), (2, 2), (8, 3, 2, 3), (12, 3)),
    *((1, 4), (8, 2, 2, 2, 2, 2), (4, 6), (14, 3, 5, 3), (2, 2, 6, 2)),
)

# Each as Matplotlib calls it, and as a path from its middle.
MARKERS: Sequence[tuple[str, str]] = (
    ("o", "h0"),
    ("s", "m-2.2-2.2h4.4v4.4h-4.4z"),
    ("^", "m0-3l3 5h-6z"),
    ("x", "m-2-2l4 4m0-4l-4 4"),
    ("+", "m-3 0h6m-3-3v6"),
    ("D", "m0-3.4l3 3.4l-3 3.4l-3-3.4z"),
    ("v", "m0 3l3-5h-6z"),
    ("*", "m-2.5-2.5h5l-5 5h5z"),
    ("_", "m-3 0h6"),
    ("|", "m0-3v6"),
)


def colour_of(style: int) -> Colour:
    """Return the colour of a style; two styles may share one."""
    return _COLOURS[style % len(_COLOURS)]


def css(colour: Colour) -> str:
    """Return a colour as a style sheet has it, which follows the theme."""
    variable, light = colour
    return f"var({variable},{light})"
