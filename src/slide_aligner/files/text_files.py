"""Text is UTF-8; a file that is not says where it stops being so."""

from __future__ import annotations

import codecs
from pathlib import Path

from terminal.errors import FileProblemError

_BIG_BOMS = {
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def read_bytes(path: Path) -> bytes:
    """Return what a file holds, or say in one line why it cannot be read.

    Raises
    ------
    FileProblemError
        If it is missing, a folder, or not readable.
    """
    return _read(path, -1)


def read_start(path: Path, size: int = 1024) -> bytes:
    """Return a file's first bytes, or say why it cannot be read."""
    return _read(path, size)


def _read(path: Path, size: int) -> bytes:
    if path.is_dir():
        raise FileProblemError(path, "is a folder; name the files in it")
    try:
        with path.open("rb") as file:
            return file.read(size)
    except FileNotFoundError:
        raise FileProblemError(
            path, "does not exist; check the name"
        ) from None
    except PermissionError:
        raise FileProblemError(
            path, "may not be read; change its permissions"
        ) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileProblemError(path, f"cannot be read: {reason}") from None


def read_text(path: Path) -> str:
    """Return a text file's content, without byte order mark.

    UTF-16 is understood where a byte order mark announces it.

    Raises
    ------
    FileProblemError
        If it cannot be read or is in another encoding.
    """
    return decode(read_bytes(path), path)


def decode(data: bytes, path: Path) -> str:
    """Decode a text file's bytes; `path` is for the message.

    Raises
    ------
    FileProblemError
        If they are not UTF-8, with the line and the byte.
    """
    encoding = _BIG_BOMS.get(data[:2], "utf-8-sig")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileProblemError(
            path,
            f"is not {encoding.removesuffix('-sig').upper()}: line {line}, "
            f"byte {error.start + 1} is 0x{data[error.start]:02x}; "
            "save it as UTF-8",
        ) from None
