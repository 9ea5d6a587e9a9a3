"""What fuzzing has found stays found: every kept input, in every run."""

import importlib
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent / "corpus"
KEPT = sorted(path for path in CORPUS.rglob("*") if path.is_file())
TARGETS = sorted(folder.name for folder in CORPUS.iterdir())


@pytest.mark.parametrize(
    "path", KEPT, ids=lambda path: path.relative_to(CORPUS).as_posix()
)
def test_a_kept_input_breaks_nothing(path: Path) -> None:
    target = importlib.import_module(f"fuzz.{path.parent.name}")
    target.one_input(path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_no_bytes_at_all(name: str) -> None:
    importlib.import_module(f"fuzz.{name}").one_input(b"")


def test_the_corpus_stays_small() -> None:
    assert len(KEPT) > 30
    assert sum(path.stat().st_size for path in KEPT) < 200_000
