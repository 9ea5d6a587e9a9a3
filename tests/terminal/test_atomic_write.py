"""A file is the old one or the new one, and nothing else is touched."""

import os
import sys
from pathlib import Path

import pytest

from terminal.atomic_write import write_whole
from terminal.errors import FileProblemError


def test_a_folder_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match="it is a folder"):
        write_whole(tmp_path, b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such files")
def test_a_device_keeps_its_name(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    link = tmp_path / "link"
    link.symlink_to(pipe)
    for path in (pipe, link):
        with pytest.raises(FileProblemError, match="it is a device"):
            write_whole(path, b"x")
    assert pipe.is_fifo()


def test_a_name_too_long_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match="cannot be written"):
        write_whole(tmp_path / ("x" * 300), b"x")
