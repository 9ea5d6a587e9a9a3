"""What is inserted can be taken away again, to the byte."""

import sys
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from samples import LINKS, TEXT, link, write_notes
from slide_aligner.documents import Link
from slide_aligner.insertion.insert import Picture, insert, revert
from slide_aligner.notes.markdown import notes_of_text
from slide_aligner.notes.other_kinds import markdown_of
from terminal.errors import FileProblemError

BLOCK = """<!-- slide-aligner: a06a84a6 -->

![Chain rule](slides/003.webp)

<!-- /slide-aligner -->
"""
ODD_TITLE = (
    "A [b](c) `d` *e* \\ <script>x</script> {{ 1 }} $f$ &amp; | \n g_h_"
)


def picture_in(
    folder: Path, title: str = "Chain rule"
) -> Callable[[Link], Picture]:
    return lambda link: Picture(folder / f"slides/{link.show:03}.webp", title)


def inserted(path: Path, *links: Link) -> str:
    insert(path, links or LINKS, picture_in(path.parent))
    return path.read_bytes().decode()


def test_the_picture_stands_below_its_heading(tmp_path: Path) -> None:
    heading = "## Chain rule\n"
    assert inserted(write_notes(tmp_path)) == TEXT.replace(
        heading, heading + BLOCK
    )


def test_only_links_to_insert_are_inserted(tmp_path: Path) -> None:
    skipped = link("chain-rule", 5, 3, "review")
    assert inserted(write_notes(tmp_path), skipped) == TEXT


def test_inserting_twice_equals_inserting_once(tmp_path: Path) -> None:
    path = write_notes(tmp_path)
    once = inserted(path)
    assert inserted(path) == once


def test_another_slide_replaces_the_one_before(tmp_path: Path) -> None:
    path = write_notes(tmp_path)
    inserted(path)
    again = inserted(path, link("chain-rule", 5, 2))
    assert "002.webp" in again
    assert "003.webp" not in again


def test_inserting_does_not_change_what_is_read(tmp_path: Path) -> None:
    sections = notes_of_text(inserted(write_notes(tmp_path)), "").sections
    before = notes_of_text(TEXT, "").sections
    assert [s.paragraphs[0].text for s in sections] == [
        s.paragraphs[0].text for s in before
    ]


