"""An exercise that is unsound, or shown nowhere, ends the build."""

from pathlib import Path

import pytest

from lecture_site.basics.headings import headings_of
from lecture_site.basics.project import Project
from lecture_site.pages.exercises import exercise_problems
from lecture_site.pages.reader import read_pages

ROOT = Path(__file__).resolve().parents[3]
SOUND = '''"""Twice.

Return twice the number.
"""

# %% grade: complete
# %% section: #first-part

# %% start
def twice(x):
    return ...


# %% solution
2 * x

# %% visible tests
def test_of_one():
    assert twice(1) == 2, "Twice 1 is 2."


# %% hidden tests
def test_of_three():
    assert twice(3) == 6, "Twice 3 is 6."


# %% wrong
# That is the square.
x**2

# %% wrong
# That adds two.
x + 2
'''
PLACE = "exercises/page/one.py"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    (tmp_path / "docs").mkdir()
    page = "# Page\n\n## First part\n\n::: exercise page/one\n"
    (tmp_path / "docs" / "page.md").write_text(page, encoding="utf-8")
    (tmp_path / "exercises" / "page").mkdir(parents=True)
    (tmp_path / PLACE).write_text(SOUND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


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
    (project.docs / "page.md").write_text("# Page\n\n## First part\n")
    (problem,) = exercise_problems(project)
    assert problem.what == "no page shows the exercise page/one"
    assert problem.remedy == "write ::: exercise page/one"


def test_headings_have_the_anchors_of_the_renderer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    html = read_pages(Project(ROOT)).html["docs/weight_initialisation.md"]
    anchors = headings_of(ROOT / "docs" / "weight_initialisation.md")
    assert len(anchors) > 10
    for anchor in anchors:
        assert f'id="{anchor}"' in html
