"""HTML that an author types ends where it began, and pretends nothing."""

import pytest
from markdown import Markdown

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.extensions.typed_html import unpaired
from lecture_site.pages.reader import read_pages
from small_site import change


def rendered(text: str) -> str:
    extensions = [
        *("attr_list", "md_in_html", "pymdownx.superfences"),
        "lecture_site.extensions.typed_html",
    ]
    return Markdown(extensions=extensions).convert(text)


@pytest.mark.parametrize(
    ("html", "tag"),
    [
        ("<p>a</p></div><p>b</p>", "</div>"),
        ("</article><p>b</p>", "</article>"),
        ("<div><p>a</div></section>", "</section>"),
        ("<table><tr><td>a</div></table>", "</div>"),
        ("<pre>a", "<pre"),
        ("<div><p>a", "<div"),
        ("<b><i>a</b></i>", "</b>"),
        ("<textarea><p>a</p>", "<textarea"),
    ],
)
def test_a_tag_that_belongs_to_no_other_is_found(html: str, tag: str) -> None:
    assert unpaired(html) == tag


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<br>b<img src='a'></p><hr>",
        "<ul><li>a<li>b</ul><p>c",
        "<table><tr><td>a<td>b<tr><td>c</table>",
        "<svg><path d='M0'/><g><path/></g></svg>",
        "a < b and </p> and <!-- </div> -->",
        "<dl><dt>a<dd>b</dl>",
        "<script>if (a < b) '</div>'</script>",
    ],
)
def test_what_html_closes_by_itself_is_whole(html: str) -> None:
    assert unpaired(html) == ""


@pytest.mark.parametrize(
    "text",
    [
        "</div>\n\nwords $ a $",
        "<p>x</p></div></div><p>0.97</p>",
        "words </article> words",
        "<pre>never closed\n\nwords",
    ],
)
def test_nothing_gets_out_of_the_article(text: str) -> None:
    with pytest.raises(ProblemError, match="not whole"):
        rendered(text)


@pytest.mark.parametrize(
    "text",
    [
        '<p class="checked">0.97</p>',
        "<div class='a listing-note listing-note--prints'>0.97</div>",
        "<b CLASS=highlight>0.97</b>",
        "**0.97**{ .formula }",
        "**0.97**{: #a .b .formula }",
        '<b class="drawing"><svg></svg></b>',
    ],
)
def test_a_class_of_the_build_is_not_typed(text: str) -> None:
    with pytest.raises(ProblemError, match="only the build gives the class"):
        rendered(text)


@pytest.mark.parametrize(
    "text",
    [
        '<p class="unchecked note">words</p>',
        "**words**{ .measured }",
        '```text\n<p class="checked">{ .formula }</div>\n```',
        "The class is checked here.",
        "`</div>` and `<pre>`",
        "`<b class='checked'>` and ``{ .formula }``",
    ],
)
def test_other_classes_and_code_are_fine(text: str) -> None:
    assert rendered(text)


def test_a_page_is_told_with_its_line(small_site: Project) -> None:
    (small_site.snippets / "page" / "prints_three.out").write_text("3\n")
    change(small_site, "docs/index.md", "See", "</div>\n\nSee")
    problems = read_pages(small_site).problems
    (told,) = [p for p in problems if p.page == "docs/index.md"]
    assert told.line == 3
    assert "'</div>'" in told.what
