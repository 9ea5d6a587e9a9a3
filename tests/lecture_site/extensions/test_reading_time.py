from pathlib import Path

import pytest
from markdown import Markdown

from lecture_site.extensions.reading_time import (
    SECONDS_A_FIGURE,
    SECONDS_A_FORMULA,
    SECONDS_A_LINE,
    WORDS_PER_MINUTE,
    Amount,
    amounts,
)

METHOD = Path(__file__).parents[3] / "docs/how_this_site_is_checked.md"


def rendered(text: str) -> str:
    return Markdown(
        extensions=["toc", "lecture_site.extensions.reading_time"]
    ).convert(text)


@pytest.mark.parametrize(
    ("amount", "minutes"),
    [
        (Amount(0, 0, 0, 0), 1),
        (Amount(2 * WORDS_PER_MINUTE, 0, 0, 0), 2),
        (Amount(0, 180 // SECONDS_A_FORMULA, 0, 0), 3),
        (Amount(0, 0, 120 // SECONDS_A_FIGURE, 0), 2),
        (Amount(0, 0, 0, 300 // SECONDS_A_LINE), 5),
    ],
)
def test_each_kind_takes_its_time(amount: Amount, minutes: int) -> None:
    assert amount.minutes == minutes


@pytest.mark.parametrize(
    ("html", "amount"),
    [
        ("<p>one two<b> three</b></p>", Amount(3, 0, 0, 0)),
        ('<h2>Two words<a class="headerlink">¶</a></h2>', Amount(2, 0, 0, 0)),
        ("<pre><code>a\nb\n</code></pre>", Amount(0, 0, 0, 2)),
        (
            '<p>so <span class="formula"><math>y z</math></span> is</p>',
            Amount(3, 0, 0, 0),
        ),
        (
            '<div class="formula formula--display"><math>y</math></div>',
            Amount(0, 1, 0, 0),
        ),
        (
            '<span class="drawing"><svg><text>no</text></svg></span>',
            Amount(0, 0, 1, 0),
        ),
        ("", Amount(0, 0, 0, 0)),
    ],
)
def test_what_is_read_is_counted(html: str, amount: Amount) -> None:
    assert amounts(html) == (amount, amount)


def test_the_core_is_what_is_not_folded() -> None:
    folded = "<details><summary>two words</summary><pre>a</pre></details>"
    core, whole = amounts(f"<p>one</p>{folded}")
    assert core == Amount(1, 0, 0, 0)
    assert whole == Amount(3, 0, 0, 1)


def test_the_core_has_the_first_of_several_tabs() -> None:
    tabs = "".join(f'<div class="tabbed-block">{t}</div>' for t in ("a", "b"))
    core, whole = amounts(f'<div class="tabbed-content">{tabs}</div>')
    assert (core.words, whole.words) == (1, 2)


def test_the_list_of_references_is_not_counted() -> None:
    core, whole = amounts('<p>one</p><h2 id="references">A</h2><p>b c</p>')
    assert core == whole == Amount(1, 0, 0, 0)


def test_a_page_that_teaches_says_how_long_it_takes() -> None:
    folded = f"<details>{'word ' * 2 * WORDS_PER_MINUTE}</details>"
    page = rendered(f"# Title\n\nText.\n\n{folded}\n\n## Check yourself\n")
    said = "about 1 minute for the core, 2 with all that is folded."
    assert f'</h1>\n<p class="reading-time">Reading time: {said}</p>' in page


def test_nothing_is_said_of_folds_where_they_take_no_time() -> None:
    page = rendered("# Title\n\n## Check yourself\n")
    assert "Reading time: about 1 minute for the core.</p>" in page


@pytest.mark.parametrize("text", ["# Title\n\nText.", "## Check yourself"])
def test_other_pages_say_nothing(text: str) -> None:
    assert "reading-time" not in rendered(text)


def test_readers_are_told_how_minutes_are_computed() -> None:
    told = METHOD.read_text(encoding="utf-8")
    assert f"${WORDS_PER_MINUTE}$ words" in told
    assert f"{SECONDS_A_FORMULA} seconds" in told
    assert f"{SECONDS_A_LINE} seconds" in told
    assert SECONDS_A_FIGURE == SECONDS_A_FORMULA  # told in one
