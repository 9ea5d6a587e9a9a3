"""One page rendered alone is the page that the whole build would write."""

from pathlib import Path

import pytest
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.build import new_draft, show_draft, write_draft
from lecture_site.preview.pages import KeptPages
from small_site import change

QUIET = Console(quiet=True)
TABLE = "\n| a | b |\n|---|---|\n| c | d |\n"


@pytest.fixture
def project(built_site: Project) -> Project:
    assert write_draft(built_site, QUIET) == []
    show_draft(built_site)
    return built_site


def source(project: Project) -> Path:
    return project.docs / "page.md"


def write_other(project: Project, text: str) -> None:
    """Add a page that the navigation does not name."""
    (project.docs / "other.md").write_text(text, encoding="utf-8")
    listed = "  - page.md\n"
    change(project, "mkdocs.yml", listed, f"{listed}  - other.md\n")


def shown(project: Project) -> str:
    return (project.draft / "page" / "index.html").read_text("utf-8")


def bring(pages: KeptPages, project: Project) -> list[str]:
    return list(map(str, pages.bring(pages.by_source[source(project)])))


def test_a_page_is_the_same_alone_and_in_the_whole(project: Project) -> None:
    pages = KeptPages(project)
    change(project, "docs/page.md", "It measures", f"{TABLE}\nIt measured")
    assert bring(pages, project) == []
    alone = shown(project)
    assert write_draft(project, QUIET) == []
    whole = new_draft(project) / "page" / "index.html"
    assert "It measured" in alone
    assert alone == whole.read_text("utf-8")


def test_a_name_that_only_a_page_itself_says_is_read_as_in_the_whole(
    project: Project,
) -> None:
    write_other(project, "# What `exp` *costs* {: #cost }\n\nA lot.\n")
    pages = KeptPages(project)
    change(project, "docs/page.md", "It measures", "It measured")
    assert bring(pages, project) == []
    alone = shown(project)
    assert write_draft(project, QUIET) == []
    whole = new_draft(project) / "page" / "index.html"
    assert "What exp costs" in alone
    assert alone == whole.read_text("utf-8")


def test_to_name_pages_they_are_not_rendered(project: Project) -> None:
    """That would take as long as the site, and mistakes would end it."""
    write_other(project, '# A mistake\n\nIt is {{ measured("absent") }}.\n')
    assert bring(KeptPages(project), project) == []
    assert "A mistake" in shown(project)


def test_a_page_can_be_brought_again_and_again(project: Project) -> None:
    pages, first = KeptPages(project), shown(project)
    for old, new in (("measures", "weighs"), ("weighs", "measures")):
        change(project, "docs/page.md", f"It {old}", f"It {new}")
        assert bring(pages, project) == []
        assert f"It {new}" in shown(project)
    assert shown(project) == first


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("$\\frac{x$", "docs/page.md:15: the formula"),
        ('{{ measured("absent") }}', "there is no measurement 'page.absent'"),
        ('```python\n--8<-- "absent.py"\n```', "there is no listing"),
        ("```python\nprint(1)\n```", "typed into the page"),
        ("It is 0.93.", "typed by hand"),
        ("[there](absent.md)", "the link 'absent.md' leads nowhere"),
    ],
)
def test_on_a_mistake_the_last_good_page_stays(
    project: Project, written: str, told: str
) -> None:
    pages, before = KeptPages(project), shown(project)
    change(project, "docs/page.md", "It measures", f"{written}\n\nIt measures")
    (problem,) = bring(pages, project)
    assert told in problem
    assert problem.startswith("docs/page.md:")
    assert shown(project) == before


def test_a_page_in_another_encoding_is_told(project: Project) -> None:
    pages, before = KeptPages(project), shown(project)
    source(project).write_bytes(b"# Page\n\ncaf\xe9\n")
    (problem,) = bring(pages, project)
    assert problem.startswith("docs/page.md:3: is not UTF-8")
    assert shown(project) == before


def test_a_page_that_vanished_is_a_problem_of_that_page(
    project: Project,
) -> None:
    pages = KeptPages(project)
    file = pages.by_source[source(project)]
    source(project).unlink()
    (problem,) = pages.bring(file)
    assert problem.page == "docs/page.md"
