"""A file on disk is the old one or the new one, never half of each."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

from terminal.errors import FileProblemError


def write_whole(path: Path, data: bytes) -> bool:
    """Replace a file's content in one step.

    A link is followed and permissions are kept. A file that already holds
    `data` is left alone.

    Parameters
    ----------
    path : Path
        The file; its folder is made if it is missing.
    data : bytes
        All that it shall hold.

    Returns
    -------
    bool
        Whether anything was written.

    Raises
    ------
    FileProblemError
        If the file or its folder cannot be written, or the path is that of a
        folder or a device.
    """
    target = Path(os.path.realpath(path))
    try:
        _refuse_other_than_files(target)
        if target.is_file() and target.read_bytes() == data:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        _refuse_protected(target)
        _replace(target, data)
    except OSError as error:
        raise FileProblemError(
            path, f"cannot be written: {error.strerror or error}"
        ) from None
    return True


def _refuse_other_than_files(target: Path) -> None:
    # A device would be replaced by a file of its name.
    if target.exists() and not target.is_file():
        what = "folder" if target.is_dir() else "device"
        raise OSError(0, f"it is a {what}")


def _refuse_protected(target: Path) -> None:
    # A rename asks for the folder's permission only, not for the file's.
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(0, "it is write-protected")


def _replace(target: Path, data: bytes) -> None:
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        part.write_bytes(data)
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
