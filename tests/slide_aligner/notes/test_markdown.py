"""Notes are read as a reader sees them, whatever dialect they are in."""

from pathlib import Path

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linear_growth import assert_linear
from slide_aligner.documents import Notes
from slide_aligner.notes.anchors import Anchors
from slide_aligner.notes.markdown import notes_of_text, read_notes
from terminal.errors import FileProblemError


def read(text: str) -> Notes:
    return notes_of_text(text, "notes.md")


def outline(text: str) -> list[tuple[int, int, str, str]]:
    return [
        (section.level, section.line, section.anchor, section.heading)
        for section in read(text).sections
    ]


def paragraphs(text: str) -> list[str]:
    return [
        paragraph.text
        for section in read(text).sections
        for paragraph in section.paragraphs
    ]


def lines(text: str) -> list[int]:
    return [
        paragraph.line
        for section in read(text).sections
        for paragraph in section.paragraphs
    ]


def test_both_kinds_of_headings_are_sections_with_lines() -> None:
    text = "# Top\n\nfirst\n\nBelow\n-----\n\nsecond\n\n### Deep ###\nthird\n"
    assert outline(text) == [
        (1, 1, "top", "Top"),
        (2, 5, "below", "Below"),
        (3, 10, "deep", "Deep"),
    ]
    assert paragraphs(text) == ["first", "second", "third"]
    assert lines(text) == [3, 8, 11]


@pytest.mark.parametrize(
    "heading",
    [
        "Rates multiply",
        "What is $x_1 + y^2$ for?",
        "The `forward()` method & its *friends*",
        "Äpfel, naïve – and 3.5 more",
        "snake_case_name",
        "A -- B",
        "[A link](https://example.org/a_b) here",
        "Numbered_3",
        "层",
        "",
        "&amp; entities &lt;b&gt;",
        "**Bold** <em>tag</em>",
        "![Its alt text](x.png) Title",
        r"Escaped \*stars\*",
    ],
)
def test_anchors_are_those_of_python_markdown(heading: str) -> None:
    text = f"## {heading}\n\n## {heading}\n\n## Other\n\n## {heading}\n"
    maths = {"pymdownx.arithmatex": {"generic": True}}
    page = markdown.Markdown(
        extensions=["toc", "attr_list", "pymdownx.arithmatex"],
        extension_configs=maths,
    )
    page.convert(text)
    expected = [token["id"] for token in page.toc_tokens]
    assert [anchor for _, _, anchor, _ in outline(text)] == expected


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("## Loss {#the-loss}", "the-loss"),
        ("## Loss {: #the-loss .wide }", "the-loss"),
        ("## Loss ## {#the-loss}", "the-loss"),
        ("## Loss {#sec:loss}", "sec:loss"),
        ("Loss {#the-loss}\n====", "the-loss"),
        ("## Loss {.unnumbered}", "loss"),
        ("## Loss {: data-toc-label='L' }", "loss"),
    ],
)
def test_an_identifier_given_by_hand_stands(heading: str, anchor: str) -> None:
    assert outline(heading)[0][2:] == (anchor, "Loss")


def test_a_set_in_braces_is_no_attribute_list() -> None:
    assert outline("## The set {a, b}")[0][3] == "The set {a, b}"


def test_a_generated_anchor_gives_way_to_one_by_hand_further_down() -> None:
    text = "## Loss\n\n## Loss\n\n## Other {#loss}\n\ntext {#loss_1}\n"
    found = [anchor for _, _, anchor, _ in outline(text)]
    assert found == ["loss_2", "loss_3", "loss"]


def test_anchors_are_unique_even_if_the_author_repeats_one() -> None:
    found = [a for _, _, a, _ in outline("# A {#x}\n\n# B {#x}\n\n# C {#x}")]
    assert found == ["x", "x_1", "x_2"]


def test_text_without_heading_is_one_section() -> None:
    assert outline("just text\n\nand more") == [(0, 1, "", "")]


def test_text_before_the_first_heading_has_its_own_section() -> None:
    assert [row[:2] for row in outline("intro\n\n# Top")] == [(0, 1), (1, 3)]


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "<!-- only this -->"])
def test_nothing_has_no_sections(text: str) -> None:
    assert read(text).sections == ()


@pytest.mark.parametrize(
    "text",
    [
        "```python\n# not a heading\n```\n",
        "~~~~\n```\n# not\n~~~~\n",
        "!!! note\n    ```python\n    # not a heading\n    ```\n",
        "- item\n\n    ```\n    # not\n    ```\n",
        "<!--\n# not\n-->\n",
        "$$\n# not\n$$\n",
        "```{note}\n# not\n```\n",
        "> # quoted\n",
        '!!! note "Title"\n    # boxed\n',
        "::: {.callout-note}\n## Its title\ntext\n:::\n",
    ],
)
def test_what_only_looks_like_a_heading_opens_no_section(text: str) -> None:
    following = text + "\n# Real\n"
    assert [row[3] for row in outline(following) if row[0]] == ["Real"]


