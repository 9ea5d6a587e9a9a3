"""A work is worded and linked once, however many pages cite it."""

import re
from pathlib import Path

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.pages.reader import read_pages
from lecture_site.pages.references import cited_on, references
from small_site import change

ROOT = Path(__file__).resolve().parents[3]
ABEL = "Abel, N. (1826). [On series, doi:10.1000/1](https://doi.org/10.1000/1)"
ZORN = "Zorn, M. (1935). On a method. [*Bulletin* 41](https://zorn.org/lemma)"
EULER = (
    "Euler, L. (1748). Infinity. [arXiv:1748.1](https://arxiv.org/abs/1748.1)"
)


def cite(project: Project, page: str, *works: str) -> None:
    items = "\n".join(f"- {work}" for work in works)
    text = f"# The {page}\n\nSee above.\n\n## References\n\n{items}\n"
    (project.docs / f"{page}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "docs").mkdir()
    return Project(tmp_path)


def test_works_are_merged_sorted_and_name_their_pages(
    project: Project,
) -> None:
    cite(project, "one", ZORN, ABEL)
    cite(project, "two", EULER, f"{ABEL}. The first of its kind.")
    assert references(project).splitlines() == [
        f"- {ABEL}. Cited in [The one](one.md#references), "
        "[The two](two.md#references).",
        f"- {EULER}. Cited in [The two](two.md#references).",
        f"- {ZORN}. Cited in [The one](one.md#references).",
    ]


def test_accents_and_markup_do_not_disturb_the_order(project: Project) -> None:
    accented = "Ábel, Z. (2000). [Late](https://example.org/late)"
    linked = "[Bohr, N. (1913). Atoms](https://example.org/atoms)"
    cite(project, "one", ZORN, linked, accented)
    names = re.findall(r"^- \[?(\w+)", references(project), re.MULTILINE)
    assert names == ["Ábel", "Bohr", "Zorn"]


def test_an_item_may_run_over_lines(project: Project) -> None:
    cite(project, "one", ABEL.replace("[", "\n  ["))
    assert references(project).startswith(f"- {ABEL}. ")


def test_what_follows_the_list_does_not_count(project: Project) -> None:
    cite(project, "one", ABEL)
    page = project.docs / "one.md"
    page.write_text(f"{page.read_text()}\n## Annex\n\n- no work\n")
    assert references(project).count("\n") == 0


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://doi.org/10.1000/(2)3", " `doi:10.1000/(2)3`."),
        ("https://arxiv.org/abs/1748.1", " `arXiv:1748.1`."),
        ("https://example.org", "."),
    ],
)
def test_an_identifier_that_is_not_shown_is_added(
    url: str, shown: str, project: Project
) -> None:
    cite(project, "one", f"[Abel, On series]({url})")
    assert f"]({url}){shown} Cited in" in references(project)


def test_a_work_without_a_link_is_refused(project: Project) -> None:
    cite(project, "one", ABEL, "Novikoff, A. (1962). On perceptrons.")
    with pytest.raises(ProblemError) as raised:
        references(project)
    message = str(raised.value)
    assert "the reference has 0 links and needs one: Novikoff" in message
    assert "https://doi.org/" in message.partition("Remedy: ")[2]


@pytest.mark.parametrize(
    ("other", "complaint"),
    [
        (ABEL.replace("series", "Series"), "are worded differently"),
        (ABEL.replace("doi.org", "www.doi.org"), "have different links"),
    ],
)
def test_two_versions_of_one_work_are_refused_and_both_named(
    other: str, complaint: str, project: Project
) -> None:
    cite(project, "one", ABEL)
    cite(project, "two", other)
    with pytest.raises(ProblemError) as raised:
        references(project)
    message = str(raised.value)
    assert complaint in message
    assert f"docs/one.md: {ABEL}" in message
    assert f"docs/two.md: {other}" in message


def test_a_work_listed_twice_on_a_page_is_refused(project: Project) -> None:
    cite(project, "one", ABEL, ABEL)
    with pytest.raises(ProblemError, match="are on one page"):
        references(project)


def test_a_bad_reference_ends_the_build(small_site: Project) -> None:
    change(small_site, "docs/index.md", "# Start", "# S\n\n{{ references() }}")
    with (small_site.docs / "page.md").open("a", encoding="utf-8") as page:
        page.write("\n## References\n\n- Abel (1826).\n")
    found = {str(problem) for problem in read_pages(small_site).problems}
    expected = "docs/page.md:26: the reference has 0 links"
    assert any(message.startswith(expected) for message in found), found


def test_every_work_of_the_lecture_is_listed_once() -> None:
    listed = references(Project(ROOT)).splitlines()
    pages = (ROOT / "docs").glob("*.md")
    cited = {work.url for page in pages for work in cited_on(page)}
    assert len(listed) == len(cited) > 0
    for url in cited:
        assert len([line for line in listed if f"]({url})" in line]) == 1
