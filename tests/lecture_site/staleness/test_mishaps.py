"""A build that is interrupted, doubled, damaged or out of space loses nothing.

Until an ordinary build has given the right site, the last good one stands.
"""

import builtins
import errno
import io
import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from changing_site import CHANGES, apply, noted, shown, started
from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.build import build_draft

LISTING = CHANGES[0]
LONGEST = 300  # seconds, for what takes a few
FULL = "No space left on device"


@pytest.fixture
def changed(site: Path) -> Path:
    """Return a site of which a listing has changed since it was built."""
    apply(LISTING, site)
    return site


def problems(root: Path) -> list[Problem]:
    """Build a draft, and return what was wrong."""
    console = Console(quiet=True)
    return build_draft(Project(root), console, record=True)


def assert_well(root: Path) -> None:
    """Check that an ordinary build gives the right site, and needs no more."""
    assert problems(root) == []
    assert LISTING.shown in shown(root)
    noted(root)
    assert problems(root) == []
    assert noted(root) == []
    assert [*root.rglob(".*.new")] == []


def until(true: Callable[[], object]) -> None:
    ends = time.monotonic() + LONGEST
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.005)


@pytest.mark.parametrize(
    ("at", "kind"),
    [
        (".cache/notes.txt", signal.SIGINT),
        (".cache/new_draft", signal.SIGKILL),
    ],
    ids=["stopped while a listing runs", "killed while pages are written"],
)
def test_an_interrupted_build_leaves_the_last_site_and_no_lie(
    changed: Path, at: str, kind: signal.Signals
) -> None:
    before = shown(changed)
    building = started(changed)
    until((changed / at).exists)
    os.killpg(building.pid, kind)
    said, _ = building.communicate(timeout=LONGEST)
    assert building.returncode, said
    assert shown(changed) == before
    assert_well(changed)


def test_a_site_is_back_whose_replacement_was_interrupted(
    changed: Path,
) -> None:
    project = Project(changed)
    project.draft.rename(project.cache / "retired_draft")
    (changed / "docs/page.md").write_text("# Page\n\n{{ nothing }}\n", "utf-8")
    assert problems(changed)
    assert LISTING.was_shown in shown(changed)


def test_two_builds_at_once_wait_for_each_other(changed: Path) -> None:
    both = [started(changed), started(changed)]
    said = [building.communicate(timeout=LONGEST)[0] for building in both]
    assert [building.returncode for building in both] == [0, 0], said
    assert sum("another build is running" in text for text in said) == 1
    assert LISTING.shown in shown(changed)
    assert noted(changed) == sorted(LISTING.again)


def emptied(_: bytes) -> bytes:
    return b""


def half_written(data: bytes) -> bytes:
    return data[: len(data) // 2]


def garbled(data: bytes) -> bytes:
    return bytes(255 - byte for byte in data)


@pytest.mark.parametrize("damage", [emptied, half_written, garbled])
def test_a_damaged_cache_is_made_anew(
    changed: Path, damage: Callable[[bytes], bytes]
) -> None:
    draft = changed / ".cache" / "draft"
    files = (changed / ".cache").rglob("*.*")
    kept = [p for p in files if p.is_file() and draft not in p.parents]
    assert changed / ".cache/made.json" in kept
    for path in [*kept, changed / "docs/verified.json"]:
        path.write_bytes(damage(path.read_bytes()))
    assert_well(changed)


def test_no_file_of_the_cache_is_needed(changed: Path) -> None:
    shutil.rmtree(changed / ".cache")
    assert_well(changed)


@pytest.mark.parametrize("after", [0, 2, 4, 8, 16])
def test_a_full_disk_is_told_and_loses_nothing(
    changed: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shown(changed)
    recorded = {p: p.read_bytes() for p in changed.rglob("*.json")}
    with monkeypatch.context() as disk:
        fill(changed, after, disk)
        (problem,) = problems(changed)
    assert "no room on the disk" in problem.what
    assert shown(changed) == before
    for path, was in recorded.items():
        assert path.read_bytes().startswith(was[:1]), path
    assert_well(changed)


def fill(root: Path, after: int, disk: pytest.MonkeyPatch) -> None:
    """Let no file be written under a folder after so many were.

    Half of the first one that does not fit is written, as it is on a disk.
    """
    real, left = io.open, [after]

    def opened(file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        stream = real(file, mode, *args, **kwargs)
        if not set(mode) & set("wax+") or str(root) not in str(file):
            return stream
        left[0] -= 1
        return stream if left[0] >= 0 else _Half(stream)

    disk.setattr(io, "open", opened)
    disk.setattr(builtins, "open", opened)


class _Half:
    """A file of which only the first half of a text fits on the disk."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __enter__(self) -> "_Half":
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def write(self, data: Any) -> int:
        self._stream.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, FULL)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
