"""Where a fence stands, and what it includes."""

import pytest

from lecture_site.extensions.fence_lines import (
    fences,
    with_lines,
    with_origins,
)

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
