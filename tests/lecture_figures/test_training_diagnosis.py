"""What the figures of failing trainings show is in their data."""

import numpy as np
import pytest

from recorded_figures import FiguresOf

shown = FiguresOf("training_diagnosis")
GUESSING = np.log(10)


def test_networks_lie_along_the_line_of_random_logits() -> None:
    data = shown("first_loss_over_spread")
    spreads, losses = data["networks"].T
    expected = np.interp(spreads, data["stds"], data["random"])
    assert np.max(np.abs(losses / expected - 1)) < 0.3
    assert data["random"][0] == pytest.approx(GUESSING, abs=0.05)


def test_three_faults_never_reach_a_loss_below_one() -> None:
    data = shown("twenty_digits")
    assert data["none"][-1] < data["shuffled"][-1] < 0.01
    for name in ("softmax_twice", "dead_start", "step_added"):
        assert data[name].min() > 1, name
    assert data["step_added"][-1] > 10 * data["step_added"][0]


def test_ratios_are_ordered_as_the_step_sizes_at_first() -> None:
    data = shown("update_over_weight")
    crawling, rule, best = (layers[0] for layers in data["ratios"])
    assert (10 * crawling < rule).all()
    assert (10 * rule < best).all()
    ratio, loss = data["best"]
    assert ratio > 10 * 1e-3
    assert loss < 0.003


def test_each_fault_shows_as_the_table_says() -> None:
    curves = shown("nine_failures")
    training = {name: losses[:, 0] for name, losses in curves.items()}
    validation = {name: losses[:, 1] for name, losses in curves.items()}
    assert training["too_large"].max() > 4 * training["too_large"][0]
    assert (np.diff(training["too_small"]) < 0).all()
    assert np.ptp(training["dead_start"]) < 0.01
    assert training["raw_inputs"][0] > 5 * training["none"][0]
    assert validation["shuffled"].min() > 2.25 > training["shuffled"][-1]
    assert training["never_cleared"][-1] > 5 * training["never_cleared"].min()
    least = validation["overfitting"].argmin()
    assert 0 < least < len(validation["overfitting"]) - 10
    assert validation["leak"][-1] < 0.1 * validation["none"][-1]


def test_by_class_the_loss_rises_once_in_most_epochs() -> None:
    losses = shown("nine_failures")["by_class"][:, 0]
    epochs = np.diff(losses)[:40].reshape(10, 4)  # the first ten
    assert ((epochs > 0).any(axis=1)).sum() >= 8


def test_the_cosine_bears_the_largest_peak_and_ends_lowest() -> None:
    data = shown("four_schedules")
    least = {name: losses.min() for name, losses in data["medians"].items()}
    assert least["cosine"] < least["step_decay"] < least["constant"]
    best = {n: int(v.argmin()) for n, v in data["medians"].items()}
    assert best["cosine"] == best["constant"] + 2
    assert data["shares"]["warm_up"][0] == pytest.approx(1 / 50)