def test_a_quoted_heading_is_text_and_uses_up_its_anchor() -> None:
    text = "> ## Loss\n\n## Loss\n"
    assert paragraphs(text) == ["Loss"]
    assert outline(text)[-1][2] == "loss_1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # front matter
        ("---\ntitle: T\ntags: [a]\n---\n\nbody", ["body"]),
        ("+++\ntitle = 'T'\n+++\nbody", ["body"]),
        ("---\ntitle: T\n...\nbody", ["body"]),
        # inline markup
        ("*a* **b** `c_d` ~~e~~ __f__ snake_case", ["a b c_d e f snake_case"]),
        (
            "[shown](http://x.org/y) and <http://z.org>",
            ["shown and http://z.org"],
        ),
        ("[shown][ref]\n\n[ref]: http://x.org", ["shown"]),
        ("![what it shows](a/b.png){ width=50% }", ["what it shows"]),
        (
            "text[^1] more\n\n[^1]: The note\n    goes on.\n\n    Twice.",
            ["text more", "The note goes on.", "Twice."],
        ),
        ("a &lt; b &nbsp;c &copy;", ["a < b c ©"]),
        ("one<br>two <kbd>Ctrl</kbd> ==marked==", ["one two Ctrl marked"]),
        (":material-check: done at 10:30:15", ["done at 10:30:15"]),
        ("paragraph\n{: .wide #p }", ["paragraph"]),
        ("**bold**{.red} word", ["bold word"]),
        # formulas
        ("so $w_1 *x* w_2$ and \\(a_b\\)", ["so w_1 *x* w_2 and a_b"]),
        ("it costs $5 and $10 more", ["it costs $5 and $10 more"]),
        ("costs \\$5 and $x$", ["costs $5 and x"]),
        ("$$\na = b\n= c\n$$\n\nafter", ["a = b = c", "after"]),
        ("\\[ \\frac{{a}}{b} \\]", ["\\frac{{a}}{b}"]),
        ("$\\frac{{a}}{{b}}$", ["\\frac{{a}}{{b}}"]),
        ("in $$x_1$$ line", ["in x_1 line"]),
        (
            "\\begin{align}\na &= b \\\\\n- c\n\\end{align}",
            ["\\begin{align} a &= b \\\\ - c \\end{align}"],
        ),
        ("$$\nnever closed\n\nafter", ["$$ never closed", "after"]),
        # boxes and tabs
        (
            '!!! note "The **title**"\n    body\n\n    more\n\nafter',
            ["The title", "body", "more", "after"],
        ),
        (
            '??? question inline end "Why?"\n    - because\n',
            ["Why?", "because"],
        ),
        ("???+ tip\n\n    body", ["body"]),
        ("- item\n\n    !!! note\n        inside\n", ["item", "inside"]),
        (
            '=== "By hand"\n\n    x\n\n=== "NumPy"\n\n    y\n',
            ["By hand", "x", "NumPy", "y"],
        ),
        ("Text!\n\n!!! really", ["Text!", "!!! really"]),
        (":::note Title here\nbody\n:::", ["Title here", "body"]),
        (":::tip[Boxed]\n\nbody\n\n:::\n", ["Boxed", "body"]),
        ('::: {.callout-tip title="Named"}\nbody\n:::', ["Named", "body"]),
        (":::{admonition} Titled\nbody\n:::", ["Titled", "body"]),
        ("::: package.module\n    options:\n      x: 1\n\nafter", ["after"]),
        (
            "![alt](x.svg)\n/// figure-caption\nCaption.\n///\nafter",
            ["alt", "Caption.", "after"],
        ),
        ("/// details | Sum\n    type: tip\nhidden\n///", ["Sum", "hidden"]),
        ("/// html | div.grid\ntext\n///", ["text"]),
        ("````{note}\n```{tip}\ninner *x*\n```\n````", ["inner x"]),
        ("> [!NOTE]\n> alert text", ["alert text"]),
        ("> [!tip]- Folded\n> text", ["Folded text"]),
        ("```{note} Titled\n:class: x\nbody **b**\n```", ["Titled", "body b"]),
        ("```{math}\n:label: eq\na_b\n```", ["a_b"]),
        # lists, definitions, tables
        (
            "Term\n:   What it\n    means.\n\n    More.\n\nafter",
            ["Term", "What it means.", "More.", "after"],
        ),
        ("| a | b |\n|---|---|\n| c | *d* |\n\nafter", ["a b c d", "after"]),
        ("1. one\n2. two\n   - three\n", ["one", "two", "three"]),
        ("- [ ] open\n- [x] done", ["[ ] open", "[x] done"]),
        # HTML
        (
            "<details>\n<summary>Why?</summary>\n\nAs *so*.\n\n</details>",
            ["Why?", "As so."],
        ),
        ("<div class='a' markdown>\n*text*\n</div>", ["text"]),
        ("<script>\nlet hidden = 1;\n\nmore\n</script>\n\nafter", ["after"]),
        ("a <script>hidden()</script> b <style>p{}</style>c", ["a b c"]),
        ("<p>one &amp; <b>two</b></p>", ["one & two"]),
        ('<img src="x.png" alt="A picture">\n\nafter', ["A picture", "after"]),
        ("before <!-- unseen --> after", ["before after"]),
        ("<div>a <!-- unseen\n--> b</div>", ["a b"]),
        # macros, includes, wiki links
        ("is {{ measured('x') }} {% if a %}b{% endif %} {# c #}.", ["is b ."]),
        ("[shown]({{ url }})", ["shown"]),
        ('--8<-- "file.md"\n\nafter', ["after"]),
        ("--8<--\na.md\nb.md\n--8<--\nafter", ["after"]),
        (
            "![[picture.png]] [[Page|shown]] [[Other]] ![[p.png|300]]",
            ["shown Other"],
        ),
        ("[TOC]\n\nafter", ["after"]),
        ("(the-label)=\nafter", ["after"]),
    ],
)
def test_a_paragraph_is_what_the_reader_sees(
    text: str, expected: list[str]
) -> None:
    assert paragraphs(text) == expected


