"""The command `lecture`, as the terminal starts it."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command and exit."""
    try:
        from lecture_command.commands.app import app
    except KeyboardInterrupt:
        sys.exit(130)
    for stream in (sys.stdout, sys.stderr):
        # A sign that the terminal cannot show must not end the program.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    app(prog_name="lecture")


if __name__ == "__main__":
    run()
