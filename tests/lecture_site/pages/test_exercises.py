"""An exercise that is unsound, or shown nowhere, ends the build."""

import re
from pathlib import Path

import pytest
from markdown import Markdown

from lecture_site.basics.project import Project
from lecture_site.extensions.headings import headings_of
from lecture_site.pages.exercises import exercise_problems
from small_exercise import SOUND, with_exercises

ROOT = Path(__file__).resolve().parents[3]
PLACE = "exercises/page/one.py"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    return with_exercises(tmp_path)


def test_those_of_the_lecture_are_sound_and_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    assert exercise_problems(Project(ROOT)) == []


def test_a_sound_one_is_no_problem(project: Project) -> None:
    assert exercise_problems(project) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "what", "remedy"),
    [
        (
            "\n2 * x",
            "\n3 * x",
            PLACE,
            "the solution fails: Twice 1 is 2.",
            "correct it, or the tests",
        ),
        (
            "x + 2",
            "x + x",
            PLACE,
            "wrong answer 2 passes",
            "add a test that it fails",
        ),
        (
            "#first-part",
            "#second-part",
            PLACE,
            "docs/page.md has no section #second-part",
            "write the anchor of one of its headings",
        ),
        (
            "# %% solution\n2 * x",
            "",
            PLACE,
            "has no section 'solution'",
            "open one with: # %% solution",
        ),
        (
            "complete",
            "guess",
            f"{PLACE}:6",
            "'guess' is no grade",
            "write one of: predict, complete, write",
        ),
    ],
)
def test_an_unsound_one_is_told_with_its_place(
    project: Project, old: str, new: str, place: str, what: str, remedy: str
) -> None:
    text = SOUND.replace(old, new, 1)
    (project.root / PLACE).write_text(text, encoding="utf-8")
    (problem,) = exercise_problems(project)
    assert (problem.place, problem.what, problem.remedy) == (
        place,
        what,
        remedy,
    )


def test_one_that_no_page_shows_is_told(project: Project) -> None:
    page = project.docs / "page.md"
    text = page.read_text("utf-8").replace("::: exercise page/one", "")
    page.write_text(text, encoding="utf-8")
    (problem,) = exercise_problems(project)
    assert problem.what == "no page shows the exercise page/one"
    assert problem.remedy == "write ::: exercise page/one"


def test_headings_have_the_anchors_of_the_renderer(tmp_path: Path) -> None:
    text = (
        "# Two `words`\n\n## Again\n\n## Again\n\n"
        "### Own { #mine .deeper }\n\n## Xavier / Glorot (2010)\n\n"
        "```python\n# no heading\n```\n"
    )
    (tmp_path / "page.md").write_text(text, encoding="utf-8")
    extensions = ["toc", "attr_list", "pymdownx.superfences"]
    html = Markdown(extensions=extensions).convert(text)
    found = re.findall(r'<h[1-6][^>]* id="([^"]+)"', html)
    assert list(headings_of(tmp_path / "page.md")) == found


def test_a_page_that_is_not_there_has_no_headings(tmp_path: Path) -> None:
    assert headings_of(tmp_path / "page.md") == {}
