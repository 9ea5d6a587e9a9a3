"""Files that are there whole or not at all, whatever ends the writing."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, or leave the last one as it is; never half of one.

    Until it is whole it lies beside under a name that begins with a dot,
    which neither git nor MkDocs takes.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.write_bytes(data)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def keep(path: Path, data: bytes) -> None:
    """Keep what can be made again, and beside it what tells it is whole."""
    write_whole(path, data)
    write_whole(_mark(path), _digest(data))


def kept(path: Path) -> bytes | None:
    """Return what was kept; None if it is not there or no longer whole."""
    try:
        data, mark = path.read_bytes(), _mark(path).read_bytes()
    except FileNotFoundError:
        return None
    return data if mark == _digest(data) else None


def _mark(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
