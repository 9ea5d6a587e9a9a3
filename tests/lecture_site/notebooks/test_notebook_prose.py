"""Prose in a notebook is plain Markdown; formulas and code stay."""

import pytest

from lecture_site.notebooks.prose import Address, code_block, prose

HERE = Address("https://example.org/lecture/", "docs/page.md")
NOWHERE = Address("", "docs/page.md")


@pytest.mark.parametrize(
    ("text", "linked", "unlinked"),
    [
        (
            "[a *b*](other.md#c)",
            "[a *b*](https://example.org/lecture/other/#c)",
            "a *b*",
        ),
        (
            "[0.5](checked.md#n \"Half, in '1' run.\"){ .measured }",
            "[0.5](https://example.org/lecture/checked/#n)",
            "0.5",
        ),
        ("[up](#top)", "[up](https://example.org/lecture/page/#top)", "up"),
        (
            "[start](index.md)",
            "[start](https://example.org/lecture/)",
            "start",
        ),
        (
            "[lab](labs/a.ipynb)",
            "[lab](https://example.org/lecture/labs/a/)",
            "lab",
        ),
        ("[doi](https://a.org/b)",) + ("[doi](https://a.org/b)",) * 2,
        ("![alt](a.svg)text", "text", "text"),
        ("**bold**{ .x } and `a`{ .y }",) + ("**bold** and `a`",) * 2,
        (
            "[`f[0](x)`](a.md)",
            "[`f[0](x)`](https://example.org/lecture/a/)",
            "`f[0](x)`",
        ),
    ],
)
def test_links_are_absolute_or_plain_text(
    text: str, linked: str, unlinked: str
) -> None:
    assert prose(text, HERE) == linked
    assert prose(text, NOWHERE) == unlinked


@pytest.mark.parametrize(
    "text",
    [
        r"$\mathbf{x}_{ .5}$ and $$[a](b.md)$$",
        "`[a](b.md)` and ``$ ` [c](d.md) $``",
        r"It costs \$5, not $\$6$.",
        "`a = $x` then `[l](m.md)$`",
        "Größe: Δθ → 0, naïve, 漢字",
        "$$\n\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}\n$$",
    ],
)
def test_formulas_and_code_stay_as_they_are(text: str) -> None:
    assert prose(text, HERE) == text


def test_code_that_has_ticks_is_fenced_by_more() -> None:
    assert code_block('x = "```"\n') == '````python\nx = "```"\n````'
    assert code_block("x = 1\n\n") == "```python\nx = 1\n```"
