"""What the bytes of a text mean: UTF-8, or a refusal that says where not.

A byte order mark is no part of the text, and every kind of line end is read
as a line feed.
"""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from terminal.errors import FileProblemError

MOST_BYTES = 50_000_000  # links of ten thousand sections have five millions
MOST_BYTES_OF_A_TEXT = 10_000_000  # no person writes one as long
MOST_BYTES_OF_A_DECK = 1_000_000_000
_BIG_BOMS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return what a file holds, or say in one line why it cannot be read.

    Parameters
    ----------
    path : Path
        The file.
    most : int
        How many bytes it may have.

    Raises
    ------
    FileProblemError
        If it is missing, a folder, a device, too large or not readable.
    """
    with opened(path, most) as file:
        return file.read()


def read_start(path: Path, size: int = 1024) -> bytes:
    """Return a file's first bytes, or say why it cannot be read."""
    with opened(path) as file:
        return file.read(size)


def sha256_of(path: Path) -> str:
    """Return the checksum of what a file holds, in hexadecimal."""
    with opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def opened(
    path: Path, most: int = MOST_BYTES_OF_A_DECK
) -> Iterator[BufferedReader]:
    """Open a file, or say in one line why it cannot be read.

    Raises
    ------
    FileProblemError
        If it is missing, a folder, a device, too large or not readable.
    """
    # None of these three raises an error, however odd the name.
    if os.path.isdir(path):  # noqa: PTH112
        raise FileProblemError(path, "is a folder; name the files in it")
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
        # What a pipe or a device gives may never end.
        raise FileProblemError(path, "is no file but a pipe or a device")
    try:
        with path.open("rb") as file:
            _refuse_large(path, os.fstat(file.fileno()).st_size, most)
            yield file
    except FileNotFoundError:
        raise FileProblemError(
            path, "does not exist; check the name"
        ) from None
    except PermissionError:
        raise FileProblemError(
            path, "may not be read; change its permissions"
        ) from None
    except ValueError:
        raise FileProblemError(path, "is no name of a file") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileProblemError(path, f"cannot be read: {reason}") from None


def _refuse_large(path: Path, size: int, most: int) -> None:
    if size > most:
        raise FileProblemError(
            path,
            f"has {size / 1e6:,.0f} MB, and {most / 1e6:,.0f} is the most "
            "that is read; is it the right file?",
        )


def read_text(
    path: Path, most: int = MOST_BYTES_OF_A_TEXT, *, utf_16: bool = True
) -> str:
    """Return a text file's content, without byte order mark.

    Parameters
    ----------
    path : Path
        The file.
    most : int
        How many bytes it may have.
    utf_16 : bool
        Whether UTF-16 is understood where a byte order mark announces it;
        not so what other programs read too, as Python and MkDocs do.

    Raises
    ------
    FileProblemError
        If it cannot be read, is in another encoding, or is too large.
    """
    return decode(read_bytes(path, most), path, utf_16=utf_16)


def decode(data: bytes, path: Path, *, utf_16: bool = True) -> str:
    """Decode a text file's bytes; `path` is for the message.

    Raises
    ------
    FileProblemError
        If they are not UTF-8, with the line and the byte, or hold what no
        text does.
    """
    encoding = _BIG_BOMS.get(data[:2], "utf-8-sig")
    if encoding == "utf-16" and not utf_16:
        raise FileProblemError(path, "is UTF-16; save it as UTF-8", 1)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_decoded(data, error, encoding, path) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        what = "is no text: it holds 0x00; save it as UTF-8"
        raise FileProblemError(path, what, line)
    return text


def _not_decoded(
    data: bytes, error: UnicodeDecodeError, encoding: str, path: Path
) -> FileProblemError:
    before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    return FileProblemError(
        path,
        f"is not {encoding.removesuffix('-sig').upper()}: "
        f"byte {error.start + 1} is 0x{data[error.start]:02x}; "
        "save it as UTF-8",
        line,
    )
