"""What the page on logistic regression claims, measured."""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_score

from lecture_code.penalised_loss import hessian
from lecture_experiments.logistic_regression import leaks
from lecture_experiments.logistic_regression.hidden_layer_on_digits import (
    accuracies,
)
from lecture_experiments.logistic_regression.scaled_splits import (
    BENIGN,
    calibration_error,
    cells,
    fitted,
    judged,
    raw_cells,
    shares,
)
from lecture_experiments.logistic_regression.solvers import (
    descent,
    difference_in_loss,
    errors_at_random_weights,
    newton,
)
from lecture_experiments.real_data import Split, digits, split
from lecture_measurements.measurement import measurement

FIVE = range(5)
TEN = range(10)
NO_PENALTY = float("inf")
NEXT_TO_NONE = 1e5  # without any, the weights have no optimum to come to


@measurement(low=0, high=1e-12, form="bound", seeds=FIVE)
def logistic_loss_error(seed: int) -> float:
    """Relative error of our loss against scikit-learn's, same weights."""
    thousand_digits = split(digits(), 1000, np.random.default_rng(seed))
    return max(
        errors_at_random_weights(data, seed)[0]
        for data in (cells(seed), thousand_digits)
    )


@measurement(low=0, high=1e-10, form="bound", seeds=FIVE)
def logistic_gradient_error(seed: int) -> float:
    """Relative error of our gradient against scikit-learn's."""
    thousand_digits = split(digits(), 1000, np.random.default_rng(seed))
    return max(
        errors_at_random_weights(data, seed)[1]
        for data in (cells(seed), thousand_digits)
    )


@measurement(low=0, high=1e-4, form="bound", seeds=TEN)
def fitted_loss_difference(seed: int) -> float:
    """Relative difference of our fitted loss and scikit-learn's."""
    return difference_in_loss(cells(seed), 1.0)


@measurement(low=0, high=1e-14, form="bound", seeds=FIVE)
def logistic_probability_error(seed: int) -> float:
    """Largest error of our probabilities at scikit-learn's weights."""
    data = cells(seed)
    theirs, ours = fitted(data), newton(data)
    ours.weight, ours.bias = theirs.coef_, theirs.intercept_
    p = ours.predict_probability(data.x_test)
    return float(np.abs(p - theirs.predict_proba(data.x_test)).max())


@measurement(low=0, high=1e-4, form="bound", seeds=range(3))
def difference_by_the_start(seed: int) -> float:
    """Distance of descent from a random start to Newton's weights."""
    data = cells(seed)
    start = np.random.default_rng(seed).normal(size=31)
    reached, _ = descent(data, 0.5, 8000, start)
    model = newton(data)
    best = np.append(model.weight[0], model.bias)
    return float(np.linalg.norm(reached - best) / np.linalg.norm(best))


@measurement(low=8, high=9, decimals=0, seeds=TEN)
def steps_of_newton(seed: int) -> float:
    """Count the steps of Newton's method on the scaled tumours."""
    return len(newton(cells(seed)).losses) - 1


@measurement(low=9, high=10, decimals=0, seeds=TEN)
def steps_of_newton_unscaled(seed: int) -> float:
    """Count the steps of Newton's method on unscaled tumours."""
    return len(newton(raw_cells(seed)).losses) - 1


@measurement(low=964, high=1060, decimals=0, seeds=FIVE)
def steps_of_descent(seed: int) -> float:
    """Count the steps of descent until the loss is within a thousandth."""
    data = cells(seed)
    target = 1.001 * newton(data).losses[-1]
    _, losses = descent(data, 0.5, 1500, np.zeros(31))
    return float(np.argmax(np.array(losses) < target))


@measurement(low=15, high=20, decimals=0, seeds=TEN)
def iterations_of_lbfgs(seed: int) -> float:
    """Count the iterations of scikit-learn's solver on the scaled tumours."""
    return float(fitted(cells(seed)).n_iter_[0])


