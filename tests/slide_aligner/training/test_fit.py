"""What is trained is what is used, on lectures that take no time."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from slide_aligner.documents import Slide
from slide_aligner.features.terms import Unit
from slide_aligner.model.model import match
from slide_aligner.model.weights import UNCALIBRATED, Weights
from slide_aligner.training.batch import Batch, Pairs, batches, pairs_of
from slide_aligner.training.examples import Example, example, examples
from slide_aligner.training.fit import SHRINKAGE, fit
from slide_aligner.training.gold import Lecture
from slide_aligner.training.layout import Layout
from slide_aligner.training.loss import log_probabilities, losses

WORDS = np.array(
    ["loss", "slope", "step", "layer", "kernel", "batch", "noise", "depth"]
)


def lecture(name: str, n_units: int, n_slides: int) -> Lecture:
    """Make slides of drawn words, and units that mix two slides' words."""
    rng = np.random.default_rng(len(name) + n_units)
    shown = rng.choice(WORDS, (n_slides, 5))
    marks = np.arange(n_units) * n_slides // n_units
    said = np.concatenate([shown[marks, :3], shown[rng.permutation(marks)]], 1)
    return Lecture(
        name,
        tuple(
            Unit(f"Now {' '.join(words[:4])}. And {' '.join(words[4:])}.")
            for words in said
        ),
        tuple(
            Slide(number, words[0], " ".join(words))
            for number, words in enumerate(shown, 1)
        ),
        tuple(frozenset({int(mark)}) for mark in marks),
    )


LECTURES = (
    lecture("short", 4, 3),
    lecture("middle", 9, 5),
    lecture("one slide", 3, 1),
    lecture("one unit", 1, 4),
    lecture("more slides than units", 3, 7),
)
CHOSEN, LAYOUT = examples(LECTURES, "lexical")
FOLDS = [[each.name for each in LECTURES], ["middle"]]


@pytest.fixture(scope="module")
def fitted() -> list[Weights]:
    return fit(CHOSEN, FOLDS, LAYOUT, max_iter=5)


def vector_of(weights: Weights) -> list[float]:
    """Undo `Layout.weights`: what is exported, not what was fitted."""
    return [
        *weights.emission.values(),
        *weights.entry.values(),
        *weights.cues.values(),
        *weights.slides.values(),
        *weights.chain.values(),
        *weights.forward,
        *weights.backward,
    ]


def prior(dtype: torch.dtype = torch.float64) -> torch.Tensor:
    return torch.tensor(LAYOUT.prior()[0], dtype=dtype)[None]


def every(batch: Batch) -> Pairs:
    rows = torch.arange(len(batch.names))
    return Pairs(torch.zeros_like(rows), rows)


