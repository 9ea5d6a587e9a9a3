"""The command `lecture`, as the terminal starts it."""

from __future__ import annotations

from functools import partial

from terminal.start import start

run = partial(start, "lecture", "lecture_command.commands.app", "lecture-code")

if __name__ == "__main__":
    run()