@measurement(low=0.995, high=1, form="percent", decimals=0)
def lbfgs_stopped_at_the_limit() -> float:
    """Share of ten unscaled splits for which a thousand are too few."""
    models = [fitted(raw_cells(seed), max_iter=1000) for seed in TEN]
    return float(np.mean([m.n_iter_[0] == 1000 for m in models]))


@measurement(low=0.959, high=1, form="percent", decimals=0, seeds=TEN)
def accuracy_on_tumours(seed: int) -> float:
    """Test accuracy of logistic regression on the tumours."""
    data = cells(seed)
    return float(fitted(data).score(data.x_test, data.y_test))


@measurement(low=0.545, high=0.645, form="percent", decimals=0, seeds=TEN)
def accuracy_of_the_dummy(seed: int) -> float:
    """Test accuracy of calling every tumour benign."""
    return float(np.mean(cells(seed).y_test == BENIGN))


@measurement(low=0.952, high=0.968, form="percent", decimals=1, seeds=TEN)
def malignant_found(seed: int) -> float:
    """Share of the malignant tumours that are found."""
    return shares(*judged(1.0, seed), 0.5)[0]


@measurement(low=0.007, high=0.021, form="percent", decimals=1, seeds=TEN)
def false_alarms(seed: int) -> float:
    """Share of the benign tumours that are called malignant."""
    return shares(*judged(1.0, seed), 0.5)[1]


@measurement(low=0.9806, high=0.9864, form="percent", decimals=1, seeds=TEN)
def malignant_found_at_a_tenth(seed: int) -> float:
    """Share of the malignant tumours found with the threshold at 1/10."""
    return shares(*judged(1.0, seed), 0.1)[0]


@measurement(low=0.084, high=0.115, form="percent", decimals=0, seeds=TEN)
def false_alarms_at_a_tenth(seed: int) -> float:
    """Share of false alarms among the benign with the threshold at 1/10."""
    return shares(*judged(1.0, seed), 0.1)[1]


@measurement(low=0, high=0.0005, form="percent", decimals=1, seeds=TEN)
def gain_by_a_leaking_scaler(seed: int) -> float:
    """Gain in accuracy when the scaler has seen the test samples."""
    return leaks.gain_by_scaling_with_all(seed)


@measurement(low=0.73, high=0.95, form="percent", decimals=0, seeds=TEN)
def noise_with_a_leak(seed: int) -> float:
    """Test accuracy on noise if features are chosen with all samples."""
    return leaks.accuracy_on_noise(True, seed)


@measurement(low=0.37, high=0.57, form="percent", decimals=0, seeds=TEN)
def noise_without_a_leak(seed: int) -> float:
    """Test accuracy on noise if the test samples have no say."""
    return leaks.accuracy_on_noise(False, seed)


def norm_of_weights(C: float, seed: int) -> float:
    """Return the length of the weight vector fitted to the tumours."""
    return float(np.linalg.norm(fitted(cells(seed), C).coef_))


@measurement(low=0.754, high=0.834, decimals=1, seeds=TEN)
def norm_with_a_strong_penalty(seed: int) -> float:
    """Norm of the weights on the tumours, C a hundredth."""
    return norm_of_weights(0.01, seed)


@measurement(low=3.36, high=3.86, decimals=1, seeds=TEN)
def norm_with_the_usual_penalty(seed: int) -> float:
    """Norm of the weights on the tumours, C of one."""
    return norm_of_weights(1.0, seed)


@measurement(low=21.3, high=25.7, decimals=0, seeds=TEN)
def norm_with_a_weak_penalty(seed: int) -> float:
    """Norm of the weights on the tumours, C of a hundred."""
    return norm_of_weights(100.0, seed)


@measurement(low=0.923, high=0.982, form="percent", decimals=0, seeds=TEN)
def accuracy_without_a_penalty(seed: int) -> float:
    """Test accuracy on the tumours without a penalty."""
    data = cells(seed)
    model = fitted(data, NO_PENALTY)
    return float(model.score(data.x_test, data.y_test))


