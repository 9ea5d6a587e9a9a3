"""The command `align-slides`, as the terminal starts it."""

from __future__ import annotations

from functools import partial

from terminal.start import start

run = partial(
    start, "align-slides", "slide_aligner.commands.app", "lecture-code[slides]"
)

if __name__ == "__main__":
    run()
