import io
from pathlib import Path

import pikepdf
import pytest

from lecture_site.basics.theme import Theme
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.printing.document import (
    Book,
    Chapter,
    chapters,
    document,
    numbers_of,
)
from lecture_site.finishing.printing.print import packed, slugs

PAGE = """
<link rel="next" href="{following}">
<article class="md-content__inner md-typeset">
<h1 id="top">{title}<a class="headerlink" href="#top">¶</a></h1>
{body}
<p class="checked">checked with <a href="../x/">x</a></p>
</article>
"""


@pytest.fixture
def site(tmp_path: Path) -> BuiltSite:
    site = BuiltSite(tmp_path)
    site.add("index.html", '<link rel="next" href="one/">')
    return site


def write(
    site: BuiltSite, slug: str, body: str = "", following: str = ""
) -> None:
    page = PAGE.format(title=slug.title(), body=body, following=following)
    site.add(f"{slug}/index.html", page)


def body_of(site: BuiltSite, body: str, address: str = "") -> str:
    write(site, "one", body, "../two/")
    write(site, "two")
    return chapters(site, ["one", "two"], address)[0].body


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("../a%20b.png", "a%20b.png"),
        ("c.png#only-light", "one/c.png#only-light"),
        ("https://elsewhere.org/d.png", "https://elsewhere.org/d.png"),
        ("data:image/png;base64,AA==", "data:image/png;base64,AA=="),
    ],
)
def test_a_picture_is_found_from_where_the_document_is(
    site: BuiltSite, written: str, found: str
) -> None:
    body = body_of(site, f'<img src="{written}">')
    assert f'src="{found}"' in body


def test_the_chapters_are_the_pages_before_the_labs(site: BuiltSite) -> None:
    write(site, "one", following="../two/")
    write(site, "two", following="../labs/digits/")
    write(site, "labs/digits")
    write(site, "glossary")
    assert slugs(site) == ["one", "two", "glossary"]


def test_the_reference_of_the_code_is_no_chapter(site: BuiltSite) -> None:
    write(site, "one", following="../code/")
    write(site, "code", '<div class="of-the-code"></div>', "../two/")
    write(site, "two", following="../labs/digits/")
    assert slugs(site) == ["one", "two"]


def test_a_chapter_has_its_title_and_nothing_of_the_build(
    site: BuiltSite,
) -> None:
    body = body_of(site, "words")
    assert chapters(site, ["two"], "")[0].title == "Two"
    assert "words" in body
    assert "checked with" not in body


def test_chapters_are_found_in_another_theme(tmp_path: Path) -> None:
    site = BuiltSite(tmp_path, Theme(article="main", following="a.on"))
    site.add("index.html", '<a class="on" href="one/">on</a>')
    site.add("one/index.html", "<main><h1>One</h1>words</main><p>around")
    assert slugs(site) == ["one"]
    (chapter,) = chapters(site, ["one"], "")
    assert chapter == Chapter("one", "One", "<h1>One</h1>words")


def test_links_between_pages_stay_within_the_document(site: BuiltSite) -> None:
    links = '<a href="#here">a</a><a href="../two/#there">b</a>'
    body = body_of(site, links + '<a class="x" href="../two/">c</a>')
    assert '<a href="#one--here">a</a>' in body
    assert '<a href="#two--there">b</a>' in body
    assert '<a class="x" href="#two">c</a>' in body


def test_ids_get_the_name_of_their_page(site: BuiltSite) -> None:
    drawn = '<svg aria-labelledby="t"><title id="t">A</title></svg>'
    clip = '<path id="p" clip-path="url(#c)"/><use xlink:href="#m"/>'
    body = body_of(site, f"{drawn}<svg>{clip}</svg>")
    assert 'aria-labelledby="one--t"' in body
    assert '<title id="one--t">' in body
    assert '<path id="one--p" clip-path="url(#one--c)">' in body
    assert 'xlink:href="#one--m"' in body


def test_what_is_no_chapter_is_linked_where_it_is_published(
    site: BuiltSite,
) -> None:
    link = '<a href="../labs/digits/">lab</a><a href="https://x.org">x</a>'
    write(site, "one", link)
    linked = chapters(site, ["one"], "https://site.org/")[0].body
    assert '<a href="https://site.org/labs/digits/">lab</a>' in linked
    unlinked = chapters(site, ["one"], "")[0].body
    assert "<a>lab</a>" in unlinked
    assert '<a href="https://x.org">x</a>' in unlinked


def test_what_is_folded_is_open(site: BuiltSite) -> None:
    body = body_of(site, '<details class="q"><p>answer</p></details>')
    assert '<details class="q" open="">' in body


def test_every_tab_stands_under_its_name(site: BuiltSite) -> None:
    block = '<div class="tabbed-block">'
    tabs = (
        '<div class="tabbed-set"><input id="t1" type="radio">'
        '<div class="tabbed-labels"><label for="t1">NumPy</label>'
        '<label for="t2">PyTorch</label></div>'
        f"{block}one</div>{block}two</div></div>"
    )
    body = body_of(site, tabs + tabs)
    assert "<input" not in body
    assert "tabbed-labels" not in body
    named = [f'{block}<p class="tab">{x}</p>' for x in ("NumPy", "PyTorch")]
    assert [body.count(name) for name in named] == [2, 2]
    assert body.index(named[0] + "one") < body.index(named[1] + "two")


def test_the_contents_name_titles_and_pages() -> None:
    parts = [Chapter("one", "One & all", "<p>text</p>")]
    text = document(
        Book("A & b", parts, "cover", ["a.css"], "", "<b>{}</b>"), {"one": 7}
    )
    assert "<title>A &amp; b</title>" in text
    assert '<a href="#one">One &amp; all</a><span>7</span>' in text
    assert '<section class="chapter" id="one"><p>text</p>' in text


def test_chapters_begin_where_the_outline_has_its_first_level() -> None:
    parts = [Chapter("one", "One", ""), Chapter("two", "Two", "")]
    outline = [(0, "One", 3), (1, "Part", 4), (0, "Two", 9)]
    assert numbers_of(outline, parts) == {"one": 3, "two": 9}


def test_a_print_does_not_tell_when_it_was_made() -> None:
    made = []
    for date in ("D:20261125", "D:20270101"):
        with pikepdf.new() as document:
            document.add_blank_page()
            document.docinfo["/Title"] = "The lecture"
            document.docinfo["/CreationDate"] = date
            written = io.BytesIO()
            document.save(written, static_id=True)
        made.append(packed(written.getvalue()))
    assert made[0] == made[1]
    with pikepdf.open(io.BytesIO(made[0])) as document:
        assert list(document.docinfo) == ["/Title"]