PIECES = st.sampled_from(
    [
        "# A",
        "## B {#b}",
        "### A ###",
        "#",
        "##C",
        "Title",
        "===",
        "---",
        "```",
        "~~~",
        "````python",
        "\ttab",
        "    # code",
        "text",
        "> # quoted",
        "- # item",
        "{: #own }",
        "{#own}",
        "<!-- # hidden",
        "-->",
        "<div markdown>",
        "!!! note",
        "    ```",
        "$$",
        "title: x",
        "\u2028",
        "\x0c# D",
        "",
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"])


@st.composite
def texts(draw: st.DrawFn) -> bytes:
    any_text = st.text(st.characters(exclude_characters="\0"))
    pairs = draw(st.lists(st.tuples(PIECES | any_text, ENDS), max_size=12))
    text = "".join(piece + end for piece, end in pairs)
    text = draw(st.sampled_from(["", "\ufeff"])) + text
    text = text[: len(text) - draw(st.integers(0, 2))]
    codec = draw(st.sampled_from(["utf-8", "utf-8", "utf-16-le", "utf-16-be"]))
    if not text.startswith("\ufeff"):
        codec = "utf-8"
    return text.encode(codec, "ignore")


@settings(deadline=None, max_examples=400)
@given(texts())
def test_reverting_gives_the_bytes_from_before(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.md"
    path.write_bytes(data)
    try:
        markdown_of(data, path)
    except FileProblemError:
        reject()  # some texts are no notes, and nothing is inserted
    codec = "utf-8" if data[:2] not in (b"\xff\xfe", b"\xfe\xff") else "utf-16"
    sections = notes_of_text(data.decode(codec), "any.md").sections
    links = [link(s.anchor, s.line, 1 + i) for i, s in enumerate(sections)]
    change = insert(path, links, picture_in(path.parent))
    once = path.read_bytes()
    assert change.n_pictures + len(change.warnings) == len(links)
    insert(path, links, picture_in(path.parent))
    assert path.read_bytes() == once
    revert(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("# A {#a}\ntext\n", "# A {#a}\n"),
        ("# A {#a .x}", "# A {#a .x}\n"),
        ("A {#a}\n===\ntext\n", "A {#a}\n===\n"),
        ("long\ntitle {#a}\n---\ntext\n", "long\ntitle {#a}\n---\n"),
        ("---\na: b\n---\n# A {#a}\n", "---\na: b\n---\n# A {#a}\n"),
        ("```\n# B {#a}\n```\n# A {#a}\n", "```\n# B {#a}\n```\n# A {#a}\n"),
        ("# A\n{: .wide }\ntext\n", "# A\n{: .wide }\n"),
        ("\ufeff# A\r\ntext", "\ufeff# A\r\n"),
        ("# A\rtext\r", "# A\r"),
    ],
)
def test_the_block_follows_the_whole_heading(
    tmp_path: Path, text: str, head: str
) -> None:
    path = write_notes(tmp_path, text)
    after = inserted(path, link("a", 1, 3))
    assert after.partition("<!-- slide-aligner")[0] == head
    revert(path)
    assert path.read_bytes() == text.encode()


def test_line_ends_are_those_of_the_heading(tmp_path: Path) -> None:
    path = write_notes(tmp_path, TEXT.replace("\n", "\r\n"))
    assert "\n" not in inserted(path).replace("\r\n", "")


def test_a_section_that_is_gone_is_a_warning(tmp_path: Path) -> None:
    path = write_notes(tmp_path)
    gone = link("old", 5, 3)
    change = insert(path, [gone], picture_in(tmp_path))
    assert change.warnings == (
        f'{path}: no heading "#old" outside of fences and comments any more,'
        " align again; nothing inserted",
    )
    assert path.read_text(encoding="utf-8") == TEXT


def test_text_before_the_first_heading_gets_no_picture(tmp_path: Path) -> None:
    path = write_notes(tmp_path, "text\n\n---\n# A\n")
    change = insert(path, [link("", 1, 3)], picture_in(tmp_path))
    assert "has no heading to stand under" in change.warnings[0]
    assert path.read_bytes() == b"text\n\n---\n# A\n"


def test_a_heading_in_what_looks_like_a_fence_is_a_warning(
    tmp_path: Path,
) -> None:
    text = "<!--\n```\n-->\n\n# A\n"
    path = write_notes(tmp_path, text)
    change = insert(path, [link("a", 5, 3)], picture_in(tmp_path))
    assert 'no heading "#a" outside of fences' in change.warnings[0]
    assert path.read_bytes() == text.encode()


@pytest.mark.parametrize("flavour", ["commonmark", "python-markdown"])
def test_a_title_is_the_alternative_text_as_it_stands(
    tmp_path: Path, flavour: str
) -> None:
    path = write_notes(tmp_path)
    insert(path, LINKS, picture_in(tmp_path, ODD_TITLE))
    text = path.read_text(encoding="utf-8")
    render = (
        MarkdownIt().render if flavour == "commonmark" else (markdown.markdown)
    )
    html = render(text)
    for escaped, mark in {
        "&lt;": "<",
        "&gt;": ">",
        "&amp;": "&",
        "&#36;": "$",
        "&#60;": "<",
        "&#62;": ">",
        "&#123;": "{",
        "&#125;": "}",
        "&#124;": "|",
        "&#38;": "&",
    }.items():
        assert "<script" not in html
        html = html.replace(escaped, mark if mark not in "<" else "‹")
    expected = " ".join(ODD_TITLE.split()).replace("<", "‹")
    assert f'alt="{expected}"' in html
    assert 'src="slides/003.webp"' in html


def test_no_macro_of_a_title_reaches_the_notes(tmp_path: Path) -> None:
    path = write_notes(tmp_path)
    insert(path, LINKS, picture_in(tmp_path, "{{ x }} {% raw %}"))
    assert "{{" not in path.read_text(encoding="utf-8")
    assert "{%" not in path.read_text(encoding="utf-8")


def test_the_address_of_a_picture_is_relative_and_encoded(
    tmp_path: Path,
) -> None:
    path = write_notes(tmp_path)
    shown = Picture(tmp_path.parent / "my (new) slides" / "é 1.webp", "")
    insert(path, LINKS, lambda _: shown)
    assert "](../my%20%28new%29%20slides/%C3%A9%201.webp)" in path.read_text(
        encoding="utf-8"
    )


def test_a_dry_run_writes_nothing_and_shows_a_diff(tmp_path: Path) -> None:
    path = write_notes(tmp_path, "# Chain rule")
    change = insert(path, LINKS, picture_in(tmp_path), dry_run=True)
    assert path.read_bytes() == b"# Chain rule"
    assert change.diff() == (
        f"--- {path.as_posix()}\n+++ {path.as_posix()}\n@@ -1 +1,6 @@\n"
        "-# Chain rule\n\\ No newline at end of file\n+# Chain rule\n"
        + "".join(f"+{line}\n" for line in BLOCK.splitlines())
        + "\\ No newline at end of file\n"
    )


def test_reverting_untouched_notes_changes_nothing(tmp_path: Path) -> None:
    path = write_notes(tmp_path)
    assert not revert(path).is_one


@pytest.mark.parametrize(
    ("damage", "line", "what"),
    [
        (lambda t: t.replace("<!-- /slide-aligner -->\n", ""), 6, "no end"),
        (lambda t: t.replace("<!-- slide-aligner: a06a84a6 -->\n", ""), 9,
         "no begin marker above it"),
        (lambda t: t.replace("a06a84a6", "a06a"), 6, "not as it was written"),
        (lambda t: t.replace("003.webp", "004.webp"), 6, "changed by hand"),
        (lambda t: t.replace("003.webp)\n", "003.webp)\nmine\n"), 6,
         "changed by hand"),
        (lambda t: t.replace("\n\n![", "\n\n<!-- slide-aligner: 00000000 -->"
                             "\n\n!["), 8, "before that of line 6 has ended"),
        (lambda t: t + "<!-- slide-aligner -->\n", 17, "not as it was"),
    ],
)  # fmt: skip
def test_a_damaged_marker_is_refused_with_its_line(
    tmp_path: Path, damage: Callable[[str], str], line: int, what: str
) -> None:
    path = write_notes(tmp_path)
    broken = damage(inserted(path))
    path.write_bytes(broken.encode())
    for change in (revert, lambda p: inserted(p)):
        with pytest.raises(FileProblemError) as error:
            change(path)
        assert str(error.value).startswith(f"{path}:{line}: ")
        assert what in str(error.value)
        assert path.read_bytes() == broken.encode()


def test_a_formatter_may_move_blank_lines_and_line_ends(
    tmp_path: Path,
) -> None:
    path = write_notes(tmp_path)
    moved = inserted(path).replace("-->\n\n![", "-->\n![")
    path.write_bytes(moved.replace("\n", "\r\n").encode())
    revert(path)
    assert path.read_bytes() == TEXT.replace("\n", "\r\n").encode()


def test_markers_in_a_fence_are_an_example(tmp_path: Path) -> None:
    text = f"# Chain rule\n\n```html\n{BLOCK}```\n~~~\n<!-- slide-aligner -->"
    path = write_notes(tmp_path, text)
    inserted(path)
    revert(path)
    assert path.read_bytes() == text.encode()


@pytest.mark.parametrize("inner", ["    ```", "``", "~~~", "``` x", "a"])
def test_only_a_closing_fence_ends_a_fence(tmp_path: Path, inner: str) -> None:
    text = f"```\n{inner}\n<!-- slide-aligner -->\n```\n# Chain rule\n"
    path = write_notes(tmp_path, text)
    assert "003.webp" in inserted(path)
    revert(path)
    assert path.read_bytes() == text.encode()


def test_notes_that_are_not_utf_8_are_named_with_the_line(
    tmp_path: Path,
) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(b"# A\ncaf\xe9\n")
    with pytest.raises(
        FileProblemError, match=r":2: is not UTF-8: byte 8 is 0xe9"
    ):
        insert(path, LINKS, picture_in(tmp_path))
    assert path.read_bytes() == b"# A\ncaf\xe9\n"


def test_an_interruption_leaves_the_notes_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_notes(tmp_path)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        inserted(path)
    assert path.read_text(encoding="utf-8") == TEXT
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_permissions_are_kept(tmp_path: Path) -> None:
    path = write_notes(tmp_path)
    path.chmod(0o600)
    inserted(path)
    assert path.stat().st_mode & 0o777 == 0o600
