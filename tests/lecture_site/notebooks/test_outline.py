"""An outline has what a notebook takes over, and nothing else."""

import pytest

from lecture_site.notebooks.outline import Box, Fence, Heading, Prose, outline


def fence(line: int, ticks: str = "```") -> str:
    return f'{ticks}python line="{line}"\ncode\n{ticks}'


@pytest.mark.parametrize(
    ("markdown", "parts"),
    [
        ("## Title ##", (Heading(2, "Title"),)),
        ("One.\nTwo.", (Prose("One.\nTwo."),)),
        ("So:\n\n$$x$$\n\nNext.", (Prose("So:\n\n$$x$$"), Prose("Next."))),
        (
            "Two:\n\n| a |\n|---|\n| 1 |",
            (Prose("Two:\n\n| a |\n|---|\n| 1 |"),),
        ),
        (fence(7), (Fence(7),)),
        (fence(7, "~~~~"), (Fence(7),)),
        ("````text\n```python\n# no\n```\n````", ()),
        ("Above.\n" + fence(2), (Prose("Above."), Fence(2))),
        ("- item\n\n    " + fence(3).replace("\n", "\n    "), (Fence(3),)),
        (
            "![](a.svg)\n/// figure-caption\nA caption.\n///\n\nText.",
            (Prose("Text."),),
        ),
        ("<!-- no\n\n## heading\n-->\nText.", (Prose("Text."),)),
        ("- a list\n- of two", ()),
        ("$$x$$", ()),
        ("> quoted", ()),
    ],
)
def test_a_part_is_read(markdown: str, parts: tuple[object, ...]) -> None:
    assert outline(markdown) == parts


@pytest.mark.parametrize(
    ("opening", "kind", "title"),
    [
        ('=== "NumPy"', "tab", "NumPy"),
        ('!!! danger "Wrong on purpose"', "danger", "Wrong on purpose"),
        ("!!! danger", "danger", "Danger"),
        ('??? question "What is $x$?"', "question", "What is $x$?"),
        ('???+ note inline "Open"', "note", "Open"),
    ],
)
def test_a_box_holds_what_is_indented(
    opening: str, kind: str, title: str
) -> None:
    inside = '    Inside.\n\n    ```py line="4"\n    code\n    ```'
    box, after = outline(f"{opening}\n\n{inside}\n\nAfter.")
    assert box == Box(kind, title, (Prose("Inside."), Fence(4)))
    assert after == Prose("After.")


def test_fences_are_found_however_deep() -> None:
    (box,) = outline(
        '!!! note\n    === "A"\n        ```py line="3"\n        ```'
    )
    assert isinstance(box, Box)
    assert list(box.fences) == [Fence(3)]


def test_a_fence_that_is_never_closed_ends_with_the_page() -> None:
    assert outline('```python line="1"\n# no heading') == (Fence(1),)
