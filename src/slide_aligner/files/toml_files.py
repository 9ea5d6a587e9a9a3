"""TOML that a person writes: small, and read in one step."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from terminal.errors import FileProblemError
from terminal.text_files import read_text

_MOST_BYTES = 1_000_000  # a key of many dots takes the square of its length


def read_toml(path: Path) -> dict[str, Any]:
    """Read a file of TOML.

    Raises
    ------
    FileProblemError
        If it cannot be read or is no TOML.
    """
    text = read_text(path, _MOST_BYTES)
    try:
        return tomllib.loads(text)
    except RecursionError:
        what = "too many brackets in brackets"
    except ValueError as error:  # also a number of thousands of digits
        what = str(error)
    raise FileProblemError(path, f"is not TOML: {what}")
