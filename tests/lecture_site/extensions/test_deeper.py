"""Sections that go deeper are folded, and found as all others."""

import pytest
from markdown import Markdown
from markdown.extensions.toc import TocExtension

from lecture_site.basics.problems import ProblemError
from lecture_site.finishing.page import Node, Page


def rendered(text: str) -> Page:
    extensions = ["attr_list", "admonition", "lecture_site.extensions.deeper"]
    toc = TocExtension(permalink=True)
    html = Markdown(extensions=[toc, *extensions]).convert(text)
    return Page.parse("page/index.html", f"<article>{html}</article>")


def folded(page: Page) -> list[Node]:
    return page.tree.css("article > details.deeper")


def test_a_section_is_folded_up_to_the_next_of_its_rank() -> None:
    page = rendered(
        "## One\n\na\n\n### Two { .deeper }\n\nb\n\n#### Three\n\nc\n\n"
        "### Four\n\nd\n"
    )
    (section,) = folded(page)
    assert [p.text() for p in section.css("p")] == ["b", "c"]
    assert [h.id for h in section.css("h3, h4")] == ["two", "three"]
    shown = page.tree.css("article > :is(h2, h3, p)")
    assert [each.text() for each in shown] == ["One¶", "a", "Four¶", "d"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("## A { .deeper }\n\na\n\n## B { .deeper }\n\nb", [["a"], ["b"]]),
        ("### A { .deeper }\n\na\n\n## B\n\nb", [["a"]]),
        ("## A { .deeper }\n\na", [["a"]]),
        ("## A { .deeper }\n\n## B\n\nb", [[]]),
        ("# A { #b .deeper }\n\na\n\n## B\n\nb", [["a", "b"]]),
    ],
    ids=["two", "ends with a higher one", "last", "empty", "whole page"],
)
def test_each_section_has_its_own_text(
    text: str, inside: list[list[str]]
) -> None:
    found = folded(rendered(text))
    assert [[p.text() for p in f.css("p")] for f in found] == inside


def test_its_title_opens_it_and_is_linked_to_as_any_other() -> None:
    (section,) = folded(rendered("## The *title* { .deeper }\n\na"))
    (title,) = section.css("summary > h2#the-title")
    assert title.text() == "The title"
    assert title.attributes.get("class") is None
    assert section.css_first("summary").text() == "The titleGoing deeper"


def test_nothing_is_to_be_clicked_within_the_title() -> None:
    page = rendered("## One\n\n## Two { .deeper }\n\n[a](b.md)")
    (section,) = folded(page)
    assert section.css("summary a") == []
    assert len(section.css("a")) == len(page.tree.css("h2 a")) == 1


def test_a_page_without_one_stays_as_it_is() -> None:
    assert folded(rendered("## One\n\na\n\n## Two\n\nb")) == []


@pytest.mark.parametrize(
    "text",
    [
        "words\n{ .deeper }",
        "!!! note\n    ## A { .deeper }\n\n    a",
        "## A { .deeper }\n\n### B { .deeper }\n\na",
    ],
    ids=["no heading", "in a box", "in another one"],
)
def test_what_is_no_section_is_refused(text: str) -> None:
    with pytest.raises(ProblemError, match="only a section goes deeper"):
        rendered(text)
