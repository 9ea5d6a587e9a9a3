"""How the process that draws ends; read without Matplotlib."""

NOTHING_TO_DRAW = 3
NO_WINDOW = 4
