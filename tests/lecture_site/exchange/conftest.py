from pathlib import Path

import pytest

from lecture_site.exchange import results
from one_listing import Checkout, entries


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(results.VARIABLE, str(tmp_path / "shared"))
    return tmp_path / "shared"


@pytest.fixture
def first(tmp_path: Path, folder: Path) -> Checkout:
    """A checkout that has recorded its result and let others have it."""
    checkout = Checkout(tmp_path / "first")
    checkout.make(record=True)
    assert checkout.ran.exists()
    assert entries(folder)
    return checkout


@pytest.fixture
def second(first: Checkout, tmp_path: Path) -> Checkout:
    """Another checkout of the same, in which nothing was made yet."""
    checkout = Checkout(tmp_path / "elsewhere" / "second")
    for path in (first.project.seals, first.project.root / "kept.out"):
        (checkout.project.root / path.name).write_bytes(path.read_bytes())
    return checkout
