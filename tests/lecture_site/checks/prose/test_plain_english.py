"""What a linter reads of a page: English, each line where it stands."""

import pytest

from lecture_site.checks.prose.plain_english import plain

PAGE = """\
---
description: "What it is about."
layout: wide
---

# Title

The loss $L$ is {{ measured("loss") }}; `x $ y` is code.
It falls: $$
a = b
$$

??? question "Why does it fall?"
    Because we want it to.

    ```python
    the the
    ```
{% for x in y %}
/// figure-caption
A curve.
///
<!-- a
comment -->
Term
:   What it means.
{ .aside }
<div class="x" markdown>the box</div>

--8<-- "CHANGELOG.md"

~~~~ text
``` the the
~~~~

## References

- The the color.

## After

End.
"""
LINES = {
    2: "What it is about.",
    6: "# Title",
    8: "The loss ∎ is 0; `x $ y` is code.",
    9: "It falls:",
    13: "###### Why does it fall?",
    14: "Because we want it to.",
    21: "A curve.",
    25: "Term",
    26: "- What it means.",
    28: "the box",
    40: "## After",
    42: "End.",
}


def test_english_stays_in_its_line_and_all_else_goes() -> None:
    read = {n: row for n, row in enumerate(plain(PAGE).split("\n"), 1) if row}
    assert read == LINES


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("It costs $5 and $a_1$ more", "It costs $5 and ∎ more"),
        ('=== "The NumPy tab"', "###### The NumPy tab"),
        ('!!! warning "Be careful"', "###### Be careful"),
        ('??? "Folded"', "###### Folded"),
        ('???+ tip "Open"', "###### Open"),
        ("# Title { .deeper }", "# Title"),
        ('{{ spread("a") }} of {{ count(3) }}', "0 of 0"),
        ("    - an item", "- an item"),
        ("//// note", ""),
    ],
)
def test_what_our_extensions_add_is_read_or_left_out(
    line: str, told: str
) -> None:
    assert plain(line) == told


def test_a_page_without_a_head_begins_with_its_title() -> None:
    assert plain("# A\n\n---\n\nB.\n---") == "# A\n\n---\n\nB.\n---"


def test_a_description_stands_with_and_without_quotes() -> None:
    assert plain("---\ndescription: What.\n---\nA.") == "\nWhat.\n\nA."
