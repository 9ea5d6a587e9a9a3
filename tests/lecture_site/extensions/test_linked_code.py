"""A part of coloured code becomes a link, and its text stays as it is."""

import pytest

from lecture_site.extensions.linked_code import Place, with_links
from lecture_site.finishing.page import Page


@pytest.mark.parametrize(
    ("coloured", "start", "end", "shown"),
    [
        ("a b c", 2, 3, "a <A>b</a> c"),
        ("<i>a</i> b", 0, 1, "<i><A>a</a></i> b"),
        ("<i>a</i><b>b</b>", 1, 2, "<i>a</i><b><A>b</a></b>"),
        ("<i>a b</i>", 2, 3, "<i>a <A>b</a></i>"),
        ("a", 0, 1, "<A>a</a>"),
        ("a &lt; b", 4, 5, "a &lt; <A>b</a>"),
        ("a &gt;", 2, 3, "a <A>&gt;</a>"),
        ("a\nb", 2, 3, "a\n<A>b</a>"),
        ("a & b", 4, 5, "a & <A>b</a>"),
    ],
)
def test_a_part_becomes_a_link(
    coloured: str, start: int, end: int, shown: str
) -> None:
    linked = with_links(coloured, [Place(start, end, "x?a&b#c")])
    link = '<a class="code-link" href="x?a&amp;b#c">'
    assert linked == shown.replace("<A>", link)


def test_several_parts_each_get_theirs() -> None:
    coloured = '<span class="nn">one</span>, two<span>,</span> three'
    places = [Place(0, 3, "#1"), Place(5, 8, "#2"), Place(10, 15, "#3")]
    page = Page.parse("x.html", with_links(coloured, places))
    assert page.tree.body.text() == "one, two, three"
    found = [(a.text(), a.attributes["href"]) for a in page.tree.css("a")]
    assert found == [("one", "#1"), ("two", "#2"), ("three", "#3")]


def test_without_places_nothing_changes() -> None:
    assert with_links("<i>a &lt;</i>\n", []) == "<i>a &lt;</i>\n"
