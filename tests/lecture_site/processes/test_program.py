"""What a listing prints is what a terminal shows, however it is printed."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from lecture_command.processes import Processes
from lecture_site.processes import program
from lecture_site.processes.program import ProgramError, run_program

WAYS = {
    "print": "print(1, 'ä', sep=';')",
    "write": "import sys; sys.stdout.write('no end of line')",
    "first stream": "import sys; sys.__stdout__.write('a\\n'); print('b')",
    "bytes": "import sys; sys.stdout.buffer.write(b'bytes\\n'); print('text')",
    "descriptor": "import os; print('a'); os.write(1, b'b\\n'); print('c')",
    "child": (
        "import subprocess, sys\nprint('parent')\n"
        "subprocess.run([sys.executable, '-c', 'print(2)'], check=True)\n"
        "print('parent again')"
    ),
    "program that nobody waits for": (
        "import subprocess, sys\n"
        "late = 'import time; time.sleep(0.3); print(2)'\n"
        "subprocess.Popen([sys.executable, '-c', late]); print('early')"
    ),
    "shell": "import os; print('a'); os.system('echo b'); print('c')",
    "thread": (
        "import threading, time\n"
        "def late():\n    time.sleep(0.2); print('late')\n"
        "threading.Thread(target=late).start(); print('early')"
    ),
    "at the end": "import atexit; atexit.register(print, 'last'); print('a')",
    "twice at the end": (
        "import atexit\n"
        "atexit.register(print, 'second')\natexit.register(print, 'first')"
    ),
    "decorated at the end": (
        "import atexit\n@atexit.register\ndef end():\n    print('end')"
    ),
    "exit": "import sys; print('a'); sys.exit()",
    "exit zero": "import sys; print('a'); sys.exit(0)",
    "redirected": (
        "import contextlib, io\nheard = io.StringIO()\n"
        "with contextlib.redirect_stdout(heard):\n    print('a')\n"
        "print(heard.getvalue().upper())"
    ),
    "errors apart": "import sys; print('e', file=sys.stderr); print('o')",
    "own name": "print(__name__, __file__.endswith('listing.py'))",
    "empty": "",
    "blank lines": "print('\\n\\n a \\n\\n')",
}


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    return tmp_path / "listing.py"


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_print_is_caught_as_in_a_terminal(
    way: str, listing: Path
) -> None:
    listing.write_text(WAYS[way], encoding="utf-8")
    shown = Processes().run([str(listing)], 60)
    assert shown.code == 0
    assert in_a_process(listing) == shown.printed


def in_a_process(listing: Path) -> str:
    """Run it as the build does: in a process that runs nothing else."""
    code = (
        "import sys\n"
        "from lecture_site.processes.program import run_program\n"
        "sys.stderr.write('\\0' + run_program(sys.argv[1]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, listing],
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    return done.stderr.decode().rpartition("\0")[2]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import sys; sys.exit(3)", "exit code 3"),
        ("import sys; sys.exit('no data')", "a message: no data"),
        ("raise SystemExit(True)", "exit code"),
    ],
)
def test_a_program_that_ends_badly_says_how(
    code: str, told: str, listing: Path
) -> None:
    listing.write_text(code, encoding="utf-8")
    with pytest.raises(ProgramError, match=told):
        run_program(str(listing))


def test_an_error_is_the_programs_own(listing: Path) -> None:
    listing.write_text("print(1)\n1 / 0\n", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        run_program(str(listing))


def test_nobody_waits_for_threads_of_others(listing: Path) -> None:
    listing.write_text("print('done')", encoding="utf-8")
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        assert run_program(str(listing)) == "done\n"
        assert other.is_alive()
    finally:
        over.set()
        other.join()


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        (
            "import atexit\natexit.register(print, 'end')\n"
            "atexit.unregister(print)\nprint('begin')\n",
            "begin\n",
        ),
        (
            "import atexit\n"
            "def more():\n    atexit.register(print, 'last')\n"
            "atexit.register(more)\nprint('begin')\n",
            "begin\n",
        ),
        (
            "class Thing:\n"
            "    def __del__(self):\n        print('deleted')\n"
            "thing = Thing()\nprint('begin')\n",
            "begin\ndeleted\n",
        ),
        (
            "import multiprocessing, os, time\n"
            "def late():\n    time.sleep(0.2)\n    os.write(1, b'late\\n')\n"
            "forked = multiprocessing.get_context('fork')\n"
            "forked.Process(target=late).start()\nprint('begin')\n",
            "begin\nlate\n",
        ),
    ],
    ids=[
        "taken back",
        "registered at the end",
        "deleted at the end",
        "by a process that nobody waits for",
    ],
)
def test_what_is_printed_at_the_end_is_what_python_prints(
    listing: Path, code: str, printed: str
) -> None:
    listing.write_text(code, encoding="utf-8")
    alone = [sys.executable, listing]
    assert subprocess.check_output(alone, encoding="utf-8") == printed
    assert run_program(str(listing)) == printed


def test_afterwards_the_process_prints_as_before(
    listing: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    listing.write_text("print('inside')", encoding="utf-8")
    assert run_program(str(listing)) == "inside\n"
    print("outside")
    assert capfd.readouterr().out == "outside\n"


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such limit")
def test_what_prints_without_an_end_is_ended(
    listing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(program.MOST, "RLIMIT_FSIZE", 10_000)
    listing.write_text(
        "while True:\n    print('again and again')\n", encoding="utf-8"
    )
    with pytest.raises(OSError, match="File too large"):
        run_program(str(listing))


@pytest.mark.skipif(
    sys.platform != "linux", reason="others do not count memory so"
)
@pytest.mark.parametrize(
    "code",
    [
        "bytearray(6_000_000_000)",
        "kept = []\nwhile True:\n    kept.append(bytes(100_000_000))\n",
        "import numpy as np; np.ones(1_000_000_000)",
    ],
)
def test_what_fills_the_memory_is_ended(listing: Path, code: str) -> None:
    listing.write_text(code, encoding="utf-8")
    with pytest.raises(MemoryError):
        run_program(str(listing))
    listing.write_text("print(len(bytes(100_000_000)))", encoding="utf-8")
    assert run_program(str(listing)) == "100000000\n"
