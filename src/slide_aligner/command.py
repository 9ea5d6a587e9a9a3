"""The command `align-slides`, as the terminal starts it."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command and exit; without its packages, say which is missing."""
    try:
        from slide_aligner.commands.app import app
    except ModuleNotFoundError as missing:
        sys.exit(
            f"align-slides needs {missing.name}; "
            "pip install 'lecture-code[slides]'"
        )
    except KeyboardInterrupt:
        sys.exit(130)
    for stream in (sys.stdout, sys.stderr):
        # A name that the terminal cannot show must not end the program.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    app(prog_name="align-slides")


if __name__ == "__main__":
    run()
