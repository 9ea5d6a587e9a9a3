from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from markdown import Markdown

from lecture_site.extensions.maths import TexError, to_mathml

ROOT = Path(__file__).resolve().parents[3]


def test_a_fraction_becomes_mathml() -> None:
    mathml = to_mathml(r"\frac{a}{b}", display=False)
    assert mathml.startswith("<math")
    assert "<mfrac>" in mathml


def test_display_formulas_are_marked() -> None:
    assert 'display="block"' in to_mathml("x", display=True)


@pytest.mark.parametrize("tex", [r"\frac{a", r"\nosuch", "x^{2", "{"])
def test_a_tex_error_is_raised(tex: str) -> None:
    with pytest.raises(TexError):
        to_mathml(tex, display=False)


@pytest.mark.parametrize("tex", [r"\theta_i^'", "x^'", "x_i^''", "y_'"])
def test_what_is_unfinished_is_told_in_words_for_authors(tex: str) -> None:
    with pytest.raises(TexError, match=r"a part is missing|Expected group"):
        to_mathml(tex, display=False)


@pytest.mark.parametrize("tex", [r"\sqrt n", r"\sqrt[3] n", r"\sqrt[3]{nm}"])
def test_a_root_over_a_small_letter_stands_on_the_line(tex: str) -> None:
    root = to_mathml(tex, display=False)
    assert root.count("<mspace height=") == 1
    assert "<mi>n</mi>" in root


def rendered(text: str) -> str:
    arithmatex = {"pymdownx.arithmatex": {"generic": True}}
    return Markdown(
        extensions=["pymdownx.arithmatex", "lecture_site.extensions.maths"],
        extension_configs=arithmatex,
    ).convert(text)


@pytest.mark.parametrize(
    "tex",
    [r"\begin{aligned} a &= b \\ c &< d \end{aligned}", "a < b", r"x \& y"],
)
def test_the_page_shows_what_tex_says(tex: str) -> None:
    assert to_mathml(tex, display=True) in rendered(f"$$\n{tex}\n$$")
    assert to_mathml(tex, display=False) in rendered(f"so ${tex}$ holds")


def test_the_font_has_the_table_that_mathml_needs() -> None:
    font = TTFont(ROOT / "docs/assets/fonts/stix-two-math-subset.woff2")
    assert "MATH" in font