@measurement(low=0.0119, high=0.0211, form="percent", decimals=1, seeds=TEN)
def calibration_error_with_a_penalty(seed: int) -> float:
    """Gap between probability and frequency, C of one."""
    return calibration_error(*judged(1.0, seed))


@measurement(low=0.04, high=0.056, form="percent", decimals=1, seeds=TEN)
def calibration_error_without_a_penalty(seed: int) -> float:
    """Gap between probability and frequency, C of 10⁵."""
    return calibration_error(*judged(NEXT_TO_NONE, seed))


@measurement(low=0.959, high=0.979, form="percent", decimals=1, seeds=FIVE)
def digits_read_by_logistic_regression(seed: int) -> float:
    """Test accuracy of logistic regression on most of the digits."""
    data = split(digits(), 1300, np.random.default_rng(seed))
    return float(fitted(data).score(data.x_test, data.y_test))


@measurement(low=0.93995, high=0.94096, form="percent", decimals=1)
def digits_read_in_the_order_of_the_file() -> float:
    """Mean test accuracy on each quarter of the file, fitted to the rest."""
    quarters = KFold(4)
    model = LogisticRegression(max_iter=1000)
    return float(cross_val_score(model, *digits(), cv=quarters).mean())


@measurement(low=0.004, high=0.017, form="percent", decimals=1, seeds=FIVE)
def gain_by_a_hidden_layer(seed: int) -> float:
    """Gain in accuracy by 64 hidden units over the best C, most digits."""
    result = accuracies(1300, 2, seed)
    return result.hidden - result.chosen


@measurement(low=0.016, high=0.048, form="percent", decimals=1, seeds=FIVE)
def gain_with_few_digits(seed: int) -> float:
    """Gain in accuracy by 64 hidden units over C of one, fifty digits."""
    result = accuracies(50, 4, seed)
    return result.hidden - result.default


@measurement(low=-0.005, high=0.02, form="percent", decimals=1, seeds=FIVE)
def gain_with_few_digits_over_chosen_penalty(seed: int) -> float:
    """Gain in accuracy by 64 hidden units over the best C, fifty digits."""
    result = accuracies(50, 4, seed)
    return result.hidden - result.chosen


def condition(data: Split) -> float:
    """Return largest over smallest curvature of the loss at its minimum."""
    model = newton(data)
    H = hessian(model.weight, model.bias, data.x_train, model.C)
    return float(np.linalg.cond(H))


@measurement(low=43, high=72, decimals=0, seeds=TEN)
def condition_of_scaled_tumours(seed: int) -> float:
    """Largest over smallest curvature of the loss, features scaled."""
    return condition(cells(seed))


@measurement(
    low=1000000000, high=2400000000, form="scientific", decimals=0, seeds=TEN
)
def condition_of_raw_tumours(seed: int) -> float:
    """Largest over smallest curvature of the loss, features as they are."""
    return condition(raw_cells(seed))


@measurement(low=0.0018, high=0.003, form="percent", decimals=1, seeds=TEN)
def wrong_when_sure(seed: int) -> float:
    """Share of errors among near-certain answers, C of one."""
    return share_wrong_when_sure(1.0, seed)


@measurement(low=0.037, high=0.054, form="percent", decimals=1, seeds=TEN)
def wrong_when_sure_without_a_penalty(seed: int) -> float:
    """Share of errors among near-certain answers, C of 10⁵."""
    return share_wrong_when_sure(NEXT_TO_NONE, seed)


def share_wrong_when_sure(C: float, seed: int) -> float:
    """Return the share of errors among the samples it is sure of."""
    p, is_malignant = judged(C, seed)
    is_sure = np.maximum(p, 1 - p) > 0.99
    return float(np.mean(((p > 0.5) != is_malignant)[is_sure]))
