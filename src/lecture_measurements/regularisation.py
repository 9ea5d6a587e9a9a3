"""What the page on regularisation claims, in numbers."""

from __future__ import annotations

import numpy as np

from lecture_code.adam import Adam, AdamW
from lecture_code.dropout import ClassicalDropout, Dropout
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
    N_EPOCHS,
    Method,
    trained,
)
from lecture_measurements.cases import measurements
from lecture_measurements.measurement import measurement

FIVE = range(5)
NAMED = {
    "plain": METHODS["none"],
    "early_stopping": METHODS["early stopping"],
    "l2": METHODS["L2"],
    "l1": METHODS["L1"],
    "dropout": METHODS["dropout"],
    "augmentation": METHODS["augmentation"],
    "l2_and_dropout": METHODS["L2 and dropout"],
}
WORDS = {
    "plain": "no regulariser",
    "early_stopping": "early stopping",
    "l2": "decoupled weight decay",
    "l1": "proximal steps of L1",
    "dropout": "dropout of a half",
    "augmentation": "noise on the pixels",
    "l2_and_dropout": "weight decay and dropout",
}
L2_OF_CURVES, L1_OF_FEATURES = 0.001, 0.3


@measurement(low=4, high=4, decimals=0, seeds=FIVE)
def best_degree(seed: int) -> float:
    """Degree of the polynomial with the least validation error."""
    on_validation = [polynomials.errors(d, 0, seed)[1] for d in range(16)]
    return float(np.argmin(on_validation))


@measurement(low=0.942, high=1.013, decimals=2, seeds=FIVE)
def validation_over_training_error_of_a_line(seed: int) -> float:
    """Ratio of validation to training error of straight lines."""
    return polynomials.validation_over_training(1, seed)


@measurement(low=46, high=65, decimals=0, seeds=FIVE)
def validation_over_training_error_of_degree_15(seed: int) -> float:
    """Ratio of validation to training error at degree 15."""
    return polynomials.validation_over_training(15, seed)


@measurement(low=0.238, high=0.249)
def squared_bias_of_a_line() -> float:
    """Squared bias of straight lines, mean over the interval."""
    return polynomials.bias_and_variance(1, 0, 0)[0]


@measurement(low=0.007, high=0.0094, decimals=3, seeds=FIVE)
def variance_of_a_line(seed: int) -> float:
    """Variance of straight lines, mean over the interval."""
    return polynomials.bias_and_variance(1, 0, seed)[1]


@measurement(low=0.0, high=1e-15, form="bound")
def squared_bias_of_degree_15() -> float:
    """Squared bias of polynomials of degree 15."""
    return polynomials.bias_and_variance(15, 0, 0)[0]


@measurement(low=0.78, high=1.04, seeds=FIVE)
def variance_of_degree_15(seed: int) -> float:
    """Variance of polynomials of degree 15."""
    return polynomials.bias_and_variance(15, 0, seed)[1]


@measurement(low=0.00345, high=0.00356, decimals=4)
def squared_bias_with_l2() -> float:
    """Squared bias of degree 15 with an L2 penalty."""
    return polynomials.bias_and_variance(15, L2_OF_CURVES, 0)[0]


@measurement(low=0.0217, high=0.0245, decimals=3, seeds=FIVE)
def variance_with_l2(seed: int) -> float:
    """Variance of degree 15 with an L2 penalty."""
    return polynomials.bias_and_variance(15, L2_OF_CURVES, seed)[1]


@measurement(low=0.1152, high=0.1178, decimals=3, seeds=FIVE)
def validation_error_with_l2(seed: int) -> float:
    """Mean squared validation error of degree 15 with an L2 penalty."""
    return polynomials.errors(15, L2_OF_CURVES, seed)[1]


@measurement(low=0.1102, high=0.1132, decimals=3, seeds=FIVE)
def validation_error_of_the_best_degree(seed: int) -> float:
    """Least validation error of all degrees without a penalty."""
    return min(polynomials.errors(d, 0, seed)[1] for d in range(16))


@measurement(low=25900, high=29200, decimals=0, seeds=FIVE)
def weight_norm_of_degree_15(seed: int) -> float:
    """Median norm of the weights of degree 15 without a penalty."""
    return polynomials.median_norm(15, 0, seed)


@measurement(low=3.4, high=3.68, decimals=1, seeds=FIVE)
def weight_norm_with_l2(seed: int) -> float:
    """Median norm of the weights of degree 15 with an L2 penalty."""
    return polynomials.median_norm(15, L2_OF_CURVES, seed)


