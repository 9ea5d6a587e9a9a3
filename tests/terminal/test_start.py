"""A command ends in one line where its output has no place."""

import io
import os
import subprocess
import sys
import types
from pathlib import Path
from typing import IO

import pytest

from terminal.start import start

PROGRAM = """
import sys, types
module = types.ModuleType("program")
module.app = lambda prog_name: print("a result")
sys.modules["program"] = module
from terminal.start import start
start("tried", "program", "package")
"""
# What is printed waits until there is enough of it, as for a file.
WAITING = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
LATE = "sys.stdin.read() or print("


@pytest.mark.skipif(sys.platform != "linux", reason="no such device")
def test_a_full_disk_behind_the_output_is_one_line() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=WAITING,
        )
    assert done.returncode == 1
    assert done.stderr == (
        "error: tried: nothing more can be printed: No space left on device\n"
    )


def test_what_is_printed_arrives() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("a result\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="other errors there")
def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM.replace("print(", LATE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=WAITING,
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    with process:
        process.stdout.close()
        process.stdin.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1


class Full(io.StringIO):
    """An output that cannot be written, over a file that can."""

    def __init__(self, error: OSError, below: IO[str]) -> None:
        super().__init__()
        self.error, self.below = error, below

    def flush(self) -> None:
        raise self.error

    def fileno(self) -> int:
        return self.below.fileno()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BrokenPipeError(), 1),
        (
            OSError(28, "no space"),
            "error: tried: nothing more can be printed: no space",
        ),
    ],
)
def test_an_output_that_fails_is_told_once(
    error: OSError,
    code: object,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    app = types.ModuleType("program")
    app.app = lambda **_: None  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "program", app)
    monkeypatch.setattr("terminal.start.show_every_sign", lambda: None)
    with (tmp_path / "below").open("w", encoding="utf-8") as below:
        monkeypatch.setattr(sys, "stdout", Full(error, below))
        with pytest.raises(SystemExit) as ended:
            start("tried", "program", "package")
        monkeypatch.undo()
    assert ended.value.code == code
