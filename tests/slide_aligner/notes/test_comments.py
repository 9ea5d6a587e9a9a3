"""What an author hides is no section, and nothing is written into it."""

from pathlib import Path

import pytest

from linear_growth import assert_linear
from samples import link
from slide_aligner.insertion.insert import Picture, insert, revert
from slide_aligner.notes.comments import (
    comments,
    lines_in_comments,
    without_comments,
)
from slide_aligner.notes.markdown import notes_of_text


def headings(text: str) -> list[str]:
    sections = notes_of_text(text, "notes.md").sections
    return [section.heading for section in sections if section.level]


def words(text: str) -> str:
    sections = notes_of_text(text, "notes.md").sections
    return " ".join(p.text for s in sections for p in s.paragraphs)


HIDING = {
    "Obsidian, in lines of its own": "%%\n{}\n%%",
    "Obsidian, right at the words": "%% {} %%",
    "Obsidian, in a quotation": "> %%\n{}\n> %%",
    "Obsidian, empty before it": "%%%%\n\n%%\n{}\n%%",
    "Obsidian, never closed": "%%\n\n{}",
    "HTML": "<!--\n{}\n-->",
    "HTML, begun within a line": "shown <!-- so\n\n{}\n\n-->",
    "HTML, with a rule in it": "<!---\n{}\n\n---\n\n--->",
    "HTML, never closed": "<!--\n\n{}",
    "Jinja": "{{#\n{}\n#}}",
    "Jinja, without blanks around it": "{{#-\n{}\n-#}}",
    "Liquid": "{{% comment %}}\n{}\n{{% endcomment %}}",
    "Liquid, without blanks around it": (
        "{{%- comment -%}}\n{}\n{{%- endcomment -%}}"
    ),
    "Hugo": "{{{{< comment >}}}}\n{}\n{{{{< /comment >}}}}",
    "Hugo, as Markdown": "{{{{% comment %}}}}\n{}\n{{{{% /comment %}}}}",
    "MDX": "{{/*\n{}\n*/}}",
    "CriticMarkup": "{{>>\n{}\n<<}}",
    "LaTeX": "\\begin{{comment}}\n{}\n\\end{{comment}}",
    "Logseq": "#+BEGIN_COMMENT\n{}\n#+END_COMMENT",
}


@pytest.mark.parametrize("form", HIDING.values(), ids=HIDING)
def test_what_is_hidden_is_no_section_and_has_no_words(form: str) -> None:
    hidden = form.format("## Hidden\n\nsecret words")
    text = f"# A\n\n{hidden}\n"
    assert headings(text) == ["A"]
    assert "secret" not in words(text)
    assert "Hidden" not in words(text)


@pytest.mark.parametrize("form", HIDING.values(), ids=HIDING)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_nothing_is_written_into_a_comment(
    form: str, end: str, tmp_path: Path
) -> None:
    hidden = form.format("## Hidden\n\nsecret words")
    text = f"# A\n\nwords\n\n{hidden}\n\n## B\n\nmore\n".replace("\n", end)
    path = tmp_path / "notes.md"
    path.write_bytes(text.encode())
    links = [link("a", 1, 1), link("hidden", 5, 2), link("b", 9, 3)]
    insert(path, links, lambda _: Picture(tmp_path / "1.webp", "Title"))
    written = path.read_bytes().decode()
    assert hidden.replace("\n", end) in written
    assert written.count("![Title]") == 1 + ("never closed" not in _name(form))
    revert(path)
    assert path.read_bytes() == text.encode()


def _name(form: str) -> str:
    return next(name for name, each in HIDING.items() if each == form)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one %%two%% three", "one three"),
        ("one %% two\ntwo %% three", "one three"),
        ("- one %% two %%\n- three", "one three"),
        ("| a %% b %% |\n|---|\n| c |", "a c"),
        ("in lecture 2 %% two %% three", "in lecture 2 three"),
        ("% two\none\n% two\nthree", "one three"),
        ("one\n  % two", "one"),
        ("%% two, on one line\n\none", "one"),
        ("%\none", "one"),
        ("one {# two #} three {>>two<<}", "one three"),
        ("one <!-- two --> three <!--> four", "one three four"),
        ("one {/* two */} three", "one three"),
        ("%% two %% ## no heading", "## no heading"),
        ("%% two\ntwo %%## no heading", "## no heading"),
        ("one\n%% two %%---", "one ---"),
        ("one\n=== %% two %% =", "one === ="),
        ("```{note}\n% two\none\n```", "one"),
        (":::{tip}\n%% two %%\none\n:::", "one"),
        ("[//]: # (two)\n\none", "one"),
        ("[comment]: <> (two)\n\none", "one"),
    ],
)
def test_a_comment_within_words_takes_none_of_them(
    text: str, shown: str
) -> None:
    assert words(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "100%% of them and 50%% of these",
        "a growth of 5\n% of all",
        "of 20 %% it is said\n\n## B\n\nthat 30 %% are",
        "word%% here\n\n## B\n\nand word%% there",
        "an escaped \\%% and\n\n## B\n\nan escaped \\%%",
        "`%%` and\n\n## B\n\nthen `%%`",
        "``a ` %% b`` and\n\n## B\n\n``%%``",
        "```\n%%\n```\n\n## B\n\n```\n%%\n```",
        "- x\n\n    ~~~~ matlab\n    %% Cell\n    ~~~~\n\n## B\n\n%% x %%",
        "> ```\n> %%\n> ```\n\n## B\n\n%% x %%",
        "$$\na %% b\n$$\n\n## B\n\n$$\nc %% d\n$$",
        "\\[ a %% b \\]\n\n## B\n\n\\[ %% \\]",
        "begun {# and not closed\n\n## B",
        "begun {% comment %} and not closed\n\n## B",
        "begun %% and not closed\n\n## B",
        "HTML begins <!-- so\n\n## B\n\n<!-- closed -->",
        "{#own}\n\n## B",
        "%paragraph and %s\n\n## B",
        "a `b\n## B\nc` d",
        "a `b\n\nB\n---\nc` d",
    ],
)
def test_what_is_no_comment_hides_nothing(text: str) -> None:
    assert headings(f"# A\n\n{text}\n\n## C\n")[-1] == "C"
    if "## B" in text:
        assert headings(f"# A\n\n{text}\n\n## C\n") == ["A", "B", "C"]


