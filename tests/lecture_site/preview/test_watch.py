from pathlib import Path
from queue import SimpleQueue

import pytest

from lecture_site.basics.project import Project
from lecture_site.preview.watch import (
    is_machinery,
    is_written_by_hand,
    watching,
)

LONG = 60.0  # seconds, for a machine that is busy


@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml",
        "docs/page.md",
        "docs/labs/lab.ipynb",
        "docs/assets/lecture.css",
        "snippets/page/prints_three.py",
        "src/lecture_code/layer.py",
        "slides/lecture.typ",
    ],
)
def test_an_author_writes_these(name: str, tmp_path: Path) -> None:
    assert is_written_by_hand(tmp_path / name, Project(tmp_path))


@pytest.mark.parametrize(
    "name",
    [
        "measured.json",
        "docs/verified.json",
        "docs/figures/page/line.svg",
        "docs/slides/001.webp",
        "snippets/page/prints_three.out",
        "src/lecture_code/__pycache__/layer.cpython-311.pyc",
        "docs/.page.md.swp",
        "docs/page.md~",
        ".cache/made.json",
    ],
)
def test_the_build_and_editors_write_these(name: str, tmp_path: Path) -> None:
    assert not is_written_by_hand(tmp_path / name, Project(tmp_path))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("src/lecture_site/build.py", True),
        ("src/lecture_figures/drawing/draw.py", True),
        ("src/agreement/texts.py", True),
        ("src/lecture_site/extensions/temml/temml.min.js", False),
        ("src/lecture_figures/page.py", False),
        ("src/lecture_code/layer.py", False),
        ("docs/page.md", False),
    ],
)
def test_what_runs_in_the_server_is_known(
    name: str, expected: bool, tmp_path: Path
) -> None:
    assert is_machinery(tmp_path / name, Project(tmp_path)) is expected


def test_every_way_to_save_a_file_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "page.md"
    page.parent.mkdir()
    page.write_text("first", encoding="utf-8")
    saved: SimpleQueue[Path] = SimpleQueue()
    with watching(Project(tmp_path), saved.put):
        for save in (_in_place, _by_renaming, Path.unlink):
            save(page)
            assert saved.get(timeout=LONG) == page
            _forget(saved)


def _in_place(page: Path) -> None:
    page.write_text("in place", encoding="utf-8")


def _by_renaming(page: Path) -> None:
    new = page.with_name("page.md.new")
    new.write_text("by renaming", encoding="utf-8")
    new.replace(page)


def _forget(saved: SimpleQueue[Path]) -> None:
    """Take what one way to save gives more than once."""
    while not saved.empty():
        saved.get()