@measurement(low=63000, high=83000, decimals=0, seeds=FIVE)
def roughness_without_l2(seed: int) -> float:
    """Squared second differences of degree 15 over those of the truth."""
    return polynomials.roughness_over_truth(15, 0, seed)


@measurement(low=16.6, high=20.1, decimals=0, seeds=FIVE)
def roughness_with_l2(seed: int) -> float:
    """Squared second differences with an L2 penalty, over the truth's."""
    return polynomials.roughness_over_truth(15, L2_OF_CURVES, seed)


@measurement(low=0, high=1e-15, form="bound", seeds=FIVE)
def torch_step_minus_penalty_step(seed: int) -> float:
    """Largest difference of torch's decay from a step on half the square."""
    return weight_decay.torch_step_minus_penalty_step(seed)


@measurement(low=0, high=1e-13, form="bound", seeds=FIVE)
def coupled_minus_decoupled(seed: int) -> float:
    """Largest difference of L2 from decoupled decay, plain SGD."""
    return weight_decay.coupled_minus_decoupled(0.0, seed)


@measurement(low=0.267, high=0.279, form="percent", decimals=0, seeds=FIVE)
def left_by_adam_with_small_gradients(seed: int) -> float:
    """Share of a weight that decay by Adam leaves, small gradients."""
    return weight_decay.share_left(Adam, 0.1, seed)


@measurement(low=0.942, high=0.961, form="percent", decimals=0, seeds=FIVE)
def left_by_adam_with_large_gradients(seed: int) -> float:
    """Share of a weight that decay by Adam leaves, large gradients."""
    return weight_decay.share_left(Adam, 10, seed)


@measurement(low=0.598, high=0.615, form="percent", decimals=0, seeds=FIVE)
def left_by_adam_w_with_small_gradients(seed: int) -> float:
    """Share of a weight that decay by AdamW leaves, small gradients."""
    return weight_decay.share_left(AdamW, 0.1, seed)


@measurement(low=0.598, high=0.615, form="percent", decimals=0, seeds=FIVE)
def left_by_adam_w_with_large_gradients(seed: int) -> float:
    """Share of a weight that decay by AdamW leaves, large gradients."""
    return weight_decay.share_left(AdamW, 10, seed)


@measurement(low=25.63, high=26.63, decimals=1, seeds=FIVE)
def weight_norm_without_decay(seed: int) -> float:
    """Norm of the network's weights after training without decay."""
    return float(np.linalg.norm(trained(METHODS["none"], seed).weights))


@measurement(low=12.12, high=12.7, decimals=1, seeds=FIVE)
def weight_norm_with_decay(seed: int) -> float:
    """Norm of the network's weights after training with decay."""
    return float(np.linalg.norm(trained(METHODS["L2"], seed).weights))


@measurement(low=10, high=14, decimals=0, seeds=FIVE)
def zeros_by_proximal_steps(seed: int) -> float:
    """Weights that proximal steps make exactly 0, of twenty."""
    w = sparse.by_proximal_steps(sparse.problem(seed), L1_OF_FEATURES)
    return float(np.sum(w == 0))


@measurement(low=0, high=0, decimals=0, seeds=FIVE)
def useful_weights_lost_by_l1(seed: int) -> float:
    """Weights among them that should not be 0."""
    w = sparse.by_proximal_steps(sparse.problem(seed), L1_OF_FEATURES)
    return float(np.sum(w[: sparse.N_USED] == 0))


@measurement(low=0, high=0, decimals=0, seeds=FIVE)
def zeros_by_subgradient_steps(seed: int) -> float:
    """Weights that subgradient steps make exactly 0."""
    w = sparse.by_subgradient_steps(sparse.problem(seed), L1_OF_FEATURES)
    return float(np.sum(w == 0))


@measurement(low=0, high=0, decimals=0, seeds=FIVE)
def zeros_by_l2(seed: int) -> float:
    """Weights that the L2 penalty makes exactly 0."""
    w = sparse.by_l2(sparse.problem(seed), L1_OF_FEATURES)
    return float(np.sum(w == 0))


@measurement(low=0.25, high=0.63, decimals=1, seeds=FIVE)
def hover_over_jump(seed: int) -> float:
    """How far from 0 subgradient steps hover, in units of ηλ."""
    return sparse.hover_over_jump(L1_OF_FEATURES, seed)


@measurement(low=0.28, high=0.75, seeds=FIVE)
def error_of_weights_without_penalty(seed: int) -> float:
    """Squared distance from the true weights, without penalty."""
    p = sparse.problem(seed)
    return sparse.distance(sparse.by_l2(p, 0), p)


