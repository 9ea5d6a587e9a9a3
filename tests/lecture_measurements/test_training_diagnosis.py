"""Trainings that fail do so as the page says."""

import numpy as np
import pytest
import torch

from lecture_experiments.training_diagnosis import (
    first_losses,
    gallery,
    schedules_compared,
    twenty_samples,
    update_ratios,
)
from lecture_experiments.training_diagnosis.reader import (
    N_CLASSES,
    N_TRAIN,
    Sets,
    endless_batches,
    sets,
)

GUESSING = first_losses.GUESSING


@pytest.fixture
def data() -> Sets:
    return sets(np.random.default_rng(0))


def test_batches_never_end_and_each_epoch_has_all() -> None:
    batches = endless_batches(6, 3, np.random.default_rng(0))
    for _ in range(3):
        epoch = np.concatenate([next(batches), next(batches)])
        assert sorted(epoch) == list(range(6))


def test_small_random_logits_cost_half_their_variance_more() -> None:
    excess = first_losses.loss_of_random_logits(0.3, seed=0) - GUESSING
    # With C classes, and not with infinitely many, 1 - 1/C of it.
    assert excess == pytest.approx(0.9 * 0.3**2 / 2, rel=0.05)


def test_the_spread_grows_with_the_inputs() -> None:
    one, two = (first_losses.spread_and_loss(f, 0) for f in (1.0, 2.0))
    assert two[0] == pytest.approx(2 * one[0])
    assert two[1] > one[1]


def test_softmax_twice_has_the_gradient_that_torch_finds() -> None:
    z = np.random.default_rng(0).normal(size=(5, N_CLASSES))
    y = np.arange(5)
    theirs = torch.tensor(z, requires_grad=True)
    p = torch.softmax(theirs, dim=1)
    loss = torch.nn.functional.cross_entropy(p, torch.tensor(y))
    loss.backward()
    assert twenty_samples.twice(z, y) == pytest.approx(loss.item())
    ours = twenty_samples.d_twice(z, y)
    np.testing.assert_allclose(ours, theirs.grad, atol=1e-12)


def test_only_a_sound_program_learns_twenty_digits_by_heart() -> None:
    last = {n: twenty_samples.losses(n, 0)[-1] for n in twenty_samples.CASES}
    assert last["none"] < 0.01
    assert last["shuffled"] < 0.01  # a fault of the data is not seen
    assert last["softmax_twice"] > twenty_samples.FLOOR
    assert last["dead_start"] > 1.9
    assert not last["step_added"] < GUESSING


def test_a_hundredth_of_the_step_is_a_hundredth_of_the_first_update() -> None:
    small, large = (
        update_ratios.ratios_and_loss(lr, 0)[0][0] for lr in (0.001, 0.1)
    )
    np.testing.assert_allclose(large, 100 * small, rtol=1e-9)


def test_shuffled_labels_are_the_same_labels(data: Sets) -> None:
    spoilt = gallery.shuffled(data, np.random.default_rng(0))
    np.testing.assert_array_equal(np.sort(spoilt.y), np.sort(data.y))
    assert np.mean(spoilt.y == data.y) < 0.2
    assert spoilt.x is data.x


def test_a_fifth_of_few_labels_is_wrong(data: Sets) -> None:
    spoilt = gallery.few_and_wrong(data, np.random.default_rng(0))
    assert len(spoilt.x) == len(spoilt.y) == 300
    assert 0.1 < np.mean(spoilt.y != data.y[:300]) < 0.3


def test_raw_pixels_have_about_their_range(data: Sets) -> None:
    spoilt = gallery.raw(data, np.random.default_rng(0))
    assert -1 < spoilt.x.min() < 1
    assert 15 < spoilt.x.max() < 17


def test_digits_by_class_come_in_order(data: Sets) -> None:
    fault = gallery.FAULTS["by_class"]
    batches = gallery.batches_of(fault, data.y, np.random.default_rng(0))
    n = N_TRAIN // gallery.BATCH_SIZE
    seen = np.concatenate([data.y[next(batches)] for _ in range(n)])
    assert (np.diff(seen) >= 0).all()


def test_gradients_that_are_never_cleared_break_what_was_learned() -> None:
    for seed in range(5):
        losses = gallery.run("never_cleared", seed).losses[:, 0]
        assert losses[-1] > 5 * losses.min()


def test_most_runs_on_raw_inputs_stay_at_guessing() -> None:
    last = [gallery.run("raw_inputs", s).losses[-1, 0] for s in range(5)]
    assert sum(loss > 2.2 for loss in last) >= 3


def test_only_overfitting_turns_and_only_shuffling_never_generalises() -> None:
    for seed in range(5):
        few = gallery.run("overfitting", seed).losses[:, 1]
        shuffled = gallery.run("shuffled", seed).losses[:, 1]
        assert few[-1] > 1.02 * few.min()
        assert few.min() < 1 < GUESSING < shuffled.min() + 0.1


def test_a_leak_has_the_best_curves_and_reads_worst() -> None:
    healthy, leak = (gallery.run(n, 0).losses[-1] for n in ("none", "leak"))
    assert (leak < 0.2 * healthy).all()
    assert gallery.accuracy_without_the_answer(0) < 0.9


def test_noise_is_new_in_each_copy(data: Sets) -> None:
    noisy = schedules_compared.with_noise(data, np.random.default_rng(0))
    n = len(data.y_validation)
    np.testing.assert_array_equal(noisy.y[:n], noisy.y[n : 2 * n])
    noise = noisy.x[:n] - data.x_validation
    assert noise.std() == pytest.approx(schedules_compared.NOISE, rel=0.05)
    assert np.abs(noisy.x[:n] - noisy.x[n : 2 * n]).max() > 1


def test_a_step_that_is_far_too_large_counts_as_infinite() -> None:
    assert schedules_compared.loss_after("constant", 1e6, 2, 0) == np.inf


def test_four_times_the_best_step_never_gets_away_from_guessing() -> None:
    for seed in range(5):
        lr = 4 * update_ratios.best_step_size(seed)
        _, loss = update_ratios.ratios_and_loss(lr, seed)
        assert loss == pytest.approx(GUESSING, abs=0.05)


@pytest.mark.parametrize("name", ["too_large", "raw_inputs"])
def test_a_few_huge_steps_kill_most_units(name: str) -> None:
    run = gallery.run(name, 0)
    alive = [(h > 0).any(axis=0).mean() for h in run.model.hidden(run.data.x)]
    assert max(alive) < 0.5
