"""The functions that measure the introduction are its listings."""

import runpy
from pathlib import Path

import numpy as np
import pytest

from lecture_experiments.introduction import training_by_hand
from lecture_experiments.introduction.reading_digits import one_pixel_right
from lecture_experiments.introduction.training_by_hand import Weights, problem
from lecture_measurements import introduction

SNIPPETS = Path(__file__).resolve().parents[2] / "snippets/introduction"


@pytest.fixture(scope="module")
def listing() -> dict[str, np.ndarray]:
    return runpy.run_path(str(SNIPPETS / "training_loop.py"))


def test_the_listing_learns_the_very_weights_that_are_measured(listing):
    last = training_by_hand.descent(problem(0), n_steps=1001)[-1]
    for name, weight in last._asdict().items():
        assert np.array_equal(listing[name], weight), name


def test_the_listing_in_torch_learns_the_same_weights(listing):
    theirs = runpy.run_path(str(SNIPPETS / "training_loop_in_torch.py"))
    for name in Weights._fields:
        difference = listing[name] - theirs[name].detach().numpy()
        assert np.max(np.abs(difference)) < 1e-12, name


def test_the_listing_has_less_than_30_lines():
    text = (SNIPPETS / "training_loop.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) < 30


@pytest.mark.parametrize("seed", range(3))
def test_few_learned_features_do_what_takes_many_random_ones(seed):
    learned = introduction.fresh_accuracy(seed)
    few = introduction.random_features_accuracy(seed)
    many = introduction.many_random_features_accuracy(seed)
    odd = introduction.odd_random_features_accuracy(seed)
    line = introduction.line_accuracy(seed)
    assert min(learned, many) > max(few, odd) > line
    assert abs(learned - many) < 0.01


def test_a_wrong_gradient_would_be_noticed(monkeypatch):
    right = training_by_hand.gradients

    def without_the_slope_of_tanh(x, y, weights):
        h = training_by_hand.hidden(x, weights)
        wrong = right(x, y, weights)
        return wrong._replace(W1=wrong.W1 * np.mean(1 - h**2))

    monkeypatch.setattr(
        training_by_hand, "gradients", without_the_slope_of_tanh
    )
    assert introduction.error_of_the_gradients(0) > 1e-3


def test_fresh_samples_are_others_than_those_learned_from():
    task = problem(0)
    pairs = np.abs(task.x[:, None] - task.fresh_x[None]).sum(axis=2)
    assert pairs.min() > 0


def test_a_moved_image_keeps_its_pixels_in_order():
    images = np.arange(128.0).reshape(2, 8, 8)
    moved = one_pixel_right(images)
    assert np.array_equal(moved[:, :, 1:], images[:, :, :-1])
    assert not moved[:, :, 0].any()
