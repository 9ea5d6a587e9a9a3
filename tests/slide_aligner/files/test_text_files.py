"""A file is read whole, or it is said in one line why not."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from slide_aligner.files.text_files import read_bytes, read_start, sha256_of
from slide_aligner.files.toml_files import read_toml
from terminal.errors import FileProblemError


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nonsense", "is not TOML: "),
        (f"x = {'[' * 50_000}", "too many brackets"),
        (f"x = {'9' * 10_000}", "is not TOML: "),
        ("x = 2000-99-99", "is not TOML: "),
        ("\0", "is not TOML: "),
        ("a" * 1_000_001, "is the most that is read"),
    ],
)
def test_toml_that_harms_is_one_line(
    text: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "course.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileProblemError, match=said) as caught:
        read_toml(path)
    assert "\n" not in str(caught.value)


def test_toml_is_read(tmp_path: Path) -> None:
    path = tmp_path / "course.toml"
    path.write_text("x = [1]\n", encoding="utf-8")
    assert read_toml(path) == {"x": [1]}
