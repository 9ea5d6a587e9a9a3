"""Tests of how a message shows what was and what is."""

from __future__ import annotations

import random
import string

import pytest

from agreement import data, drawings, texts
from agreement.shown_change import LONGEST, change

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg"><text style="{}">{}</text></svg>'
)


def test_short_texts_are_shown_whole() -> None:
    assert change("loss 0.5", "loss 0.6") == "loss 0.5 → loss 0.6"


@pytest.mark.parametrize("place", [0, 10, 99, 100, 101, 5000, 9999])
def test_wherever_two_long_texts_part_the_place_is_shown(place: int) -> None:
    letters = random.Random(place).choices(string.ascii_lowercase, k=10_000)
    old = "".join(letters)
    new = f"{old[:place]}!{old[place + 1 :]}"
    was, _, now = change(old, new).partition(" → ")
    assert was != now
    assert "!" in now
    assert max(len(was), len(now)) <= LONGEST + 2


def test_a_text_that_goes_on_is_shown_where_it_does() -> None:
    assert change("a" * 500, "a" * 500 + "b").endswith(f"{'a' * 20}b")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a b", "a\N{NO-BREAK SPACE}b"),
        ("é", "e\N{COMBINING ACUTE ACCENT}"),
        ("end", "end\N{ZERO WIDTH SPACE}"),
        ("end", "end   "),
        ("ab", "a\x1b[0mb"),
        ("one\n", "one\r\n"),
        (1, "1"),
        (None, "None"),
    ],
)
def test_texts_that_look_alike_are_told_apart(
    old: object, new: object
) -> None:
    was, _, now = change(old, new).partition(" → ")
    assert was != now
    assert (was + now).isascii()
    assert (was + now).isprintable()


@pytest.mark.parametrize("style", ["", "fill:none;" * 30])
def test_a_drawing_shows_where_long_words_and_styles_part(style: str) -> None:
    words = "word " * 60
    old = SVG.format(style, words)
    reworded = drawings.compare(old, SVG.format(style, f"{words}more"))
    assert "more" in reworded.note
    restyled = drawings.compare(old, SVG.format(f"{style}stroke:a", words))
    assert "stroke:a" in restyled.note


def test_other_comparisons_show_it_too() -> None:
    long = "word " * 60
    assert "more" in texts.compare(long, f"{long}more").note
    assert "more" in data.compare({"a": long}, {"a": f"{long}more"}).note