def test_a_fence_that_never_ends_is_code_to_the_end() -> None:
    text = "# A\n\n```\n%%\n## x\n%%\n"
    assert list(comments(text)) == []


def test_lines_keep_their_numbers() -> None:
    text = "# A\n\n%%\nx\n%%\n\n## B <!-- a\nb -->\n\n{#\n#}\n# C"
    assert without_comments(text).count("\n") == text.count("\n")
    lines = [s.line for s in notes_of_text(text, "").sections]
    assert lines == [1, 7, 12]


def test_it_is_known_behind_which_line_a_comment_goes_on() -> None:
    text = "# A %% a\nb %% %% c\nd %%\n\n<!-- e -->\n<!-- f\ng -->"
    assert list(lines_in_comments(text)) == [0, 1, 5]


@pytest.mark.parametrize("begun", ["%% so", "<!-- so", "{# so", "{/* so"])
def test_a_heading_that_begins_a_comment_gets_no_picture(
    begun: str, tmp_path: Path
) -> None:
    closed = {"%": "%%", "<": "-->", "{# so": "#}", "{/* so": "*/}"}
    end = closed.get(begun) or closed[begun[0]]
    text = f"---\nt: '%%'\n---\n# A {begun}\n\nto {end}\n\n## B\n"
    path = tmp_path / "notes.md"
    path.write_text(text, encoding="utf-8")
    links = [link("a", 4, 1), link("b", 8, 2)]
    change = insert(path, links, lambda _: Picture(tmp_path / "1.webp", "T"))
    assert change.n_pictures == 1
    assert "outside of fences and comments" in change.warnings[0]
    assert path.read_text("utf-8").startswith(text)


@pytest.mark.parametrize(
    "around", ["x $$ %% a\n{}\nc %% $$", "x \\[ {{# a\n{}\nc #}} \\]"]
)
def test_a_block_that_would_part_a_formula_into_a_comment_is_left_out(
    around: str, tmp_path: Path
) -> None:
    text = f"# A\n\n{around.format('## B')}\n\n## C\n"
    path = tmp_path / "notes.md"
    path.write_text(text, encoding="utf-8")
    assert headings(text) == ["A", "B", "C"]
    links = [link(name, 1, 1) for name in "abc"]
    change = insert(path, links, lambda _: Picture(tmp_path / "1.webp", "T"))
    assert change.n_pictures == 2
    assert '"#b" outside of fences and comments' in change.warnings[0]
    revert(path)
    assert path.read_text(encoding="utf-8") == text


def test_a_title_opens_no_comment_where_it_is_inserted(tmp_path: Path) -> None:
    title = "100 %% <!-- {# {/* {>> {% comment %} \\begin{comment}"
    path = tmp_path / "notes.md"
    path.write_text("# A\n\nwords\n\n## B\n\nmore\n", encoding="utf-8")
    links = [link("a", 1, 1), link("b", 5, 2)]
    insert(path, links, lambda _: Picture(tmp_path / "1.webp", title))
    written = path.read_text("utf-8")
    assert headings(written) == ["A", "B"]
    assert words(written) == "words more"
    assert not [
        text
        for start, end in comments(written)
        if "slide-aligner" not in (text := written[start:end])
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "%% ",
        "a%% ",
        "%%\n\n",
        "%% a\n",
        "<!-- ",
        "{# ",
        "{% comment %}",
        "{/* ",
        "{>> ",
        "` `` ",
        "\\[ ",
        "$$\n\n",
        "~~~a\n",
        "\\begin{comment}\n",
        "% a\n",
        "> %%\n",
    ],
)
def test_comments_take_linear_time(piece: str) -> None:
    opened = "x {# y"

    def read(n: int) -> None:
        without_comments(piece * (n // len(piece)) + opened)

    assert_linear(read, 40_000)
