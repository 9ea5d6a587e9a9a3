"""The figures of the page on regularisation show what their captions say."""

import numpy as np
import pytest

from lecture_experiments.regularisation.mislabelled_digits import METHODS
from recorded_figures import FiguresOf

shown = FiguresOf("regularisation")


def test_the_training_error_only_falls_with_the_degree() -> None:
    assert np.all(np.diff(shown("error_against_degree")["training"]) < 0)


def test_the_validation_error_is_a_u() -> None:
    slopes = np.diff(shown("error_against_degree")["validation"])
    assert np.all(slopes[:4] < 0)
    assert np.all(slopes[5:] > 0)


def test_no_validation_error_is_below_the_variance_of_the_noise() -> None:
    assert min(shown("error_against_degree")["validation"]) > 0.3**2


def test_bias_falls_and_variance_rises() -> None:
    parts = shown("bias_and_variance")
    assert np.all(np.diff(parts["bias"]) < 0)
    assert np.all(np.diff(parts["variance"]) > 0)


def test_the_errors_are_bias_variance_and_noise() -> None:
    parts, errors = shown("bias_and_variance"), shown("error_against_degree")
    total = parts["bias"] + parts["variance"] + 0.3**2
    assert errors["validation"] == pytest.approx(total, rel=0.02)


def test_a_larger_penalty_gives_a_smoother_fit() -> None:
    rough = shown("smoothed_by_l2")["roughness"]
    assert rough[0] > 100 * rough[0.001] > 100 * rough[1]


def test_l1_subtracts_and_stops_where_l2_divides() -> None:
    curves = shown("shrink_or_stop")
    w, l1 = curves["w"], curves["L1"]
    assert np.all((l1 == 0) == (np.abs(w) <= 1))
    large = np.abs(w) > 1
    assert np.abs(w - l1)[large] == pytest.approx(1)
    assert curves["L2"] == pytest.approx(w / 2)


def test_weights_that_l1_made_zero_stay_zero() -> None:
    path = shown("weights_against_penalty")["L1"]
    zeros = np.sum(path == 0, axis=1)
    assert np.all(np.diff(zeros) >= 0)
    assert zeros[0] == 0
    assert zeros[-1] >= 15


def test_the_useless_weights_reach_zero_first_with_l1() -> None:
    path = shown("weights_against_penalty")["L1"]
    useless_are_zero = np.all(path[:, 5:] == 0, axis=1)
    useful_are_there = np.all(path[:, :5] != 0, axis=1)
    assert np.any(useless_are_zero & useful_are_there)


def test_no_weight_is_ever_zero_with_l2() -> None:
    path = shown("weights_against_penalty")["L2"]
    assert np.all(path != 0)
    assert np.all(np.diff(np.linalg.norm(path, axis=1)) < 0)


def test_training_stops_ten_epochs_after_the_best() -> None:
    curves = shown("early_stop")
    assert curves["stop"] == curves["best"] + 10
    assert (
        min(curves["validation"]) == curves["validation"][curves["best"] - 1]
    )


def test_only_the_training_loss_goes_on_falling() -> None:
    curves = shown("early_stop")
    best = curves["best"]
    assert curves["training"][-1] < curves["training"][best] / 2
    assert curves["validation"][-1] > 1.2 * curves["validation"][best]


def test_masks_spare_inputs_and_outputs() -> None:
    complete, *thinned = shown("thinned_networks")["kept"]
    assert complete.tolist() == [3, 6, 6, 2]
    for kept in thinned:
        assert kept[0] == 3
        assert kept[3] == 2
        assert 0 < kept[1] < 6
        assert 0 < kept[2] < 6


def test_dropout_is_best_in_the_middle() -> None:
    curves = shown("dropout_rates")
    assert np.all(np.diff(curves["train"]) < 0)
    for part in ("validation", "test"):
        values = curves[part]
        assert values[0] < values[-1] < values.max()


def test_a_flip_is_its_own_inverse_and_a_shift_moves() -> None:
    data = shown("augmented_digits")
    images = data["as it is"]
    assert np.array_equal(data["flip"][:, :, ::-1], images)
    assert np.array_equal(data["shift"][:, 1:, 1:], images[:, :-1, :-1])


def test_every_regulariser_beats_none_on_every_seed() -> None:
    found = shown("all_regularisers")
    assert list(found) == list(METHODS)
    for name in METHODS:
        if name != "none":
            assert np.all(found[name]["test"] > found["none"]["test"])
            assert np.all(found[name]["gap"] < found["none"]["gap"])


def test_weight_decay_and_dropout_have_the_second_smallest_gap() -> None:
    gaps = {
        name: np.median(values["gap"])
        for name, values in shown("all_regularisers").items()
    }
    assert sorted(gaps, key=gaps.__getitem__)[1] == "L2 and dropout"


def test_regularisers_differ_by_less_than_seeds() -> None:
    found = [
        values["test"]
        for name, values in shown("all_regularisers").items()
        if name != "none"
    ]
    medians = [np.median(test) for test in found]
    spreads = [test.max() - test.min() for test in found]
    assert max(medians) - min(medians) < np.median(spreads)
