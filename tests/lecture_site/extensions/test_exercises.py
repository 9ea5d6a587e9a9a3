"""A page shows an exercise so that it can be read without a script."""

import re
from pathlib import Path

import pytest
from markdown import Markdown

from lecture_site.basics.problems import ProblemError
from lecture_site.finishing.page import Node, Page

ROOT = Path(__file__).resolve().parents[3]
DIRECTIVE = "::: exercise page/{}\n"
EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "toc",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.superfences",
    "lecture_site.extensions.exercises",
]
WRITE = '''r"""Twice $x$.

Return *twice* the number.
"""

# %% grade: write
# %% section: #second

# %% start
def twice(x):
    return x


# %% solution
def twice(x):
    return 2 * x


# %% visible tests
def test_of_one():
    assert twice(1) == 2, "Twice 1 is 2."


# %% hidden tests
def test_of_three():
    assert twice(3) == 6, "Twice 3 is 6."


# %% hint
# Multiply.

# %% hint
# By **two**.

# %% wrong
# That is `x**2` < 3.
def twice(x):
    return x**2


# %% wrong
# That adds two.
def twice(x):
    return x + 2
'''
CHOICE = '''"""A comparison.

Which is larger?
"""

# %% grade: predict
# %% section: #first-part

# %% listing
a, b = 1, 2

# %% right: `b`
# Two is more than one.
b > a

# %% wrong: `a`
# One is less than two.
a > b

# %% wrong: neither
# They differ.
a == b
'''


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "docs/page.md": "# Page\n\n## First part\n\n### Other { #second }\n",
        "exercises/page/doubling.py": WRITE,
        "exercises/page/comparing.py": CHOICE,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rendered(name: str) -> Node:
    text = f"## Exercises\n\n{DIRECTIVE.format(name)}"
    html = Markdown(extensions=EXTENSIONS).convert(text)
    page = Page.parse("page/index.html", f"<article>{html}</article>")
    return page.tree.css("article > section.exercise")[0]


def test_the_task_stands_open_and_names_its_section() -> None:
    shown = rendered("doubling")
    assert shown.attributes["data-exercise"] == "page/doubling"
    (heading,) = shown.css("h3")
    assert (heading.attributes["id"], heading.text()) == (
        "doubling",
        "Twice $x$",
    )
    (about,) = shown.css("p.exercise__about")
    assert about.text() == "Write a function, on Other"
    assert about.css("a")[0].attributes["href"] == "page.md#second"
    assert shown.css("section > p > em")[1].text() == "twice"


def test_hints_tests_and_solution_are_folded_one_by_one() -> None:
    shown = rendered("doubling")
    folded = shown.css("section > details")
    assert [each.css("summary")[0].text() for each in folded] == [
        "Hint 1 of 2",
        "Hint 2 of 2",
        "Tests",
        "Solution",
    ]
    assert not any("open" in each.attributes for each in folded)
    assert "def test_of_one" in folded[2].text()
    assert "return 2 * x" in folded[3].text()


def test_hidden_tests_are_not_shown() -> None:
    assert "of_three" not in rendered("doubling").text()


def test_what_is_often_wrong_stands_with_the_solution() -> None:
    shown = rendered("doubling").css("details.exercise__solution")[0]
    slips = shown.css(".exercise__wrong li")
    assert [slip.text() for slip in slips] == [
        "That is x**2 < 3.",
        "That adds two.",
    ]
    assert slips[0].css("code")[0].text() == "x**2"


def test_options_are_listed_and_one_is_the_answer() -> None:
    shown = rendered("comparing")
    options = shown.css(".exercise__start .exercise__choices li")
    assert [option.text() for option in options] == ["a", "b", "neither"]
    (answer,) = shown.css("details.exercise__solution")
    assert answer.css("p")[0].text() == "b. Two is more than one."
    assert answer.css("li")[1].text() == "neither: They differ."
    assert not shown.css("details.exercise__tests")


def test_code_is_coloured() -> None:
    coloured = rendered("doubling").css(".exercise__start .highlight .k")
    assert [each.text() for each in coloured] == ["def", "return"]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("tripling", "", "", "there is no exercise 'page/tripling'"),
        (
            "doubling",
            "#second",
            "#third",
            "exercises/page/doubling.py: docs/page.md has no section #third\n"
            "    Remedy: write the anchor of one of its headings",
        ),
        (
            "doubling",
            "grade: write",
            "grade: guess",
            "exercises/page/doubling.py:6: 'guess' is no grade\n"
            "    Remedy: write one of: predict, complete, write",
        ),
    ],
)
def test_what_is_wrong_is_said(
    project: Path, name: str, old: str, new: str, said: str
) -> None:
    path = project / "exercises" / "page" / "doubling.py"
    path.write_text(WRITE.replace(old, new), encoding="utf-8")
    with pytest.raises(ProblemError, match=re.escape(said)):
        rendered(name)
