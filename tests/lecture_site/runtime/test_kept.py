"""The kept runtime is the one that was built."""

import shutil
from pathlib import Path

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.runtime.inputs import Fetched, Inputs
from lecture_site.runtime.kept import kept_problems, loaded_files

HERE = Project.here()


@pytest.fixture
def copied(tmp_path: Path) -> Project:
    shutil.copytree(HERE.runtime, tmp_path / "runtime")
    return Project(tmp_path)


def test_all_kept_files_are_those_that_were_built() -> None:
    assert kept_problems(HERE) == []
    assert all(path.is_file() for path in loaded_files(HERE))


def test_numpy_is_the_one_that_the_listings_were_recorded_with() -> None:
    pinned = (HERE.root / "constraints.txt").read_text("utf-8").split()
    assert f"numpy=={Inputs.read(HERE).numpy.version}" in pinned


def test_a_changed_a_lost_and_a_foreign_file_are_told(copied: Project) -> None:
    folder = copied.runtime
    (folder / "pyodide.mjs").write_text("", "utf-8")
    (folder / "python_stdlib.zip").unlink()
    (folder / "licences" / "mine.txt").write_text("", "utf-8")
    assert [problem.page for problem in kept_problems(copied)] == [
        "runtime/licences/mine.txt",
        "runtime/pyodide.mjs",
        "runtime/python_stdlib.zip",
    ]


def test_another_version_than_the_recorded_one_is_told(
    copied: Project,
) -> None:
    record = copied.runtime / "built_from.json"
    text = record.read_text("utf-8").replace('"2.', '"9.')
    record.write_text(text, "utf-8")
    pages = {Path(problem.page).name for problem in kept_problems(copied)}
    assert record.name in pages
    assert any(name.startswith("numpy-9.") for name in pages)


def test_what_is_fetched_must_be_what_is_recorded(tmp_path: Path) -> None:
    path = tmp_path / "numpy.tar.gz"
    path.write_bytes(b"another")
    with pytest.raises(ProblemError, match="has the sha256"):
        Fetched("2.4.6", "0" * 64).verify(path)


def test_a_lecture_without_a_runtime_loads_nothing(tmp_path: Path) -> None:
    assert loaded_files(Project(tmp_path)) == []
