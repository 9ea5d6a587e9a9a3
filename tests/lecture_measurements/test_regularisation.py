"""Relations between measurements that the page on regularisation states."""

import numpy as np
import pytest
from sklearn.linear_model import Lasso, Ridge

from lecture_code.adam import Adam, AdamW
from lecture_code.dropout import ClassicalDropout, Dropout
from lecture_code.penalties import l1_penalty, l2_penalty
from lecture_experiments.real_data import digits
from lecture_experiments.regularisation import dropout_on_digits as dropped
from lecture_experiments.regularisation import polynomial_fits as polynomials
from lecture_experiments.regularisation import sparse_regression as sparse
from lecture_experiments.regularisation import weight_decay
from lecture_experiments.regularisation.augmented_digits import (
    accuracy_with,
    cropped,
    flipped,
    shifted,
    turned,
)
from lecture_experiments.regularisation.mislabelled_digits import (
    METHODS,
    Method,
    data,
    noisy,
    trained,
)


@pytest.mark.parametrize("degree", [1, 3])
def test_the_exact_bias_is_that_of_the_mean_fit(degree: int) -> None:
    fits = polynomials.predictions(degree, 0, seed=0, n_sets=20_000)
    missed = fits.mean(axis=1) - polynomials.truth(polynomials.GRID)
    exact, _ = polynomials.bias_and_variance(degree, 0, seed=0)
    assert np.mean(missed**2) == pytest.approx(exact, rel=0.01)


def test_the_penalty_on_polynomials_is_that_of_ridge_regression() -> None:
    x, y = polynomials.training_sets(1, 0)
    ours = polynomials.coefficients(x, y, 5, 0.01)[:, 0]
    theirs = Ridge(alpha=0.01 * len(x), tol=1e-12)
    theirs.fit(polynomials.powers(x, 5)[:, 1:], y[:, 0])
    assert ours[0] == pytest.approx(theirs.intercept_)
    assert ours[1:] == pytest.approx(theirs.coef_)


def test_a_line_is_not_rough() -> None:
    assert polynomials.roughness_over_truth(1, 0, 0) < 1e-12


def test_proximal_steps_find_what_scikit_learn_finds() -> None:
    p = sparse.problem(0)
    theirs = Lasso(alpha=0.3 / 2, fit_intercept=False, tol=1e-12)
    theirs.fit(p.x, p.y)  # it halves the squares
    ours = sparse.by_proximal_steps(p, 0.3)
    assert ours == pytest.approx(theirs.coef_, abs=1e-6)
    assert np.array_equal(ours == 0, theirs.coef_ == 0)


def test_the_l2_solution_is_a_minimum() -> None:
    p, rng = sparse.problem(0), np.random.default_rng(0)

    def total(w: np.ndarray) -> float:
        return float(np.mean((p.x @ w - p.y) ** 2)) + l2_penalty([w], 0.3)

    w = sparse.by_l2(p, 0.3)
    for _ in range(10):
        assert total(w) < total(w + 0.01 * rng.normal(size=len(w)))


def test_subgradient_steps_come_near_the_same_loss() -> None:
    p = sparse.problem(0)

    def total(w: np.ndarray) -> float:
        return float(np.mean((p.x @ w - p.y) ** 2)) + l1_penalty([w], 0.3)

    best = total(sparse.by_proximal_steps(p, 0.3))
    found = total(sparse.by_subgradient_steps(p, 0.3))
    assert best < found < 1.02 * best


def test_with_momentum_coupled_and_decoupled_decay_differ() -> None:
    assert weight_decay.coupled_minus_decoupled(0.9, 0) > 1


def test_only_adam_w_decays_all_weights_alike() -> None:
    small, large = (weight_decay.share_left(AdamW, n, 0) for n in (0.1, 10))
    assert small == pytest.approx(large)
    assert large == pytest.approx(np.exp(-0.5), abs=0.02)
    small, large = (weight_decay.share_left(Adam, n, 0) for n in (0.1, 10))
    assert large > 3 * small


def test_a_fifth_of_the_labels_is_wrong_but_not_in_the_test() -> None:
    right = {tuple(x): y for x, y in zip(*digits(), strict=True)}
    for part, share in zip(data(0), (0.2, 0.2, 0), strict=True):
        wrong = [right[tuple(x)] != y for x, y in zip(*part, strict=True)]
        assert np.mean(wrong) == pytest.approx(share, abs=0.06)


def test_no_digit_is_in_two_parts() -> None:
    x = np.concatenate([part[0] for part in data(0)])
    assert len(x) == len(np.unique(x, axis=0)) == 1797


def test_early_stopping_is_the_plain_training_cut_short() -> None:
    plain, stopped = (
        trained(METHODS[n], 0) for n in ("none", "early stopping")
    )
    n = len(stopped.validation_losses)
    assert stopped.validation_losses == plain.validation_losses[:n]
    assert n < len(plain.validation_losses)


def test_early_stopping_goes_back_to_the_best_weights() -> None:
    run = trained(Method(patience=3), 0)
    assert run.validation_losses[-1] > min(run.validation_losses)
    again = trained(METHODS["early stopping"], 0)
    assert np.array_equal(run.weights, again.weights)


def test_dropout_left_on_is_noisy_and_worse() -> None:
    assert dropped.share_changed(0, training=True) > 0.1
    assert dropped.share_changed(0, training=False) == 0
    in_evaluation = trained(METHODS["dropout"], 0).accuracy_on("test")
    assert dropped.accuracy_left_on(0) < in_evaluation - 0.03


def test_a_wrong_scale_would_be_many_standard_errors_off() -> None:
    class Unscaled(Dropout):
        def scale(self) -> float:
            return 1.0

    assert dropped.error_of_mean(Unscaled, 0) > 50
    for variant in (Dropout, ClassicalDropout):
        assert dropped.error_of_mean(variant, 0) < 5


@pytest.mark.parametrize("change", [shifted, turned, cropped, flipped, noisy])
def test_augmentation_keeps_rows_of_pixels(change: object) -> None:
    x = data(0).train[0]
    changed = change(x, np.random.default_rng(0))  # type: ignore[operator]
    assert changed.shape == x.shape
    assert not np.array_equal(changed, x)
    assert changed.min() >= 0
    assert changed.max() <= 1


@pytest.mark.parametrize("seed", range(2))
def test_flips_cost_accuracy_and_shifts_only_help_moved_digits(
    seed: int,
) -> None:
    plain = accuracy_with(None, None, seed)
    assert accuracy_with(flipped, None, seed) < plain
    assert accuracy_with(shifted, None, seed) < plain - 0.01
    moved = accuracy_with(None, shifted, seed)
    assert accuracy_with(shifted, shifted, seed) > moved + 0.3
