"""What is written is whole, or what was there stays."""

import errno
import io
import os
import threading
from pathlib import Path

import pytest
from rich.console import Console

from lecture_site.basics.one_at_a_time import alone_in
from lecture_site.basics.project import Project
from lecture_site.basics.targets import EntryTarget, FileTarget
from lecture_site.basics.whole_files import keep, kept


def fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def half(path: Path, data: bytes) -> int:
        write(path, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)


def test_a_disk_that_fills_up_leaves_the_last_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = FileTarget(tmp_path / "listing.out")
    target.write("the last result")
    fill_the_disk(monkeypatch)
    with pytest.raises(OSError, match="No space left"):
        target.write("the next result")
    assert target.read() == "the last result"
    assert [path.name for path in tmp_path.iterdir()] == ["listing.out"]


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7 hal", b"%PDF-1.7 wholE"])
def test_what_is_no_longer_whole_is_not_taken(
    tmp_path: Path, damage: bytes
) -> None:
    path = tmp_path / "printed" / "book.pdf"
    assert kept(path) is None
    keep(path, b"%PDF-1.7 whole")
    assert kept(path) == b"%PDF-1.7 whole"
    path.write_bytes(damage)
    assert kept(path) is None


def test_entries_written_within_one_tick_of_the_clock_all_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time of a file moves in steps of milliseconds."""
    replace = Path.replace
    path = tmp_path / "measured.json"

    def at_the_same_time(new: Path, target: Path) -> Path:
        os.utime(new, ns=(10**18, 10**18))
        return replace(new, target)

    monkeypatch.setattr(Path, "replace", at_the_same_time)
    for key in ("a", "b", "c"):
        target = EntryTarget(path, key)
        target.write(f'"{key}"')
        assert target.read() == f'"{key}"'
    assert EntryTarget(path, "a").read() == '"a"'


def test_who_comes_second_waits_and_is_told(tmp_path: Path) -> None:
    project, said, order = Project(tmp_path), io.StringIO(), []

    def second() -> None:
        with alone_in(project, Console(file=said)):
            order.append("second")

    with alone_in(project, Console(file=said)):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(timeout=0.5)
        assert waiting.is_alive()
        order.append("first")
    waiting.join(timeout=60)
    assert order == ["first", "second"]
    assert said.getvalue().count("another build is running") == 1
