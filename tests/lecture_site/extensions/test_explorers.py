"""What can be touched is text that stands alone, until a script comes."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from lecture_site.basics.problems import ProblemError
from lecture_site.extensions.explorers import SOURCES
from lecture_site.finishing.page import Node, Page

TEXT = """\
/// explorer | bowl
What is left?

- [ ] Nothing
- [x] *All*

It is all of it.

1. [Ten](#n=10&of=a): much.
2. [None](#n=0): little.
3. [One](#n=1): some.
///
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    main = tmp_path / SOURCES / "bowl" / "main.ts"
    main.parent.mkdir(parents=True)
    main.touch()
    monkeypatch.chdir(tmp_path)


def rendered(text: str) -> Node:
    md = Markdown(extensions=["lecture_site.extensions.explorers"])
    page = Page.parse("page/index.html", f"<body>{md.convert(text)}</body>")
    return page.tree.css("body")[0]


def test_a_block_becomes_a_place_with_all_its_parts() -> None:
    (explorer,) = rendered(TEXT).css("section[data-explorer=bowl]")
    assert explorer.attributes["id"] == "explore-bowl"
    question, answer = explorer.css("div.explorer__question, details")
    assert question.text().strip() == "What is left?"
    assert [p.text() for p in answer.css("p")] == ["It is all of it."]
    assert answer.css("summary")[0].text() == "Answer"


def test_one_choice_is_right_and_none_shows_its_mark() -> None:
    choices = rendered(TEXT).css("ul.explorer__choices > li")
    assert [choice.text() for choice in choices] == ["Nothing", "All"]
    right = [choice.text() for choice in choices if is_right(choice)]
    assert right == ["All"]


def is_right(choice: Node) -> bool:
    return "data-right" in choice.attributes


def test_what_is_to_be_tried_is_words_with_a_state_and_no_dead_link() -> None:
    tries = rendered(TEXT).css("ol.explorer__tries [data-state]")
    states = [each.attributes["data-state"] for each in tries]
    assert states == ["n=10&of=a", "n=0", "n=1"]
    assert rendered(TEXT).css("a") == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("| bowl", "| cup", "there is no explorer 'cup'"),
        ("| bowl", "| ../bowl", "there is no explorer '../bowl'"),
        ("- [ ] Nothing\n- [x] *All*\n", "", "lacks a part"),
        ("What is left?\n", "", "has no question"),
        ("It is all of it.\n", "", "lacks a part"),
        ("[ ]", "[x]", "has 2 right choices"),
        ("[x]", "[ ]", "has 0 right choices"),
        ("[ ] ", "", "has a choice without"),
        ("3. [One](#n=1): some.\n", "", "has not 3 settings"),
        ("[One](#n=1)", "One", "'bowl' has no state"),
        ("[One](#n=1)", "[One](other.md)", "'bowl' has no state"),
    ],
)
def test_what_is_missing_is_named(old: str, new: str, said: str) -> None:
    assert old in TEXT
    with pytest.raises(ProblemError) as error:
        rendered(TEXT.replace(old, new))
    assert said in str(error.value)


def test_a_link_to_a_state_leads_to_its_explorer_when_links_are_checked() -> (
    None
):
    href = "page.md#explore-bowl?n=10&of=a"
    md = Markdown(extensions=["lecture_site.extensions.explorers"])
    checked: list[str] = []
    md.treeprocessors.register(_Reader(md, checked), "reader", 0)
    html = md.convert(f"[So]({href})")
    assert checked == ["page.md#explore-bowl"]
    assert html == f'<p><a href="{href.replace("&", "&amp;")}">So</a></p>'


class _Reader(Treeprocessor):
    """Notes the addresses that MkDocs would check."""

    def __init__(self, md: Markdown, read: list[str]) -> None:
        super().__init__(md)
        self.read = read

    def run(self, root: Element) -> None:
        self.read += [link.get("href", "") for link in root.iter("a")]
