"""Every link to a state of an explorer leads to one that can be."""

import html
import re
from collections import defaultdict
from pathlib import Path

import pytest

from conftest import Open
from explored import EXPLORED, Explored, each_explorer, named, opened, wrong_in
from looking import SITE

DECK = Path(__file__).parents[3] / "slides"
TOUCHED = re.compile(r'#touch\("(\w+)", "(\w+)", "([^"]*)"\)')
TRIED = re.compile(
    r'data-explorer="?([\w]+)"?[^>]*>(.*?)</section>', re.DOTALL
)
STATE = re.compile(r'data-state="?([^">\s]*)')
LINKED = re.compile(r'href="?(?:[^"#>\s]*)#explore-(\w+)\?([^">\s]*)')

FOLLOW = """(hash) => new Promise((done) => {
  addEventListener("hashchange", () => setTimeout(done), { once: true });
  location.hash = hash;
})"""


def states_of_the_deck() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for path in DECK.glob("*.typ"):
        for page, name, query in TOUCHED.findall(path.read_text("utf-8")):
            explorer = named(name)
            assert explorer.page == f"{page}/", path
            found[name].add(query)
    return found


def states_of_the_pages() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for path in SITE.rglob("index.html"):
        text = path.read_text("utf-8")
        for name, query in LINKED.findall(text):
            found[name].add(html.unescape(query))
        for name, inside in TRIED.findall(text):
            found[name] |= {*map(html.unescape, STATE.findall(inside))}
    return found


@pytest.fixture(scope="module")
def states() -> dict[str, set[str]]:
    deck, pages = states_of_the_deck(), states_of_the_pages()
    assert {*deck} == {*pages} == {each.name for each in EXPLORED}
    return {name: deck[name] | pages[name] for name in deck}


@each_explorer
def test_a_linked_state_is_one_that_can_be(
    each: Explored, states: dict[str, set[str]], open_context: Open, url: str
) -> None:
    tried = sorted(states[each.name])
    assert len(tried) >= 3
    page, said = opened(open_context, url, each, "")
    wrong = wrong_in(page, each)
    for query in tried:
        page.evaluate(FOLLOW, f"#explore-{each.name}?{query}")
        assert wrong.all_text_contents() == [], query
    assert said == []
