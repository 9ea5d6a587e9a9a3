"""Where a fence stands, and what it includes."""

import pytest
from markdown import Markdown

from lecture_site.extensions.fence_lines import (
    fences,
    with_lines,
    with_origins,
    without_notes,
)
from linear_growth import assert_linear

INCLUDE = '--8<-- "page/a.py"'


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("```python\nx\n```", [0]),
        ("a\n\n~~~ py\nx\n~~~\n\n```\ny\n```", [2, 6]),
        ("- one\n\n    ```python\n    x\n    ```", [2]),
        ("> ```python\n> x\n> ```", [0]),
        ("````text\n```python\nx\n```\n````", [0]),
        ("```python\nnever closed", []),
        ("```python\nx\n~~~\n```", [0]),
        ("`````python\nx\n```\n`````", [0]),
    ],
)
def test_only_outer_fences_that_end_are_found(
    text: str, places: list[int]
) -> None:
    assert [f.index for f in fences(text.splitlines())] == places


@pytest.mark.parametrize(
    "line",
    [
        "```x``` begins this paragraph, which goes on.",
        "``` a `b` c ``` is code.",
        "Here ```python stands within.",
        "``two``",
    ],
)
def test_inline_code_is_no_fence(line: str) -> None:
    text = f"{line}\n\n```python\nx\n```"
    assert [f.index for f in fences(text.splitlines())] == [2]
    assert with_lines(text, text).splitlines()[0] == line


@pytest.mark.parametrize(
    "header",
    [
        '```{.py title="a"} and words',
        "``` python, of course",
        '~~~ {.py} title="a"',
        "~~~ a b c=1",
    ],
)
def test_what_the_renderer_takes_for_words_is_no_fence(header: str) -> None:
    text = f"{header}\nx\n{header[:3]}\n"
    assert list(fences(text.split("\n"))) == []
    assert with_lines(text, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "> ```python\nno quotation\n```",
        f"> ```python\n{INCLUDE}\n```",
        "- a\n\n    ~~~ {.text}\nx\n    ~~~",
        "    ``` { .text }\n  x\n    ```\n\nwords",
        "``` text\nx\n```",
    ],
)
def test_a_note_is_never_published(text: str) -> None:
    extensions = ["pymdownx.superfences", "lecture_site.extensions.fences"]
    shown = Markdown(extensions=extensions).convert(with_lines(text, text))
    assert "line=" not in shown
    assert "origin=" not in shown


def test_notes_come_out_as_if_they_had_never_been_in() -> None:
    text = f"``` text\n{INCLUDE}\n```\n\n~~~ {{ .py }}\n{INCLUDE}\n~~~\n"
    noted = with_origins(with_lines(text, text).split("\n"))
    assert noted[0] == '``` text line="1" origin="page/a.py"'
    assert without_notes("\n".join(noted)) == text
    by_hand = 'the words line="3"\n'
    assert without_notes(by_hand) == by_hand


def test_form_feeds_end_no_line() -> None:
    text = "a\x0cb\u2028c\n\n```text\nx\n```\n"
    assert with_lines(text, text) == text.replace("text", 'text line="3"')


def test_many_fences_that_never_end_take_linear_time() -> None:
    assert_linear(lambda n: list(fences(["~~~ a", "```"] * n)), 4_000)


def test_a_fence_within_a_fence_stays_as_it_is() -> None:
    text = f"````text\n```python\n{INCLUDE}\n```\n````"
    marked = with_lines(text, text).splitlines()
    assert marked[0] == '````text line="1"'
    assert marked[1:] == text.splitlines()[1:]


def test_lines_are_counted_from_the_front_matter_on() -> None:
    text = "```python\nx\n```"
    assert 'line="4"' in with_lines(text, f"---\na: b\n---\n{text}")


@pytest.mark.parametrize(
    ("content", "origin"),
    [
        (INCLUDE, "page/a.py"),
        (f"\n{INCLUDE}\n\n", "page/a.py"),
        ("-8<- 'code/b.py:part'", "code/b.py:part"),
        (f"{INCLUDE}\n{INCLUDE}", ""),
        (f"x\n{INCLUDE}", ""),
        (f";{INCLUDE}", ""),
        ("print(1)", ""),
    ],
)
def test_a_fence_knows_what_it_includes(content: str, origin: str) -> None:
    lines = f"```python\n{content}\n```".splitlines()
    marked = with_origins(lines)
    assert marked[1:] == lines[1:]
    added = f' origin="{origin}"' if origin else ""
    assert marked[0] == f"```python{added}"


def test_an_option_goes_into_the_braces() -> None:
    marked = with_origins(["``` { .python }", INCLUDE, "```"])
    assert marked[0] == '``` { .python  origin="page/a.py" }'
