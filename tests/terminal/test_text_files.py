"""What bytes mean is decided once, and what is no text is said in a line."""

import hashlib
import os
import pickle
import sys
from pathlib import Path

import pytest

from terminal.errors import FileProblemError
from terminal.text_files import (
    decode,
    read_bytes,
    read_start,
    read_text,
    sha256_of,
)

NAME = Path("notes.md")
WRITTEN = "Überblick\n∇ of é\n"


@pytest.mark.parametrize(
    "data",
    [
        WRITTEN.encode(),
        WRITTEN.encode("utf-8-sig"),
        WRITTEN.replace("\n", "\r\n").encode(),
        WRITTEN.replace("\n", "\r").encode(),
        WRITTEN.replace("\n", "\r\n").encode("utf-8-sig"),
        WRITTEN.encode("utf-16"),
        b"\xfe\xff" + WRITTEN.encode("utf-16-be"),
    ],
)
def test_a_text_is_the_same_however_it_was_saved(data: bytes) -> None:
    assert decode(data, NAME) == WRITTEN


def test_nothing_is_a_text_too() -> None:
    assert decode(b"", NAME) == decode(b"\xef\xbb\xbf", NAME) == ""


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (
            "a\n\ncaf\xe9\n".encode("latin-1"),
            3,
            "not UTF-8: byte 7 is 0xe9; save it as UTF-8",
        ),
        (
            "a\r\rcaf\xe9\r".encode("latin-1"),
            3,
            "not UTF-8: byte 7 is 0xe9; save it as UTF-8",
        ),
        ("a\r\n“b”".encode("cp1252"), 2, "not UTF-8: byte 4 is 0x93"),
        (b"\x89PNG\r\n\x1a\n\0\0", 1, "not UTF-8: byte 1 is 0x89"),
        ("é\n".encode("utf-16-le"), 1, "not UTF-8: byte 1 is 0xe9"),
        ("ab\n".encode("utf-16-le"), 1, "no text: it holds 0x00"),
        (b"a\nb\r\nc\0", 3, "no text: it holds 0x00; save it as UTF-8"),
        ("a".encode("utf-32"), 1, "no text: it holds 0x00"),
        (b"\xff\xfea", 1, "not UTF-16: byte 3 is 0x61"),
        (b"ok\n\xed\xa0\x80", 2, "not UTF-8: byte 4 is 0xed"),
        (b"\xc0\xaf", 1, "not UTF-8: byte 1 is 0xc0"),
        (b"cut off \xe2\x88", 1, "not UTF-8: byte 9 is 0xe2"),
    ],
)
def test_what_is_no_text_is_told_with_its_line(
    data: bytes, line: int, said: str
) -> None:
    with pytest.raises(FileProblemError) as caught:
        decode(data, NAME)
    assert f"notes.md:{line}: is {said}" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.line == line


def test_utf16_is_refused_where_others_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(WRITTEN.encode("utf-16"))
    assert read_text(path) == WRITTEN
    with pytest.raises(FileProblemError, match="is UTF-16; save it as UTF-8"):
        read_text(path, utf_16=False)


def test_a_file_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(FileProblemError, match="has 100 MB, and 10 is the"):
        read_text(path)
    with pytest.raises(FileProblemError, match="has 100 MB, and 50 is the"):
        read_bytes(path)


def test_a_complaint_comes_through_from_another_process() -> None:
    told = pickle.loads(pickle.dumps(FileProblemError(NAME, "is none", 7)))
    assert (str(told), told.line) == ("notes.md:7: is none", 7)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    for path, said in ((tmp_path, "folder"), (tmp_path / "no.md", "exist")):
        with pytest.raises(FileProblemError, match=said):
            read_text(path)


def test_the_checksum_is_that_of_the_whole(tmp_path: Path) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(b"x" * 3_000_000)
    assert sha256_of(path) == hashlib.sha256(b"x" * 3_000_000).hexdigest()
    assert read_start(path, 5) == b"xxxxx"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("x" * 300, "cannot be read: "),
        ("a\0b", "is no name of a file"),
        ("absent", "does not exist"),
    ],
)
def test_a_name_that_cannot_be_is_told(
    name: str, said: str, tmp_path: Path
) -> None:
    for read in (read_bytes, read_start, sha256_of):
        with pytest.raises(FileProblemError, match=said):
            read(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32", reason="no such files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(FileProblemError, match="a pipe or a device"):
        read_bytes(path)


def test_more_than_is_read_is_refused_before_it_is_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"x" * 2_000_001)
    assert len(read_bytes(path, 2_000_001)) == 2_000_001
    with pytest.raises(FileProblemError, match="has 2 MB, and 2 is the most"):
        read_bytes(path, 2_000_000)
