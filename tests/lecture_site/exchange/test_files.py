"""Files that take long to make are made by one machine for all."""

import json
from pathlib import Path

import pytest

from lecture_site.exchange import results
from lecture_site.exchange.entry import Wanted, packed
from lecture_site.exchange.files import taken_or_made

WANTED = Wanted("slides light", "0123")
FILES = [b"RIFF\x00", b"", bytes(range(256))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(results.VARIABLE, str(tmp_path))
    return tmp_path


def never() -> list[bytes]:
    raise AssertionError("made again")


@pytest.mark.usefixtures("folder")
def test_files_come_back_as_they_were() -> None:
    assert taken_or_made(WANTED, 3, lambda: FILES) == FILES
    assert taken_or_made(WANTED, 3, never) == FILES


@pytest.mark.usefixtures("folder")
def test_files_of_other_sources_are_made() -> None:
    taken_or_made(WANTED, 3, lambda: FILES)
    other = Wanted(WANTED.name, "4567")
    assert taken_or_made(other, 1, lambda: [b"new"]) == [b"new"]


def test_without_shared_results_files_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(results.VARIABLE, raising=False)
    assert taken_or_made(WANTED, 3, lambda: FILES) == FILES


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "7", '["a"]', "[1, 2, 3]", '["AA==", "AA=="]']
)
def test_what_holds_other_files_is_told_and_made(
    folder: Path, text: str
) -> None:
    path = folder / WANTED.key[:2] / f"{WANTED.key}.json"
    path.parent.mkdir()
    path.write_bytes(packed(WANTED, text))
    assert taken_or_made(WANTED, 3, lambda: FILES) == FILES
    assert taken_or_made(WANTED, 3, never) == FILES
    assert len(json.loads(path.read_bytes())["text"]) > len(text)
