"""What agrees stays as it was recorded; what does not is told and kept."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.processes.isolated import Task
from lecture_site.products.making import bring_up_to_date
from lecture_site.products.product import Product

Bring = Callable[..., list[Problem]]


def printed(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "docs").mkdir()
    return Project(tmp_path)


@pytest.fixture
def bring(project: Project) -> Bring:
    """Return a function that makes a text again that this machine prints."""
    source = project.root / "source.txt"

    def bring(text: str, *, record: bool = False) -> list[Problem]:
        source.write_text(text, encoding="utf-8")
        product = Product(
            task=Task("listing source", printed, (str(source),)),
            source=source,
            target=FileTarget(project.root / "kept.out"),
            mentioned_as="source",
            again="cat source.txt",
        )
        console = Console(file=io.StringIO())
        return bring_up_to_date(
            [product], project, record=record, console=console
        )

    return bring


def kept(project: Project) -> str:
    return (project.root / "kept.out").read_text(encoding="utf-8")


def test_what_agrees_is_never_written_again(
    bring: Bring, project: Project
) -> None:
    assert bring("loss 0.25", record=True) == []
    before = (project.root / "kept.out").stat().st_mtime_ns
    for record in (False, True):
        assert bring("loss 0.26", record=record) == []
    assert kept(project) == "loss 0.25"
    assert (project.root / "kept.out").stat().st_mtime_ns == before


def test_what_moved_is_told_with_what_was_allowed(
    bring: Bring, project: Project
) -> None:
    bring("loss 0.25", record=True)
    (problem,) = bring("loss 0.35")
    assert "moved by 0.1, allowed 0.01" in problem.what
    assert kept(project) == "loss 0.25"


def test_recording_keeps_only_what_no_longer_agrees(
    bring: Bring, project: Project
) -> None:
    bring("loss 0.25", record=True)
    assert bring("loss 0.35", record=True) == []
    assert kept(project) == "loss 0.35"
    assert bring("loss 0.35") == []


def test_a_digit_changed_by_hand_is_told_although_it_would_agree(
    bring: Bring, project: Project
) -> None:
    bring("loss 0.25", record=True)
    (project.root / "kept.out").write_text("loss 0.26", encoding="utf-8")
    (problem,) = bring("loss 0.25")
    assert "was changed by hand" in problem.what
    assert "make record" in problem.remedy
    assert bring("loss 0.25", record=True) == []
    assert kept(project) == "loss 0.25"


def test_a_record_whose_seal_is_gone_is_told(
    bring: Bring, project: Project
) -> None:
    bring("loss 0.25", record=True)
    project.seals.write_text("{}", encoding="utf-8")
    (problem,) = bring("loss 0.25")
    assert "has no seal in recorded.json" in problem.what


def test_what_looks_like_markup_is_recorded_as_it_is(
    bring: Bring, project: Project
) -> None:
    bring("[/x] [bold] 3", record=True)
    assert bring("[/x] [loss] 4", record=True) == []
    assert kept(project) == "[/x] [loss] 4"


@pytest.mark.parametrize("damage", ["{", "<<<<<<< HEAD\n{}", "[]", ""])
def test_damaged_seals_are_told_with_their_file(
    bring: Bring, project: Project, damage: str
) -> None:
    bring("loss 0.25", record=True)
    project.seals.write_text(damage, encoding="utf-8")
    with pytest.raises(ProblemError, match=r"recorded\.json cannot be read"):
        bring("loss 0.25")


def test_a_damaged_cache_is_made_anew(bring: Bring, project: Project) -> None:
    bring("loss 0.25", record=True)
    (project.cache / "made.json").write_bytes(b'{"half')
    assert bring("loss 0.25") == []
