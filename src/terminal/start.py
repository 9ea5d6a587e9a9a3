"""How a terminal starts a command; needs nothing that may be missing."""

from __future__ import annotations

import os
import sys
from importlib import import_module


def start(name: str, module: str, package: str) -> None:
    """Run a command and exit; without its packages, say which is missing.

    Parameters
    ----------
    name : str
        What the command is called.
    module : str
        Where its `app` is.
    package : str
        What pip installs for it.
    """
    try:
        app = import_module(module).app
    except ModuleNotFoundError as missing:
        sys.exit(f"{name} needs {missing.name}; pip install '{package}'")
    except KeyboardInterrupt:
        sys.exit(130)
    show_every_sign()
    try:
        app(prog_name=name)
    finally:
        print_all(name)


def print_all(name: str) -> None:
    """Print what waits to be printed, or say in one line why it cannot be.

    Python itself would try at its very end, and tell of it in three lines.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            sys.exit(1)  # whoever read has seen enough
        sys.exit(
            f"error: {name}: nothing more can be printed: {error.strerror}"
        )


def show_every_sign() -> None:
    """Write a sign that the terminal lacks as its number, and go on."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