def trained_view(
    chosen: list[Example], p: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    batch = Batch(chosen, torch.float64)
    return log_probabilities(batch, every(batch), p, LAYOUT)


def test_the_trained_model_is_the_one_that_is_used(
    fitted: list[Weights],
) -> None:
    for weights in fitted:
        p = torch.tensor([vector_of(weights)], dtype=torch.float64)
        alone = [example(each, "lexical")[0] for each in LECTURES]
        here, _ = trained_view(alone, p)
        for each, log_shares in zip(LECTURES, here, strict=True):
            used = match(each.units, each.slides, weights=weights)
            n_units, n_slides = used.shape
            trained = log_shares.exp()[:n_units, :n_slides].numpy()
            np.testing.assert_allclose(used, trained, atol=1e-6)


def test_the_trained_model_is_not_that_of_its_prior(
    fitted: list[Weights],
) -> None:
    before = np.array(vector_of(LAYOUT.weights(prior()[0])))
    for weights in fitted:
        moved = np.abs(vector_of(weights) - before)
        for name, where in LAYOUT.groups.items():
            assert moved[where].max() > 1e-3, name


def test_padding_changes_nothing() -> None:
    together, paths = trained_view(CHOSEN, prior())
    for row, each in enumerate(CHOSEN):
        (alone,), (path,) = trained_view([each], prior())
        n_units, n_slides = alone.shape
        part = together[row, :n_units, :n_slides]
        torch.testing.assert_close(part, alone, rtol=0, atol=1e-12)
        torch.testing.assert_close(paths[row], path, rtol=0, atol=1e-12)


def test_probabilities_sum_to_one_and_padding_has_none() -> None:
    here, _ = trained_view(CHOSEN, prior())
    for shares, each in zip(here.exp(), CHOSEN, strict=True):
        n_units, n_slides = each.similarities.shape[:2]
        own = shares[:n_units]
        torch.testing.assert_close(own.sum(1), torch.ones_like(own[:, 0]))
        assert (own[:, n_slides:] < 1e-20).all()


def test_of_one_unit_the_path_is_as_probable_as_the_slide() -> None:
    (one,) = [each for each in CHOSEN[::2] if each.name == "one unit"]
    here, path = trained_view([one], prior())
    (marked,) = one.gold[0]
    assert float(path) == pytest.approx(-float(here[0, 0, marked]), abs=1e-9)


def test_the_more_slides_are_accepted_the_more_probable_is_the_path() -> None:
    one = CHOSEN[2]
    n_units, n_slides = one.similarities.shape[:2]
    all_slides = frozenset(range(n_slides))
    golds = [
        one.gold,
        (*one.gold[:-1], all_slides),
        (*one.gold[:-1], frozenset()),
        (all_slides,) * n_units,
    ]
    _, path = trained_view([replace(one, gold=g) for g in golds], prior())
    assert path[0] > path[1] > path[3]
    assert path[1] == path[2], "a unit that nobody marked may be anywhere"
    assert float(path[3]) == pytest.approx(0, abs=1e-9)


def test_a_lecture_that_nobody_marked_costs_nothing() -> None:
    one = replace(CHOSEN[0], gold=(frozenset(),) * len(CHOSEN[0].gold))
    batch = Batch([one, CHOSEN[2]])
    lost = losses(batch, every(batch), prior(torch.float32), LAYOUT)
    assert float(lost[0]) == pytest.approx(0, abs=1e-6)
    assert float(lost[1]) > 0


def test_fitting_makes_what_was_marked_more_probable() -> None:
    batch = Batch(CHOSEN, torch.float64)
    (weights,) = fit(CHOSEN, FOLDS[:1], LAYOUT, l2_strength=0, max_iter=5)
    p = torch.tensor([vector_of(weights)], dtype=torch.float64)
    before = losses(batch, every(batch), prior(), LAYOUT).sum()
    assert losses(batch, every(batch), p, LAYOUT).sum() < before / 2


def test_what_is_drawn_strongly_stays_at_its_prior() -> None:
    (weights,) = fit(CHOSEN, FOLDS[:1], LAYOUT, l2_strength=1e6, max_iter=5)
    expected = prior()[0].numpy()
    expected[LAYOUT.groups["emission"]] *= SHRINKAGE
    np.testing.assert_allclose(vector_of(weights), expected, atol=1e-3)


def test_each_fold_is_fitted_on_its_own_lectures() -> None:
    found = [
        (batch.names[row], vector)
        for batch in batches(CHOSEN)
        for vector, row in zip(
            *(each.tolist() for each in vars(pairs_of(batch, FOLDS)).values()),
            strict=True,
        )
    ]
    expected = [(name, n) for n, fold in enumerate(FOLDS) for name in fold * 2]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("n_lectures", [1, 2, 3, 4, 10])
def test_every_lecture_is_in_one_batch(n_lectures: int) -> None:
    made = batches(CHOSEN[:n_lectures])
    assert 1 <= len(made) <= 3
    names = [name for batch in made for name in batch.names]
    assert sorted(names) == sorted(each.name for each in CHOSEN[:n_lectures])


def test_the_groups_of_weights_fill_the_vector_without_a_gap() -> None:
    towards, strength = LAYOUT.prior()
    wheres = list(LAYOUT.groups.values())
    assert [where.start for where in wheres[1:]] == [
        where.stop for where in wheres[:-1]
    ]
    assert (wheres[0].start, wheres[-1].stop) == (0, len(towards))
    assert strength.shape == towards.shape
    assert (strength > 0).all()


def test_a_vector_and_its_named_weights_are_the_same() -> None:
    vector = np.arange(len(LAYOUT.prior()[0])) / 8
    weights = LAYOUT.weights(vector)
    assert vector_of(weights) == vector.tolist()
    assert tuple(weights.emission) == LAYOUT.similarities
    assert weights.confidence == UNCALIBRATED


def test_only_what_is_compared_counts_on_entering() -> None:
    assert Layout(("llr", "pos", "title"), (), ()).entry == ("title", "llr")
    assert Layout((), (), ()).entry == ()
