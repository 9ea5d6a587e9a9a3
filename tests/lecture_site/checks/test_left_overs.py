"""Code may show what would be left over anywhere else."""

import pytest

from lecture_site.checks.left_overs import left_over, pieces


def found(text: str, *code: str) -> list[str]:
    return [match[0] for _, match in left_over(text, pieces(code))]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Write {{ a }} there.", "{{ a }}"),
        ("Write {{ a }} there.", "say('{{ a }}')\n{{ a }}\n"),
        ("so `{{a}}` or {{ b }}.", "`{{a}}`\n{{ b }}"),
        ("make $ of $, and x = 1", "$"),
        ("$ make site x=1 # and $PATH", "$ make site x=1 # and $PATH/bin"),
        ("x = {{1: 2}}", "    x  =  {{1: 2}}"),
        (r"\frac and \alpha", "\\frac\n\\alpha"),
        ("if a[1](b):", "if a[1](b):"),
        ("words alone", "{{ a }}"),
    ],
)
def test_what_is_code_may_be_read(text: str, code: str) -> None:
    assert found(text, code) == []


@pytest.mark.parametrize(
    ("text", "code", "left"),
    [
        ("Write {{ a }} there.", "{{ b }}", "{{"),
        ("Write {{ a }} and {{ b }}.", "{{ a }}", "{{"),
        ("It is $x^2$.", "$y^2$", "$x^2$"),
        (r"\alpha and \frac", r"\alpha", r"\frac"),
        ("!!! note", "# !!!\nx", "!!!"),
        ("[words](page.md)", "words\n()", "](page.md)"),
        ("It is {# gone #} here.", "x", "{# gone #}"),
        ("with $ 5 $ of them", "x", "$ 5 $"),
        ("with $ α $ and $α$", "x", "$ α $"),
        ("$", "x", "$"),
        ("See [[other page]].", "x", "[[other page]]"),
    ],
)
def test_what_is_beside_code_is_left_over(
    text: str, code: str, left: str
) -> None:
    (first, *_) = found(text, code)
    assert first.strip() == left


def test_only_code_that_could_be_meant_is_looked_for() -> None:
    assert pieces(["a = b\n  $x  $\n", "{{ longer }}", "$x$"]) == [
        "{{longer}}",
        "$x$",
    ]