def test_front_matter_leaves_the_line_numbers() -> None:
    assert outline("---\na: 1\n---\n# Top\n\ntext") == [(1, 4, "top", "Top")]
    assert lines("---\na: 1\n---\n# Top\n\ntext") == [6]


def test_a_rule_at_the_top_is_not_front_matter() -> None:
    text = "---\n\nText.\n\n---\n\nMore: text."
    assert paragraphs(text) == ["Text.", "More: text."]


def test_code_gives_comments_and_each_name_once() -> None:
    fence = '''```python title="a.py"
"""Runs the network."""
def forward(inputs):
    # multiply by the weights
    return inputs @ weights + inputs  # no bias
```'''
    assert paragraphs(fence) == [
        "Runs the network. multiply by the weights no bias "
        "forward inputs weights"
    ]


def test_an_include_in_a_fence_and_output_are_not_words() -> None:
    include = '```python\n--8<-- "page/whole_example.py"\n```\n'
    output = "```{.output}\n0.3 accuracy\n```\n"
    assert paragraphs(f"{include}\n{output}") == []


def test_an_unclosed_formula_ends_with_its_paragraph() -> None:
    text = "$$ a\n\n## Loss\n\n$$ b $$\n"
    assert [row[3] for row in outline(text)] == ["", "Loss"]


def test_directives_in_directives_in_directives_end() -> None:
    ticks = range(1500, 3, -1)
    text = "".join("`" * count + "{note}\n" for count in ticks)
    assert len(read(text).sections) <= 1


def test_lines_are_those_of_the_source_inside_boxes_and_directives() -> None:
    text = '# T\n\n!!! note "Box"\n\n    inside\n\n```{tip}\n\ndeep\n```\n'
    assert lines(text) == [3, 5, 9]


@pytest.mark.parametrize(
    "block",
    [
        "<!-- slide-aligner: 3 -->\n![Slide](s.webp)\n<!-- /slide-aligner -->",
        "<!-- slide-aligner -->\n\n![Slide](s.webp)\n\n*Slide*\n\n"
        "<!-- /slide-aligner -->",
        "<!-- slide-aligner: x -->![Slide](s)<!-- /slide-aligner -->",
    ],
)
def test_what_the_aligner_inserted_is_not_read(block: str) -> None:
    text = f"# Top\n\n{block}\n\nown words\n\n## Next\n{block}\nmore\n"
    assert paragraphs(text) == ["own words", "more"]


def test_an_unclosed_marker_hides_nothing() -> None:
    text = "<!-- slide-aligner: 3 -->\n\nown words\n"
    assert paragraphs(text) == ["own words"]


