"""What was not understood is refused, however it was written."""

import json
from pathlib import Path

import pytest
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.basics.theme import Theme
from lecture_site.build import write_draft
from lecture_site.checks.as_read import problems_of
from lecture_site.finishing.page import Page
from small_site import change

SHELL = """<html><head><title>{title}</title>
<meta name="description" content="{title}"></head>
<body><article>{body}</article></body></html>"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").write_text("# Page\n", encoding="utf-8")
    entry = {"shown": "0.97", "spread": ["0.9", "0.98"]}
    measured = json.dumps({"page.a": entry})
    (tmp_path / "measured.json").write_text(measured, encoding="utf-8")
    counted = json.dumps({"blocks": {"shown": 12}})
    (tmp_path / "docs" / "verified.json").write_text(counted, "utf-8")
    return Project(tmp_path)


def told(project: Project, body: str, title: str = "A page") -> list[str]:
    html = SHELL.format(body=body, title=title)
    page = Page.parse("page/index.html", html)
    return [p.what for p in problems_of(page, project, Theme())]


LEFT_OVER = {
    "dollars": "<p>Text $$ y = x $$</p>",
    "half of dollars": "<p>Text $$</p>",
    "brackets": r"<li>\[ y = x \]</li>",
    "parentheses": r"<td>\( y \)</td>",
    "a command": r"<p>\frac{a}{b}</p>",
    "an environment": r"<p>\begin{aligned} a \end{aligned}</p>",
    "blanks inside": "<p>the sum $ a + b $ of</p>",
    "one letter": "<p>the number $n$ of</p>",
    "raw cell": "<table><tr><td>$x^2$</td></tr></table>",
    "across an element": "<p>$x_<em>1 + y_</em>2$</p>",
    "macro": "<p>It is {{ measured('a') }}.</p>",
    "statement": "<p>{% if a %}</p>",
    "code": "<p>Then it is:\n    x = np.zeros(3)</p>",
    "indented printing": "<p>Then it is:\n    print(x)\n    y</p>",
    "an indented loop": "<li>Then\n        for a in b:\n            a()</li>",
    "include": '<p>--8&lt;-- "page/a.py"</p>',
    "ticks": "<p>```python</p>",
    "tildes": "<p>~~~ py</p>",
    "box": '<p>!!! note "Title"</p>',
    "folded box": "<p>??? question</p>",
    "tab": '<p>=== "NumPy"</p>',
    "caption": "<p>A line.\n/// figure-caption</p>",
    "link": "<p>[words](page.md)</p>",
    "picture": "<p>![](figures/page/line.svg)</p>",
    "footnote": "<p>said before[^1].</p>",
    "attributes": "<p>word { .class }</p>",
    "other attributes": "<h2>Title {: #anchor }</h2>",
    "an index": "<p>the weights W^{(1)} and</p>",
    "another index": "<p>the units x_{i} and</p>",
    "one dollar": "<p>the weight $w_i of the unit</p>",
    "a dollar and a command": r"<p>the angle $\pi is</p>",
    "a reference": "<p>See [the words][nowhere] there.</p>",
    "half a comment": "<p>Words &lt;!-- and never more</p>",
    "end of a comment": "<p>and no more --&gt; there</p>",
    "a comment of Obsidian": "<p>Words %% hidden %% there</p>",
    "a box of GitHub": "<blockquote><p>[!NOTE]\nWords</p></blockquote>",
    "a box of Pandoc": "<p>::: note\nWords\n:::</p>",
    "a list": "<p>Two of them:\n- one\n- two</p>",
    "a list with numbers": "<p>Two of them:\n1. one\n2. two</p>",
    "a table": "<p>Here:\n| a | b |\n|---|---|\n| c | d |</p>",
    "a table without outer bars": "<p>a | b\n--|--\nc | d</p>",
    "a heading": "<div>\n### Words\n</div>",
    "half an emphasis": "<p>This is **bold and never ends.</p>",
    "emphasis in HTML": "<table><tr><td>**bold**</td></tr></table>",
    "half a code": "<p>This is `code and never ends.</p>",
    "in an excuse": "<div class='listing-note listing-note--not-run'>"
    "<pre><samp>for $x^2$</samp></pre></div>",
    "in a title": "<p><a title='$x^2$' href='#'>there</a></p>",
    "in an alternative text": r"<p><img alt='\alpha' data-not-drawn=''></p>",
    "in a label": "<nav aria-label='{{ a }}'>there</nav>",
}
FINE = {
    "words": "<p>Words, 12 of them: a &lt; b, c = d.</p>",
    "code": "<p><code>$x$ {{ a }} \\frac --8&lt;-- ```</code></p>",
    "listing": "<div class='highlight'><pre>{{}}\n!!! $$ **a</pre></div>",
    "formula": "<p><math><mi>x</mi><annotation>\\frac</annotation></math></p>",
    "drawing": "<b class='drawing'><svg><text>\\$x_1$ 0.97</text></svg></b>",
    "money": "<p>It costs $5 and not $6.</p>",
    "a line that begins further in": "<p>Words\n    and print of x = 1</p>",
    "a path": "<p>under docs/ and C:/</p>",
    "signs": "<p>#1 of 3 - and * or + a_b or x-y|z</p>",
    "a line that begins with a sign": "<p>from 3\n-4 to\n+5 and 1.\nx</p>",
    "brackets": "<p>[a, b] and (c) and {d}</p>",
    "measured": "<p><a class='measured' href='../c/#page.a'>0.97</a></p>",
    "a spread": "<p><a class='measured' href='#page.a'>0.9 to 0.98</a></p>",
    "a count": "<p><a class='measured' href='#counted'>12</a> listings</p>",
    "elsewhere": "<p><a href='https://a.b/'>Adam, 0.999</a></p>",
    "a year": "<p>Rumelhart et al., 1986</p>",
    "prints": "<div class='listing-note'><pre>0.97</pre></div>",
}


@pytest.mark.parametrize("kind", LEFT_OVER)
def test_what_was_left_over_is_told(kind: str, project: Project) -> None:
    assert any("not understood" in t for t in told(project, LEFT_OVER[kind]))


@pytest.mark.parametrize("kind", FINE)
def test_what_a_reader_may_see_is_not_told(
    kind: str, project: Project
) -> None:
    assert told(project, FINE[kind]) == []


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>0.97</td></tr></table>",
        "<div><p>It reaches <b>93</b> %.</p></div>",
        "<figure><figcaption>after 1500 steps</figcaption></figure>",
        "<details><summary>0.5</summary></details>",
        "<p>It is <b class='formula'>0.97</b></p>",
        "<p>See <a href='a.md' title='it reaches 97 %'>there</a></p>",
        "<p><abbr title='reaches 0.97'>net</abbr></p>",
        "<p aria-label='it reaches 0.97'>net</p>",
        "<img alt='rises to 0.97' data-not-drawn='by A. Friend'>",
        "<div class='listing-note listing-note--not-run'>"
        "<pre><samp>it reaches 0.97</samp></pre></div>",
    ],
)
def test_a_number_in_raw_html_is_typed_by_hand(
    body: str, project: Project
) -> None:
    assert any("typed by hand" in text for text in told(project, body))


@pytest.mark.parametrize(
    "text",
    [
        "about **0.97**{ .measured }",
        "**0.97**{: .a .slide-title title='b' }",
        '<b class="measured">0.97</b>',
        "* <b CLASS='a slide-title'>0.97</b>",
    ],
)
def test_a_class_of_macros_is_not_typed(text: str, project: Project) -> None:
    page = project.docs / "page.md"
    page.write_text(f"# Page\n\nWords.\n\n{text}\n", encoding="utf-8")
    page_html = Page.parse("page/index.html", SHELL.format(body="", title="A"))
    (problem,) = problems_of(page_html, project, Theme())
    assert "only a macro gives the class" in problem.what
    assert problem.line == 5


@pytest.mark.parametrize(
    "text",
    [
        "```text\n{ .measured }\n```",
        "Write `**1**{ .measured }`.",
        "{{ measured('a') }}",
        "The word measured.",
        "**a**{ .unmeasured }",
    ],
)
def test_its_name_may_be_said(text: str, project: Project) -> None:
    page = project.docs / "page.md"
    page.write_text(f"# Page\n\n{text}\n", encoding="utf-8")
    assert told(project, "") == []


@pytest.mark.parametrize(
    "body",
    [
        "<b class='measured'>0.97</b>",
        "<a class='measured' href='../c/#page.a'>0.98</a>",
        "<a class='measured' href='../c/#page.b'>0.97</a>",
        "<a class='measured' href='#counted'>13</a>",
        "<span class='measured'>93 %</span>",
    ],
)
def test_what_only_looks_measured_is_told(body: str, project: Project) -> None:
    (said,) = told(project, f"<p>It is {body}.</p>")
    assert "marked as measured" in said


@pytest.mark.parametrize(
    "body",
    [
        "<img src='hand.svg' alt='A line.'>",
        "<img src='../figures/page/line.svg' alt='A line that falls'>",
        "<svg><path d='M0 0'/></svg>",
        "<picture><img src='a.png' alt=''></picture>",
        "<canvas></canvas>",
        "<iframe src='chart.html'></iframe>",
        "<object data='a.svg'></object>",
        "<input type='image' src='a.png' alt='a'>",
        "<b style='background: url(a.png)'>a</b>",
        "<b style='list-style-image: URL(a.png)'>a</b>",
    ],
)
def test_a_picture_that_no_code_drew_is_told(
    body: str, project: Project
) -> None:
    said = told(project, f"<p>{body}</p>")
    assert "no code of the lecture drew" in said[0]
    excused = f"<p data-not-drawn='by A. Friend'>{body}</p>"
    assert not any("drew" in text for text in told(project, excused))


@pytest.mark.parametrize(
    "body",
    [
        "<img src='{}' alt=''>",
        "<video><source src='{}'></video>",
        "<object data='{}'></object>",
        "<iframe src='{}'></iframe>",
    ],
)
@pytest.mark.parametrize(
    "address", ["../there.png", "there.png", "../a%20b.png?h=1#only-light"]
)
def test_a_picture_that_is_not_there_is_told(
    body: str, address: str, project: Project
) -> None:
    excused = f"<p data-not-drawn='by A. Friend'>{body.format(address)}</p>"
    (said,) = told(project, excused)
    assert said == f"the picture '{address}' is not there"
    (project.docs / "page").mkdir()
    for name in ("there.png", "page/there.png", "a b.png"):
        (project.docs / name).write_bytes(b"\x89PNG")
    assert told(project, excused) == []


def test_a_picture_in_the_page_itself_is_there(project: Project) -> None:
    shown = "<img data-not-drawn src='data:image/png;base64,AA==' alt=''>"
    assert told(project, f"<p>{shown}</p>") == []


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        ("<a href='page.md'></a>", True),
        ("<a href='page.md'> </a>", True),
        ("<a href='page.md'>words</a>", False),
        ("<a href='page.md' aria-label='words'></a>", False),
        ("<a href='page.md'><math><mi>x</mi></math></a>", False),
        ("<a id='place'></a>", False),
    ],
)
def test_a_link_without_words_is_told(
    body: str, is_told: bool, project: Project
) -> None:
    assert bool(told(project, f"<p>{body}</p>")) is is_told


@pytest.mark.parametrize(
    "head",
    [
        "<title>Trained in 93 %</title>",
        "<meta name='description' content='It has 93 %.'>",
    ],
)
def test_a_number_in_the_head_is_typed_by_hand(
    head: str, project: Project
) -> None:
    page = Page.parse("page/index.html", head)
    (problem,) = problems_of(page, project, Theme())
    assert problem.what == "the number 93 is typed by hand"


@pytest.mark.parametrize("tag", ["meta", "base", "form", "link", "style"])
def test_what_a_page_is_not_made_of_is_told(
    tag: str, project: Project
) -> None:
    (said,) = told(project, f"<p>Here: <{tag} href='https://a.org'></p>")
    assert said == f"a page may have no <{tag}>"


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        ("<pre><code class='language-python'>print(1)</code></pre>", True),
        ("<pre class='language-py'>print(1)</pre>", True),
        ("<div class='language-python highlight'><pre>a</pre></div>", False),
        ("<pre>accuracy 0.97</pre>", True),
        ("<pre><code>&gt;&gt;&gt; accuracy()\n0.97</code></pre>", True),
        ("<p>It prints <samp>0.97</samp></p>", True),
        ("<p><code>print(1)</code></p>", False),
        ("<p><code>{code-cell} ipython3\nprint(1)\n</code></p>", True),
        ("<p><code>{python}\nprint(1)</code></p>", True),
        ("<p><code>{a}</code> and <code>b\nc</code></p>", False),
    ],
)
def test_code_that_came_past_the_fences_is_told(
    body: str, is_told: bool, project: Project
) -> None:
    said = told(project, body)
    assert any("has not been run" in text for text in said) is is_told


@pytest.mark.parametrize(
    "typed",
    [
        "<p><a href='file:///etc/passwd'>there</a></p>",
        "<script>window.ran = 1</script>",
        "<p onclick='ran()'>there</p>",
        "<p><a href='javascript:ran()'>there</a></p>",
        "<p><a href=' JavaScript:ran()'>there</a></p>",
        "<b class='drawing'><svg onload='ran()'></svg></b>",
    ],
)
def test_a_script_that_an_author_typed_is_told(
    typed: str, project: Project
) -> None:
    source = project.docs / "page.md"
    source.write_text(f"# Page\n\n{typed}\n", encoding="utf-8")
    (said,) = told(project, typed)
    assert "no script of its own" in said


def test_a_script_of_the_theme_is_not_told(project: Project) -> None:
    assert told(project, "<script>window.theme = 1</script>") == []


def test_the_title_is_read_too(project: Project) -> None:
    assert len(told(project, "", title="A $x^2$")) == 2  # and the description


def test_a_page_that_nobody_wrote_is_left_alone(project: Project) -> None:
    html = SHELL.format(body="<p>$$</p>", title="Lost")
    page = Page.parse("elsewhere/index.html", html)
    assert list(problems_of(page, project, Theme())) == []


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("The sum\n$$\na + b\n$$\nis large.", 16),
        ("!!! note\n\n    In a box\n    $$\n    a\n    $$", 18),
        ("A $ a + b $ of it.", 15),
        ("<table><tr><td>$x^2$</td></tr></table>", 15),
        ("- item\n\\[ y = x \\]", 16),
        ("``` python\nnever closed", 15),
        ("Here {{ '{{' }} is left.", 15),
    ],
)
def test_a_build_ends_at_the_line_of_the_source(
    built_site: Project, written: str, line: int
) -> None:
    change(built_site, "docs/page.md", "It measures", f"{written}\n\nIt")
    (problem,) = write_draft(built_site, Console(quiet=True))
    assert "not understood" in str(problem)
    assert (problem.page, problem.line) == ("docs/page.md", line)