@measurement(low=0.23, high=0.6, seeds=FIVE)
def error_of_weights_with_l2(seed: int) -> float:
    """Squared distance from the true weights, with L2."""
    p = sparse.problem(seed)
    return sparse.distance(sparse.by_l2(p, 0.05), p)


@measurement(low=0.05, high=0.42, seeds=FIVE)
def error_of_weights_with_l1(seed: int) -> float:
    """Squared distance from the true weights, with L1."""
    p = sparse.problem(seed)
    return sparse.distance(sparse.by_proximal_steps(p, 0.2), p)


@measurements(
    cases={
        "plain": (0.775, 0.861),
        "early_stopping": (0.876, 0.92),
        "l2": (0.866, 0.925),
        "l1": (0.869, 0.93),
        "dropout": (0.865, 0.921),
        "augmentation": (0.888, 0.94),
        "l2_and_dropout": (0.881, 0.928),
    },
    words=WORDS,
    form="percent",
    decimals=0,
    seeds=FIVE,
)
def test_accuracy(method: str, seed: int) -> float:
    """Accuracy on test digits: {}."""
    return trained(NAMED[method], seed).accuracy_on("test")


@measurements(
    cases={
        "plain": (0.271, 0.337),
        "early_stopping": (0.02, 0.106),
        "l2": (0.07, 0.148),
        "l1": (0.02, 0.13),
        "dropout": (0.111, 0.183),
        "augmentation": (0.02, 0.13),
        "l2_and_dropout": (0.01, 0.13),
    },
    words=WORDS,
    form="percent",
    decimals=0,
    seeds=FIVE,
)
def gap(method: str, seed: int) -> float:
    """Accuracy in training minus that in validation: {}."""
    return trained(NAMED[method], seed).gap


@measurements(
    cases={
        "plain": (0.0023, 0.0039),
        "l2": (0.0096, 0.0133),
        "dropout": (0.0025, 0.0044),
    },
    words=WORDS,
    form="percent",
    decimals=1,
    seeds=FIVE,
)
def near_zero(method: str, seed: int) -> float:
    """Share of weights below a thousandth: {}."""
    return trained(NAMED[method], seed).near_zero


@measurement(low=0.752, high=0.787, form="percent", decimals=0, seeds=FIVE)
def near_zero_l1(seed: int) -> float:
    """Share of weights below a thousandth: proximal steps of L1."""
    return trained(METHODS["L1"], seed).near_zero


@measurements(
    cases={"plain": (0.918, 0.979), "l2_and_dropout": (0.751, 0.822)},
    words=WORDS,
    form="percent",
    decimals=0,
    seeds=FIVE,
)
def training_accuracy(method: str, seed: int) -> float:
    """Accuracy on the training labels: {}."""
    return trained(NAMED[method], seed).accuracy_on("train")


