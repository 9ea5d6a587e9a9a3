import warnings

import numpy as np
import pytest
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression as InSklearn
from sklearn.preprocessing import StandardScaler

from lecture_code.logistic_regression import LogisticRegression
from lecture_code.penalised_loss import (
    d_penalised_loss,
    hessian,
    penalised_loss,
)

SEPARABLE = np.array([[-2.0], [-1.0], [1.0], [2.0]])
LABELS = np.array([0, 0, 1, 1])


def cancer():
    x, y = load_breast_cancer(return_X_y=True)
    return StandardScaler().fit_transform(x), y


def digits():
    x, y = load_digits(n_class=5, return_X_y=True)
    return x[:300] / 16, y[:300]


def heavy_tails(rng):
    size = np.exp(4 * rng.normal(size=(20, 2)))
    return rng.choice([-1, 1], size=(20, 2)) * size, rng.integers(2, size=20)


@pytest.mark.parametrize("data", [cancer, digits])
@pytest.mark.parametrize("C", [0.01, 1.0, 10.0])
def test_a_fit_ends_where_scikit_learns_does(data, C):
    x, y = data()
    theirs = InSklearn(C=C, max_iter=10_000, tol=1e-8).fit(x, y)
    ours = LogisticRegression(C).fit(x, y)
    at_theirs = penalised_loss(theirs.coef_, theirs.intercept_, x, y, C)
    assert ours.losses[-1] == pytest.approx(at_theirs, rel=1e-9)
    assert ours.losses[-1] <= at_theirs * (1 + 1e-12)
    np.testing.assert_allclose(ours.weight, theirs.coef_, atol=1e-3)
    np.testing.assert_allclose(ours.bias, theirs.intercept_, atol=1e-3)
    np.testing.assert_array_equal(ours.predict(x), theirs.predict(x))
    assert ours.score(x, y) == theirs.score(x, y)


@pytest.mark.parametrize("data", [cancer, digits])
def test_at_the_same_weights_all_predictions_are_scikit_learns(data):
    x, y = data()
    theirs = InSklearn(max_iter=1000).fit(x, y)
    ours = LogisticRegression()
    ours.weight, ours.bias = theirs.coef_, theirs.intercept_
    np.testing.assert_allclose(
        ours.predict_probability(x), theirs.predict_proba(x), 1e-10, 1e-15
    )
    logits = theirs.decision_function(x).reshape(len(x), -1)
    np.testing.assert_allclose(ours.decision_function(x), logits, rtol=1e-10)


def test_a_fit_ends_where_the_gradient_is_zero(rng):
    x, y = rng.normal(size=(50, 3)), rng.integers(3, size=50)
    model = LogisticRegression(C=0.5).fit(x, y)
    for gradient in d_penalised_loss(model.weight, model.bias, x, y, 0.5):
        assert np.abs(gradient).max() < 1e-8


def test_every_step_lowers_the_loss(rng):
    x, y = 100 * rng.normal(size=(50, 3)), rng.integers(2, size=50)
    losses = LogisticRegression(C=100.0).fit(x, y).losses
    assert np.all(np.diff(losses) <= 1e-12)
    assert losses[0] == pytest.approx(np.log(2))


@pytest.mark.parametrize("seed", range(20))
def test_with_heavy_tails_a_step_that_would_climb_is_halved(seed):
    x, y = heavy_tails(np.random.default_rng(seed))
    losses = LogisticRegression().fit(x, y).losses
    assert np.all(np.diff(losses) <= 1e-12)


def test_features_of_any_scale_take_newton_a_few_steps_only():
    x, y = load_breast_cancer(return_X_y=True)
    assert len(LogisticRegression(max_iter=20).fit(x, y).losses) <= 20
    with pytest.raises(ConvergenceWarning):  # warnings are errors here
        InSklearn(max_iter=100).fit(x, y)


def test_probabilities_sum_to_one_also_far_away(rng):
    x, y = rng.normal(size=(50, 3)), rng.integers(3, size=50)
    for labels in (y, y % 2):
        model = LogisticRegression().fit(x, labels)
        p = model.predict_probability(1000 * x)
        assert np.all((p >= 0) & (p <= 1))
        np.testing.assert_allclose(p.sum(axis=1), 1.0, rtol=1e-12)


def test_a_batch_of_one_is_predicted():
    model = LogisticRegression().fit(SEPARABLE, LABELS)
    assert model.predict(np.array([[3.0]])).tolist() == [1]
    assert model.predict_probability(np.array([[3.0]])).shape == (1, 2)


def test_one_sample_of_each_class_is_enough():
    model = LogisticRegression().fit(np.eye(3), np.arange(3))
    assert model.predict(np.eye(3)).tolist() == [0, 1, 2]