def test_a_marker_shown_in_a_fence_is_code() -> None:
    text = (
        "```\n<!-- slide-aligner: 3 -->\n```\n\nown\n\n<!-- /slide-aligner -->"
    )
    assert paragraphs(text)[-1] == "own"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_line_ends_and_byte_order_marks_do_not_matter(
    end: str, start: str, last: str, tmp_path: Path
) -> None:
    body = "---\na: b\n---\n# Top\n\n-\titem\n\n## Next\ntext" + last
    path = tmp_path / "notes.md"
    path.write_bytes((start + body.replace("\n", end)).encode("utf-8"))
    assert read_notes(path, "notes.md") == read(body)
    assert outline(body)[1] == (2, 8, "next", "Next")


def test_many_unclosed_markers_take_linear_time() -> None:
    assert_linear(lambda n: read("<!-- slide-aligner -->\n\n" * n), 4_000)


def test_equal_anchors_take_linear_time() -> None:
    def numbered(n: int) -> None:
        anchors = Anchors(set())
        last = [anchors.generated("loss") for _ in range(n)][-1]
        assert last == f"loss_{n - 1}"

    assert_linear(numbered, 8_000)


def test_notes_in_another_encoding_name_line_and_byte(tmp_path: Path) -> None:
    path = tmp_path / "old.md"
    path.write_bytes("# Top\n\ncaf\xe9\n".encode("latin-1"))
    with pytest.raises(FileProblemError) as caught:
        read_notes(path, "old.md")
    assert str(caught.value) == (
        f"{path}:3: is not UTF-8: byte 11 is 0xe9; save it as UTF-8"
    )


def test_utf16_with_its_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "notepad.md"
    path.write_bytes("# Überblick\n".encode("utf-16"))
    assert read_notes(path, "n").sections[0].heading == "Überblick"


def test_missing_notes_and_folders_are_one_line(tmp_path: Path) -> None:
    for path, said in ((tmp_path, "folder"), (tmp_path / "no.md", "exist")):
        with pytest.raises(FileProblemError, match=said) as caught:
            read_notes(path, "x")
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "heading", ["## Heading {0}", "## Heading", "## Heading_1\n\n## Heading"]
)
def test_twice_the_headings_take_twice_the_time(heading: str) -> None:
    def text(n: int) -> str:
        return "".join(f"{heading.format(i)}\n\n" for i in range(n))

    assert_linear(lambda n: read(text(n)), 2_000)


def test_thousands_of_headings_have_anchors_of_their_own() -> None:
    sections = read("## Heading_1\n\n## Heading\n\n" * 1_000).sections
    assert len({section.anchor for section in sections}) == 2_000


@pytest.mark.parametrize(
    "piece",
    [
        "$a ",
        "` `` ",
        "[[",
        "{{",
        "{% ",
        "<!--",
        "\\(",
        "==a ",
        "{.a ",
        "> ",
        "<a ",
        "$$ a\n\n",
        "<!-- slide-aligner -->\n\n",
        "!!! note\n\n",
        "[^a",
        "::: {.callout}\n",
        "<div>\n",
        "```{note}\n",
        ":a",
        "|a",
    ],
)
def test_what_is_never_closed_takes_linear_time(piece: str) -> None:
    assert_linear(lambda n: read(piece * (n // len(piece))), 20_000)


MARKUP = st.lists(
    st.sampled_from(
        [
            "# ",
            "## A\n",
            "\n",
            "\n\n",
            "- ",
            "> ",
            "    ",
            "\t",
            "```\n",
            "$$",
            "$",
            "\\(",
            "\\[",
            "\\]",
            "!!! note",
            '=== "T"',
            ":::",
            "///",
            "[^1]:",
            "[",
            "]",
            "(",
            ")",
            "|",
            "|-|\n",
            "<div>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "{#a}",
            "{{",
            "}}",
            "{%",
            "%}",
            "--8<--",
            "[[",
            "]]",
            "*",
            "_",
            "`",
            "---\n",
            "===\n",
            ":   ",
            "x",
            "word ",
            "\0",
            "\r",
            "é",
            "層",
            "<!-- slide-aligner -->",
            "<!-- /slide-aligner -->",
            "```{note}\n",
            "&amp;",
            "&#0;",
            "\\",
            "![",
            "\ud800",
            "<br>",
            "<img alt='",
        ]
    )
).map("".join)


@given(st.one_of(MARKUP, st.text()))
@example("- # \n")
@example(": x")
def test_any_text_is_read(text: str) -> None:
    sections = read(text).sections
    found = [section.line for section in sections]
    assert found == sorted(set(found))
    last = text.count("\n") + text.count("\r") + 1
    for section in sections:
        for paragraph in section.paragraphs:
            assert section.line <= paragraph.line <= last
            assert paragraph.text.strip()
    anchors = [section.anchor for section in sections]
    assert len(set(anchors)) == len(anchors)
