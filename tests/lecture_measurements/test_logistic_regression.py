"""What the measurements of logistic regression rest on."""

import numpy as np
import pytest
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from lecture_experiments.logistic_regression.hidden_layer_on_digits import (
    accuracies,
)
from lecture_experiments.logistic_regression.leaks import best_features
from lecture_experiments.logistic_regression.scaled_splits import (
    calibration_error,
    cells,
    fitted,
    judged,
    raw_cells,
    shares,
)
from lecture_experiments.logistic_regression.solvers import (
    loss_at,
    losses_of_lbfgs,
    newton,
)
from lecture_measurements.logistic_regression import (
    digits_read_by_logistic_regression,
    digits_read_in_the_order_of_the_file,
)


def test_the_scaler_knows_the_training_samples_only() -> None:
    data = cells(0)
    assert np.abs(data.x_train.mean(axis=0)).max() < 1e-12
    assert data.x_train.std(axis=0) == pytest.approx(np.ones(30))
    assert np.abs(data.x_test.mean(axis=0)).max() > 0.01


def test_scaling_leaves_the_labels_and_the_order_alone() -> None:
    np.testing.assert_array_equal(cells(1).y_test, raw_cells(1).y_test)
    raw, scaled = raw_cells(1).x_test[:, 0], cells(1).x_test[:, 0]
    assert np.corrcoef(raw, scaled)[0, 1] == pytest.approx(1)


def test_all_training_sets_can_be_separated() -> None:
    for seed in range(10):
        data = cells(seed)
        model = fitted(data, np.inf)
        assert model.score(data.x_train, data.y_train) == 1


def test_shares_count_found_and_false_alarms() -> None:
    p = np.array([0.9, 0.4, 0.6, 0.2, 0.1])
    is_malignant = np.array([True, True, False, False, False])
    assert shares(p, is_malignant, 0.5) == (0.5, 1 / 3)
    assert shares(p, is_malignant, 0.0) == (1, 1)
    assert shares(p, is_malignant, 1.0) == (0, 0)


def test_calibration_is_judged_group_by_group() -> None:
    p = np.array([0.05, 0.05, 0.95, 0.95])
    happened = np.array([False, False, True, True])
    assert calibration_error(p, happened) == pytest.approx(0.05)
    assert calibration_error(p, ~happened) == pytest.approx(0.95)
    assert calibration_error(np.array([1.0]), happened[2:3]) == 0


def test_the_judge_ranks_malignant_above_benign() -> None:
    p, is_malignant = judged(1.0, 0)
    assert is_malignant.sum() == 212
    assert roc_auc_score(is_malignant, p) > 0.98


def test_features_with_the_largest_gap_are_chosen() -> None:
    x = np.array([[0.0, 5.0, 1.0], [0.0, -5.0, 1.5]])
    assert best_features(x, np.array([0, 1]), 2).tolist() == [1, 2]


def test_lbfgs_never_ends_below_newton() -> None:
    data = cells(0)
    lowest = newton(data).losses[-1]
    assert losses_of_lbfgs(data, [1, 5])[0] > losses_of_lbfgs(data, [5])[0]
    assert loss_at(fitted(data), data) >= lowest


def test_without_shuffling_digits_are_harder_than_on_any_split() -> None:
    in_order = digits_read_in_the_order_of_the_file()
    splits = [digits_read_by_logistic_regression(s) for s in range(5)]
    assert in_order < min(splits) - 0.01


def test_a_chosen_penalty_makes_up_for_most_of_the_hidden_layer() -> None:
    rows = [accuracies(50, 4, seed) for seed in range(2)]
    for row in rows:
        assert row.chosen - row.default > 0.005
        assert abs(row.hidden - row.chosen) < 0.03


@pytest.mark.parametrize("old", [{"penalty": "l2"}, {"n_jobs": 1}])
def test_the_arguments_that_the_page_calls_deprecated_are(old) -> None:
    data = cells(0)
    with pytest.warns(FutureWarning, match=r"removed in 1\.10"):
        LogisticRegression(**old).fit(data.x_train, data.y_train)


def test_no_penalty_and_a_sparse_one_are_written_as_the_page_says() -> None:
    data = cells(0)
    free = LogisticRegression(C=np.inf).fit(data.x_train, data.y_train)
    sparse = LogisticRegression(
        l1_ratio=1, solver="saga", C=0.1, max_iter=5000, random_state=0
    ).fit(data.x_train, data.y_train)
    assert np.abs(free.coef_).max() > 10
    assert 0 < np.sum(sparse.coef_ == 0) < 30


def test_without_scaling_even_a_thousand_iterations_are_too_few() -> None:
    data = raw_cells(0)
    with pytest.raises(ConvergenceWarning):  # warnings are errors here
        LogisticRegression(max_iter=1000).fit(data.x_train, data.y_train)


def test_a_model_stopped_at_the_limit_beats_the_dummy_by_far() -> None:
    for seed in range(5):
        data = raw_cells(seed)
        model = fitted(data, max_iter=100)
        dummy = np.mean(data.y_test == 1)
        assert model.score(data.x_test, data.y_test) > dummy + 0.2