def test_a_constant_feature_gets_no_weight(rng):
    x = np.column_stack([rng.normal(size=40), np.full(40, 3.0)])
    y = (x[:, 0] + rng.normal(size=40) > 0).astype(int)
    model = LogisticRegression().fit(x, y)
    alone = LogisticRegression().fit(x[:, :1], y)
    assert abs(model.weight[0, 1]) < 1e-7
    assert model.weight[0, 0] == pytest.approx(alone.weight[0, 0], rel=1e-6)
    without = LogisticRegression(C=np.inf).fit(x, y)
    assert np.isfinite(without.weight).all()


def test_on_separable_data_only_a_penalty_holds_the_weights():
    held = LogisticRegression().fit(SEPARABLE, LABELS).weight[0, 0]
    free = [
        LogisticRegression(np.inf, tol=tol).fit(SEPARABLE, LABELS).weight[0, 0]
        for tol in (1e-3, 1e-6, 1e-9)
    ]
    assert held < 2 < free[0] < free[1] - 5 < free[2] - 10


def test_too_few_steps_are_told_with_the_remedy(rng):
    x, y = rng.normal(size=(30, 2)), rng.integers(2, size=30)
    with pytest.raises(RuntimeError, match="within 1 steps: raise max_iter"):
        LogisticRegression(max_iter=1).fit(x, y)


def test_as_many_steps_as_are_needed_are_enough(rng):
    x, y = rng.normal(size=(30, 2)), rng.integers(2, size=30)
    needed = len(LogisticRegression().fit(x, y).losses) - 1
    LogisticRegression(max_iter=needed).fit(x, y)
    with pytest.raises(RuntimeError):
        LogisticRegression(max_iter=needed - 1).fit(x, y)


@pytest.mark.parametrize("labels", [[0, 0, 0, 0], [1, 1, 1, 1], [0, 0, 2, 2]])
def test_a_class_without_samples_is_refused(labels):
    with pytest.raises(ValueError, match="no sample of class"):
        LogisticRegression().fit(SEPARABLE, np.array(labels))


def test_what_cannot_be_fitted_is_refused():
    model = LogisticRegression()
    with pytest.raises(ValueError, match="empty"):
        model.fit(SEPARABLE[:0], LABELS[:0])
    with pytest.raises(ValueError, match="expected"):
        model.fit(SEPARABLE, LABELS[:0])
    with pytest.raises(ValueError, match="must be in"):
        model.fit(SEPARABLE, LABELS - 1)
    with pytest.raises(ValueError, match="nan or inf"):
        model.fit(np.array([[np.nan], [1.0]]), np.array([0, 1]))


def test_predictions_need_a_fit_and_as_many_features():
    model = LogisticRegression()
    with pytest.raises(ValueError, match="call fit first"):
        model.predict(SEPARABLE)
    model.fit(SEPARABLE, LABELS)
    with pytest.raises(ValueError, match="expected 1 features"):
        model.predict(np.ones((2, 2)))
    with pytest.raises(ValueError, match="empty"):
        model.predict_probability(np.ones((0, 1)))


def test_settings_out_of_range_are_refused():
    with pytest.raises(ValueError, match="C must be above 0"):
        LogisticRegression(C=0.0)
    with pytest.raises(ValueError, match="max_iter must be at least 1"):
        LogisticRegression(max_iter=0)
    with pytest.raises(ValueError, match="tol must be at least 0"):
        LogisticRegression(tol=-1.0)


def test_labels_that_are_no_numbers_from_zero_are_refused_with_the_remedy():
    with pytest.raises(ValueError, match="return_inverse"):
        LogisticRegression().fit(SEPARABLE, np.array([3, 3, 7, 7]))


def test_nothing_warns():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        LogisticRegression(C=np.inf).fit(1e6 * SEPARABLE, LABELS)


def test_a_step_is_halved_as_often_as_it_takes_and_no_more():
    x, y = heavy_tails(np.random.default_rng(1))

    def loss(end):
        return penalised_loss(end[None, :-1], end[-1:], x, y, 1.0)

    end, halvings = np.zeros(3), []
    losses = [loss(end)]
    for _ in range(8):
        here = end[None, :-1], end[-1:]
        slope = np.append(*map(np.ravel, d_penalised_loss(*here, x, y, 1.0)))
        step = np.linalg.solve(hessian(*here, x, 1.0), slope)
        halved = [end - step / 2**k for k in range(9)]
        halvings.append(
            next(k for k in range(9) if loss(halved[k]) <= losses[-1])
        )
        end = halved[halvings[-1]]
        losses.append(loss(end))
    assert halvings == [0, 0, 0, 0, 0, 2, 3, 0]
    found = LogisticRegression().fit(x, y).losses
    np.testing.assert_allclose(found[:9], losses, rtol=1e-9)
