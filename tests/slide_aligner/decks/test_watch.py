"""A page that asks for more than there is ends the program in one line."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from slide_aligner.decks import watch
from slide_aligner.decks.read import read_deck
from small_pdfs import forms_in_forms

PROGRAM = """
import sys
from pathlib import Path
from slide_aligner.decks import watch
from slide_aligner.decks.read import read_deck
watch.MOST_BYTES, watch.MOST_SECONDS = int(sys.argv[2]), float(sys.argv[3])
read_deck(Path(sys.argv[1]))
"""


@pytest.mark.parametrize(
    ("n_bytes", "seconds", "said"),
    [
        ("300000000", "3000", "a page needs more than 0.3 GB to be read"),
        ("1" + "0" * 15, "0.2", "a page takes more than 0 seconds to be read"),
    ],
)
def test_two_kilobytes_that_ask_for_everything_are_given_up(
    n_bytes: str, seconds: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(forms_in_forms(8, 10))
    assert path.stat().st_size < 3000
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, path, n_bytes, seconds],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == f"error: {path}: {said}; export the deck again\n"


def test_forms_that_a_deck_has_are_read(tmp_path: Path) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(forms_in_forms(4, 3))
    assert read_deck(path).slides[0].text


@pytest.mark.parametrize(
    ("limit", "said"),
    [("MOST_BYTES", "needs more than"), ("MOST_SECONDS", "takes more than")],
)
def test_each_limit_is_told_and_the_program_ended(
    limit: str,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    codes: list[int] = []
    told = threading.Event()

    def ended(code: int) -> None:
        codes.append(code)
        told.set()

    monkeypatch.setattr(watch.os, "_exit", ended)
    monkeypatch.setattr(watch, limit, -1)
    with watch.watched(Path("two\nlines.pdf")):
        assert told.wait(60)
    assert codes[0] == 1
    line = capsys.readouterr().err.splitlines()[0]
    assert line.startswith("error: two\\nlines.pdf: a page ")
    assert said in line


def test_where_memory_cannot_be_told_time_is_watched_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert watch._memory() > 1_000_000
    monkeypatch.setattr(watch, "_RESOURCE", None)
    assert watch._memory() == 0