@measurement(low=0.838, high=0.906, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_of_sixteen_units(seed: int) -> float:
    """Accuracy on test digits of a network with 16 hidden units."""
    return trained(Method(n_hidden=16), seed).accuracy_on("test")


@measurement(low=7, high=13, decimals=0, seeds=FIVE)
def best_epoch(seed: int) -> float:
    """Epoch with the least validation loss."""
    return float(
        np.argmin(trained(METHODS["none"], seed).validation_losses) + 1
    )


@measurement(low=0.61, high=0.73, form="percent", decimals=0, seeds=FIVE)
def epochs_saved(seed: int) -> float:
    """Share of the epochs that early stopping saves."""
    run = trained(METHODS["early stopping"], seed)
    return 1 - len(run.train_losses) / N_EPOCHS


@measurement(low=1.64, high=1.93, seeds=FIVE)
def validation_loss_at_the_end(seed: int) -> float:
    """Loss on validation digits after all epochs."""
    return trained(METHODS["none"], seed).validation_losses[-1]


@measurement(low=1.2, high=1.36, seeds=FIVE)
def validation_loss_at_the_best(seed: int) -> float:
    """Least validation loss of all epochs."""
    return min(trained(METHODS["none"], seed).validation_losses)


@measurements(
    cases={"1": (8, 12), "3": (10, 16), "10": (17, 23)}, decimals=0, seeds=FIVE
)
def epochs_with_patience(patience: str, seed: int) -> float:
    """Epochs until the stop, with a patience of {}."""
    return len(trained(Method(patience=int(patience)), seed).train_losses)


@measurements(
    cases={"1": (0.875, 0.913), "3": (0.876, 0.92)},
    form="percent",
    decimals=0,
    seeds=FIVE,
)
def test_accuracy_with_patience(patience: str, seed: int) -> float:
    """Accuracy on test digits, early stopping with a patience of {}."""
    return trained(Method(patience=int(patience)), seed).accuracy_on("test")


@measurement(low=0.788, high=0.855, form="percent", decimals=0, seeds=FIVE)
def accuracy_of_dropout_left_on(seed: int) -> float:
    """Accuracy on test digits with dropout wrongly left on."""
    return dropped.accuracy_left_on(seed)


@measurement(low=0.16, high=0.218, form="percent", decimals=0, seeds=FIVE)
def answers_changed_by_dropout_left_on(seed: int) -> float:
    """Share of answers that differ between two passes with it left on."""
    return dropped.share_changed(seed, training=True)


@measurement(low=0, high=0.005, form="percent", decimals=0, seeds=FIVE)
def answers_changed_in_evaluation(seed: int) -> float:
    """Share of answers that differ between two passes in evaluation."""
    return dropped.share_changed(seed, training=False)


@measurement(low=0.862, high=0.919, form="percent", decimals=0, seeds=FIVE)
def accuracy_of_a_hundred_masks(seed: int) -> float:
    """Accuracy on test digits of the mean over a hundred masks."""
    return dropped.accuracy_of_ensemble(100, seed)


@measurement(low=2.1, high=3.6, decimals=1, seeds=FIVE)
def error_of_mean_inverted(seed: int) -> float:
    """Largest error of inverted dropout's mean, in standard errors."""
    return dropped.error_of_mean(Dropout, seed)


@measurement(low=2.1, high=3.6, decimals=1, seeds=FIVE)
def error_of_mean_classical(seed: int) -> float:
    """Largest error of classical dropout's mean, in standard errors."""
    return dropped.error_of_mean(ClassicalDropout, seed)


@measurements(
    cases={
        "plain": (0.583, 0.623),
        "dropout": (0.798, 0.832),
        "l2": (0.776, 0.806),
    },
    words=WORDS,
    form="percent",
    decimals=0,
    seeds=FIVE,
)
def half_silenced(method: str, seed: int) -> float:
    """Accuracy with half of the hidden units silenced: {}."""
    return dropped.accuracy_with_units_silenced(NAMED[method], seed)


@measurement(low=0.918, high=0.962, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_unchanged(seed: int) -> float:
    """Accuracy on test digits, trained on digits as they are."""
    return accuracy_with(None, None, seed)


@measurement(low=0.356, high=0.413, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_unchanged_on_moved(seed: int) -> float:
    """Accuracy on moved test digits, trained on digits as they are."""
    return accuracy_with(None, shifted, seed)


@measurement(low=0.876, high=0.92, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_shifted(seed: int) -> float:
    """Accuracy on test digits, trained on digits with shifts."""
    return accuracy_with(shifted, None, seed)


@measurement(low=0.858, high=0.907, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_shifted_on_moved(seed: int) -> float:
    """Accuracy on moved test digits, trained on digits with shifts."""
    return accuracy_with(shifted, shifted, seed)


@measurement(low=0.935, high=0.96, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_turned(seed: int) -> float:
    """Accuracy on test digits, trained on digits with rotations."""
    return accuracy_with(turned, None, seed)


@measurement(low=0.867, high=0.904, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_cropped(seed: int) -> float:
    """Accuracy on test digits, trained on digits with crops."""
    return accuracy_with(cropped, None, seed)


@measurement(low=0.906, high=0.95, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_flipped(seed: int) -> float:
    """Accuracy on test digits, trained with wrong flips."""
    return accuracy_with(flipped, None, seed)


@measurement(low=0.87, high=0.921, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_unchanged_on_turned(seed: int) -> float:
    """Accuracy on turned test digits, trained on digits as they are."""
    return accuracy_with(None, turned, seed)


@measurement(low=0.914, high=0.954, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_turned_on_turned(seed: int) -> float:
    """Accuracy on turned test digits, trained on digits with rotations."""
    return accuracy_with(turned, turned, seed)


@measurement(low=0.6, high=4.3, decimals=1, unit=" points", seeds=FIVE)
def gain_of_flips_on_wrong_labels(seed: int) -> float:
    """Accuracy with flips minus that without, where labels are wrong."""
    flips, nothing = (
        accuracy_with(change, None, seed, share_wrong=0.2)
        for change in (flipped, None)
    )
    return 100 * (flips - nothing)


@measurement(low=0.816, high=0.883, form="percent", decimals=0, seeds=FIVE)
def accuracy_flipped_on_wrong_labels(seed: int) -> float:
    """Accuracy on test digits after flips and wrong labels."""
    return accuracy_with(flipped, None, seed, share_wrong=0.2)
