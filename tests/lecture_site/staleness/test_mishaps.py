"""A build that is interrupted, doubled, damaged or out of space loses nothing.

After each of them an ordinary build gives the right site, and until then the
last good one stands.
"""

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from changing_site import (
    CHANGES,
    apply,
    build,
    make_changing_site,
    noted,
    shown,
    started,
)

LISTING = CHANGES[0]
LONGEST = 120  # seconds, for what takes two or three

# Writes nothing more after so many writes, and half of the last one.
FULL_DISK = """
import builtins, errno, io
real, left = io.open, [{after}]

class Full(io.RawIOBase):
    def __init__(self, inner): self.inner = inner
    def writable(self): return True
    def write(self, data):
        half = data[:len(data) // 2]
        self.inner.write(half)
        self.inner.flush()
        raise OSError(errno.ENOSPC, "No space left on device")

def open_(file, mode="r", *args, **kwargs):
    opened = real(file, mode, *args, **kwargs)
    if not set(mode) & set("wax+") or "{root}" not in str(file):
        return opened
    left[0] -= 1
    return opened if left[0] >= 0 else Full(opened)

io.open = builtins.open = open_
"""


@pytest.fixture(scope="module")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("mishaps") / "site"
    make_changing_site(root)
    done = build(root, "--record")
    assert done.returncode == 0, done.stdout
    noted(root)
    return root


@pytest.fixture
def site(_built: Path, tmp_path: Path) -> Path:
    """Return a site that was built, and in which a listing has changed."""
    root = Path(shutil.copytree(_built, tmp_path / "site"))
    apply(LISTING, root)
    return root


def assert_well(root: Path) -> None:
    """Check that an ordinary build gives the right site, all of it whole."""
    done = build(root, "--record")
    assert done.returncode == 0, done.stdout
    assert LISTING.shown in shown(root)
    noted(root)
    done = build(root)
    assert done.returncode == 0, done.stdout
    assert noted(root) == []


def until(true: Callable[[], object]) -> None:
    ends = time.monotonic() + LONGEST
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.01)


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("at", ["notes.txt", ".cache/new_site"])
def test_an_interrupted_build_leaves_the_last_site_and_no_lie(
    site: Path, at: str, kind: signal.Signals
) -> None:
    before = shown(site)
    running = started(site, "--record")
    until((site / at).exists)
    os.killpg(running.pid, kind)
    running.communicate(timeout=LONGEST)
    assert running.returncode
    assert shown(site) == before
    assert_well(site)


def test_two_builds_at_once_wait_for_each_other(site: Path) -> None:
    both = [started(site, "--record") for _ in range(2)]
    said = [running.communicate(timeout=LONGEST)[0] for running in both]
    assert [running.returncode for running in both] == [0, 0], said
    assert sum("another build" in text for text in said) == 1
    assert LISTING.shown in shown(site)
    assert noted(site) == sorted(LISTING.again)
    assert_well(site)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:0],
        lambda text: text[: len(text) // 2],
        lambda text: bytes(255 - byte for byte in text),
    ],
    ids=["emptied", "half-written", "garbled"],
)
def test_a_damaged_cache_is_made_anew(
    site: Path, damage: Callable[[bytes], bytes]
) -> None:
    kept = [p for p in (site / ".cache").rglob("*") if p.is_file()]
    kept = [p for p in kept if (site / ".cache/draft") not in p.parents]
    assert kept
    for path in kept:
        path.write_bytes(damage(path.read_bytes()))
    assert_well(site)


def test_no_file_of_the_cache_is_needed(site: Path) -> None:
    shutil.rmtree(site / ".cache")
    assert_well(site)


@pytest.mark.parametrize("after", [0, 1, 2, 3, 5, 8, 13, 21, 34])
def test_a_full_disk_is_told_and_loses_nothing(site: Path, after: int) -> None:
    before = shown(site)
    full = FULL_DISK.format(after=after, root=site)
    done = build(site, "--record", before=full)
    assert done.returncode != 0
    assert "No space left on device" in done.stdout
    assert shown(site) == before
    assert_well(site)


def test_what_was_recorded_survives_a_disk_that_fills_up(site: Path) -> None:
    recorded = [site / "measured.json", site / "recorded.json"]
    recorded += [*site.glob("snippets/page/*.out")]
    before = {path: path.read_bytes() for path in recorded}
    full = FULL_DISK.format(after=0, root=site)
    assert build(site, "--record", before=full).returncode != 0
    now = {path: path.read_bytes() for path in recorded}
    assert now == before
