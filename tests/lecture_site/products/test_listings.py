"""Which listing a page shows, though listings change while it is served."""

import os
from pathlib import Path

import pytest

from lecture_site.basics.project import Project
from lecture_site.products import listings
from lecture_site.products.listings import find_listing, included


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "snippets/page").mkdir(parents=True)
    project = Project(tmp_path)
    write(project, "one", "print(1)")
    write(project, "two", "print(2)")
    return project


def write(project: Project, name: str, code: str) -> None:
    """Write a listing, later than all that were written before."""
    path = project.snippets / f"page/{name}.py"
    times = [p.stat().st_mtime_ns for p in project.snippets.rglob("*.py")]
    path.write_text(f"{code}\n", encoding="utf-8")
    later = max(times, default=0) + 1_000_000_000
    os.utime(path, ns=(later, later))


def found(project: Project, code: str) -> str:
    listing = find_listing(code, project)
    return listing.path.stem if listing else ""


def test_a_listing_is_found_by_its_text_and_by_its_place(
    project: Project,
) -> None:
    assert found(project, "print(1)") == "one"
    listing = included("page/two.py", project)
    assert listing
    assert listing.source == "print(2)"
    assert included("page/none.py", project) is None


def test_a_listing_that_was_edited_is_no_longer_what_it_was(
    project: Project,
) -> None:
    assert found(project, "print(1)") == "one"
    write(project, "one", "print(3)")
    assert found(project, "print(1)") == ""
    assert found(project, "print(3)") == "one"


def test_a_listing_that_is_new_or_gone_is_noticed(project: Project) -> None:
    assert found(project, "print(3)") == ""
    write(project, "three", "print(3)")
    assert found(project, "print(3)") == "three"
    (project.snippets / "page/three.py").unlink()
    assert found(project, "print(3)") == ""


def test_what_is_found_is_found_without_a_look_at_all_files(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(project, "print(1)") == "one"
    monkeypatch.setattr(listings, "_times", pytest.fail)
    assert found(project, "print(2)") == "two"
    assert included("page/one.py", project)
