"""What the bytes of a text mean: UTF-8, or a refusal that says where not.

A byte order mark is no part of the text, and every kind of line end is read
as a line feed.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from terminal.errors import FileProblemError

LARGEST = 10_000_000  # bytes; no person writes a text as long
_BIG_BOMS = {
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


class NoTextError(FileProblemError):
    """A file that is no text, and the line where that shows.

    Parameters
    ----------
    path : Path or str
        The file.
    what : str
        What is wrong with it, and what to do; no line break.
    line : int
        Counted from 1; 0 if there is none.
    """

    def __init__(self, path: Path | str, what: str, line: int) -> None:
        super().__init__(path, what)
        self.args = (path, what, line)  # so that it passes between processes
        self.line = line


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


def read_text(path: Path, *, utf_16: bool = True) -> str:
    """Return a text file's content, without byte order mark.

    Parameters
    ----------
    path : Path
        The file.
    utf_16 : bool
        Whether UTF-16 is understood where a byte order mark announces it;
        not so what other programs read too, as Python and MkDocs do.

    Raises
    ------
    FileProblemError
        If it cannot be read, is in another encoding, or is too large.
    """
    return decode(_read(path, LARGEST + 1), path, utf_16=utf_16)


def decode(data: bytes, path: Path, *, utf_16: bool = True) -> str:
    """Decode a text file's bytes; `path` is for the message.

    Raises
    ------
    NoTextError
        If they are not UTF-8, with the line and the byte, or hold what no
        text does.
    """
    if len(data) > LARGEST:
        most = f"{LARGEST // 1_000_000} MB"
        raise NoTextError(path, f"is longer than {most}; split it", 0)
    encoding = _BIG_BOMS.get(data[:2], "utf-8-sig")
    if encoding == "utf-16" and not utf_16:
        raise NoTextError(path, "is UTF-16; save it as UTF-8", 1)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_decoded(data, error, encoding, path) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        what = f"is no text: line {line} holds 0x00; save it as UTF-8"
        raise NoTextError(path, what, line)
    return text


def _not_decoded(
    data: bytes, error: UnicodeDecodeError, encoding: str, path: Path
) -> NoTextError:
    before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    return NoTextError(
        path,
        f"is not {encoding.removesuffix('-sig').upper()}: line {line}, "
        f"byte {error.start + 1} is 0x{data[error.start]:02x}; "
        "save it as UTF-8",
        line,
    )
