"""A file is either the old one or the new one, never half of it."""

from __future__ import annotations

import os
from pathlib import Path

from slide_aligner.errors import FileProblemError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that an interruption leaves the old one.

    Parameters
    ----------
    path : Path
        The file; its folder must exist.
    data : bytes
        All that it shall hold.

    Raises
    ------
    FileProblemError
        If it cannot be written.
    """
    # In the same folder, since a file is replaced at once only on one disk.
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileProblemError(
            path, f"cannot be written: {reason}; choose another folder"
        ) from None
    finally:
        unfinished.unlink(missing_ok=True)
