"""How a terminal starts a command; needs nothing that may be missing."""

from __future__ import annotations

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
    app(prog_name=name)


def show_every_sign() -> None:
    """Write a sign that the terminal lacks as its number, and go on."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
