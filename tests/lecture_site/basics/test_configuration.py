"""One file says what the lecture is called, and everything asks there."""

from pathlib import Path

import pytest

from lecture_site.basics.configuration import (
    cover_figure,
    names,
    pages_in_order,
    search_suggestions,
)
from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.browser.printed_file import printed_name
from small_site import HERE


def named(folder: Path, site: str, short: str) -> Project:
    text = f"site_name: {site}\nextra:\n  short_name: {short}\n"
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return Project(folder)


@pytest.mark.parametrize(
    ("short", "file"),
    [
        ("Neural networks", "neural-networks.pdf"),
        ("Größen & Maße, II", "grossen-masse-ii.pdf"),
        ("信号", "lecture.pdf"),
        ('"2024"', "2024.pdf"),
    ],
)
def test_the_printed_lecture_is_called_like_the_lecture(
    short: str, file: str, tmp_path: Path
) -> None:
    assert printed_name(named(tmp_path, "Tea", short)) == file


@pytest.mark.parametrize(
    ("site", "claim"),
    [("Tea, served hot, in cups", "Served hot, in cups"), ("Tea", "Tea")],
)
def test_what_a_lecture_claims_stands_after_its_name(
    site: str, claim: str, tmp_path: Path
) -> None:
    assert names(named(tmp_path, site, "Tea")).claim == claim


@pytest.mark.parametrize(
    "place", ["../there.svg", "figures/../../there.svg", "/there.svg", "a.svg"]
)
def test_the_cover_shows_a_figure_of_the_lecture(
    place: str, tmp_path: Path
) -> None:
    project = named(tmp_path, "Tea", f"Tea\n  cover_figure: {place}")
    with pytest.raises(ProblemError, match=r"mkdocs\.yml:4: the cover_fig"):
        cover_figure(project)
    project = named(tmp_path, "Tea", "Tea\n  cover_figure: figures/a/b.svg")
    assert cover_figure(project) == "figures/a/b.svg"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("site_name: Tea\nextra: {}\nsite_name: T\n", 3, "'site_name' stands"),
        ("extra:\n  a: 1\n  a: 2\n", 3, "'a' stands twice in one place"),
        ("? [a]\n: 1\n", 1, "unhashable"),
        ("site_name: !!int x", 0, "invalid literal"),
        ("site_name: 2024-13-45", 0, "month"),
        ("site_name: \x85\ufffe", 0, "not allowed"),
        ("a: " + "[" * 5000, 0, "recursion"),
    ],
)
def test_what_yaml_would_pass_over_or_die_of_is_told(
    text: str, line: int, said: str, tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ProblemError) as caught:
        names(Project(tmp_path))
    problem = caught.value.problem
    assert said in problem.what
    assert problem.what.startswith("this is no YAML: ")
    assert (problem.page, problem.line) == ("mkdocs.yml", line)


def test_a_name_may_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = named(tmp_path, "!ENV [NAME_OF_IT, Tea]", "Tea")
    assert names(project).site == "Tea"
    monkeypatch.setenv("NAME_OF_IT", "Coffee")
    assert names(project).site == "Coffee"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nav:\n", r"no site_name\n.*at the top, such as"),
        ("site_name: Tea\nextra:\n", r"no short_name\n.*under 'extra:', such"),
        ("site_name: ' '\n", "no site_name"),
        ("site_name: a: b\n", r"mkdocs\.yml:1: this is no YAML: "),
    ],
)
def test_a_name_that_is_missing_is_asked_for(
    text: str, says: str, tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    with pytest.raises(ProblemError, match=says):
        names(Project(tmp_path))


def test_suggestions_are_a_list_or_nothing(tmp_path: Path) -> None:
    project = named(tmp_path, "Tea", "Tea")
    assert search_suggestions(project) == []
    with (tmp_path / "mkdocs.yml").open("a") as file:
        file.write("  search_suggestions: cups\n")
    with pytest.raises(ProblemError, match=r"yml:4: .* is no list"):
        search_suggestions(project)


def test_pages_are_read_in_order_whatever_their_titles(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "nav:\n  - index.md\n  - 'A: one':\n      - b.md\n      - B: c/d.md\n"
        "      - L: labs/l.ipynb\nhooks: !!python/name:no.such.thing\n"
    )
    assert pages_in_order(Project(tmp_path)) == ["index", "b", "c/d"]


def test_the_cover_shows_a_figure_that_there_is() -> None:
    project = Project(HERE)
    assert (project.docs / cover_figure(project)).is_file()
