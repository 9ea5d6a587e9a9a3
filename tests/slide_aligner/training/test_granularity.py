from slide_aligner.documents import Slide
from slide_aligner.features.terms import Unit
from slide_aligner.training.gold import Lecture
from slide_aligner.training.granularity import (
    coarser,
    finer,
    in_other_granularity,
)

SLIDES = (Slide(1, "a", ""), Slide(2, "b", ""))


def lecture(*units: tuple[str, set[int]]) -> Lecture:
    return Lecture(
        "sample",
        tuple(Unit(text, "heading") for text, _ in units),
        SLIDES,
        tuple(frozenset(gold) for _, gold in units),
    )


def texts(of: Lecture) -> list[str]:
    return [unit.text for unit in of.units]


def test_a_paragraph_is_cut_into_sentences_of_the_same_slide() -> None:
    sentences = finer(lecture(("One. Is it two? Yes", {1}), ("Three!", set())))
    assert texts(sentences) == ["One.", "Is it two?", "Yes", "Three!"]
    assert sentences.gold == (frozenset({1}),) * 3 + (frozenset(),)


def test_sentences_are_put_together_and_vote_for_their_slide() -> None:
    many = lecture(("a", {0}), ("b", {1}), ("c", {1}), ("d", {0}), ("e", {1}))
    together = coarser(many, 3)
    assert texts(together) == ["a b c", "d e"]
    assert together.gold == (frozenset({1}), frozenset({0, 1}))


def test_units_that_nobody_marked_stay_unmarked() -> None:
    assert coarser(lecture(("a", set()), ("b", set())), 2).gold == (
        frozenset(),
    )


def test_headings_are_kept_in_every_granularity() -> None:
    sample = lecture(("a. b", {0}))
    for other in (finer(sample), coarser(sample, 2)):
        assert {unit.heading for unit in other.units} == {"heading"}


def test_sentences_are_put_together_and_paragraphs_cut() -> None:
    paragraphs = lecture(("a. b", {0}), ("c. d", {1}))
    assert len(in_other_granularity(paragraphs).units) == 4
    sentences = lecture(*[("a", {0})] * 9)
    assert len(in_other_granularity(sentences).units) == 3
