"""A command ends in one line where its output has no place."""

import os
import subprocess
import sys

import pytest

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
