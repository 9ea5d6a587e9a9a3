"""What is found by the search and in the feed is held to the same rules."""

from pathlib import Path

import pytest
from rich.console import Console

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.build import write_draft
from lecture_site.checks.as_found import refuse_in_feed, refuse_in_search
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.search.index import write_search_index

PAGE = """<html><body><article><h1 id="page">The page</h1>
<p>A use of <code>{{ fit }}</code> and <code>$x^2$</code>.</p>
<h2 id="first">First part</h2><p>More.</p></article></body></html>"""
MKDOCS = """\
site_name: Tea
extra:
  short_name: Tea
  search_suggestions:
    - cups
    - loss of 12
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in {
        "docs/page.md": "# The page\n\n## First part\n",
        "site/page/index.html": PAGE,
        "mkdocs.yml": MKDOCS,
        "docs/synonyms.toml": '"page#first" = ["start", "one of 2"]\n',
        "CHANGELOG.md": "# What changed\n\n## 1.2.0 (2026-11-25)\n\n- Tea.\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project(tmp_path)


def add(project: Project, name: str, text: str) -> None:
    with (project.root / name).open("a", encoding="utf-8") as file:
        file.write(text)


def in_search(project: Project) -> Problem | None:
    site = BuiltSite.read(project.site)
    write_search_index(project, site)
    try:
        refuse_in_search(project, site)
    except ProblemError as error:
        return error.problem
    return None


def in_feed(project: Project) -> Problem | None:
    try:
        refuse_in_feed(project, BuiltSite.read(project.site))
    except ProblemError as error:
        return error.problem
    return None


def test_code_and_words_may_be_found(project: Project) -> None:
    assert in_search(project) is None
    assert in_feed(project) is None


@pytest.mark.parametrize(
    ("word", "what"),
    [
        ("$x^2$", "a formula was not understood: $x^2$"),
        ("{{ fit }}", "a macro was not understood: {{ fit }}"),
        ("[a](b.md)", "a link or a footnote was not understood"),
        ("97 % right", "the number 97 is typed by hand"),
        ("about 0.97", "the number 0.97 is typed by hand"),
    ],
)
@pytest.mark.parametrize(
    ("name", "line", "place"),
    [
        ("mkdocs.yml", '    - "{}"\n', "mkdocs.yml:7"),
        ("docs/synonyms.toml", '"page" = ["{}"]\n', "docs/synonyms.toml:2"),
    ],
)
def test_words_of_the_search_are_told_with_their_line(
    word: str, what: str, name: str, line: str, place: str, project: Project
) -> None:
    add(project, name, line.format(word))
    told = in_search(project)
    assert told
    assert what in told.what
    assert told.place == place


@pytest.mark.parametrize("left", ["{{ other }}", "$y^2$", "--8<-- 'a.py'"])
def test_what_is_left_over_in_the_index_is_told(
    left: str, project: Project
) -> None:
    page = project.site / "page" / "index.html"
    text = PAGE.replace("More.", f"More of {left} there.")
    page.write_text(text.replace("<--", "&lt;--"), encoding="utf-8")
    add(project, "docs/page.md", f"\nMore of {left} there.\n")
    told = in_search(project)
    assert told
    assert "was not understood" in told.what
    assert told.place == "docs/page.md:5"


def test_a_page_that_nobody_wrote_is_left_alone(project: Project) -> None:
    page = project.site / "elsewhere" / "index.html"
    page.parent.mkdir()
    page.write_text(PAGE.replace("More.", "$y^2$"), encoding="utf-8")
    assert in_search(project) is None


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("- A sum, $x^2$.", "a formula was not understood"),
        ("- {{ measured('a') }}", "a macro was not understood"),
        ("- word { .class }", "an attribute list was not understood"),
        ("- said[^1]", "a link or a footnote was not understood"),
        ("```\nnever closed", "a fence was not understood"),
        ("- [](page.md)", "a link has no words: page.md"),
        ("- ![](hand.svg)", "no code of the lecture drew this picture"),
        ("- <a onclick='x()'>so</a>", "a page may bring no script"),
    ],
)
def test_what_a_feed_reader_would_show_is_told(
    change: str, what: str, project: Project
) -> None:
    add(project, "CHANGELOG.md", f"\n{change}\n")
    told = in_feed(project)
    assert told
    assert what in told.what
    assert told.page == "CHANGELOG.md"
    assert told.line in (7, 0)


def test_numbers_of_versions_may_be_told(project: Project) -> None:
    add(project, "CHANGELOG.md", "\n- Needs NumPy 2.4.6, 3 % faster.\n")
    assert in_feed(project) is None


def test_without_changes_there_is_no_feed_to_read(project: Project) -> None:
    (project.root / "CHANGELOG.md").unlink()
    assert in_feed(project) is None


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        (
            "docs/synonyms.toml",
            '"page#first-part" = ["$x^2$"]\n',
            "docs/synonyms.toml:1",
        ),
        ("CHANGELOG.md", "# What\n\n## 1\n\n- $x^2$\n", "CHANGELOG.md:5"),
    ],
)
def test_a_build_ends_with_it(
    built_site: Project, name: str, text: str, place: str
) -> None:
    (built_site.root / name).write_text(text, encoding="utf-8")
    (problem,) = write_draft(built_site, Console(quiet=True))
    assert "a formula was not understood" in problem.what
    assert problem.place == place
