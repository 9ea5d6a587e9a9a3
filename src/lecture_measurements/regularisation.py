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
from lecture_measurements.measurement import measurement

FIVE = range(5)
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


@measurement(low=0.775, high=0.861, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_plain(seed: int) -> float:
    """Accuracy on test digits: no regulariser."""
    return trained(METHODS["none"], seed).accuracy_on("test")


@measurement(low=0.271, high=0.337, form="percent", decimals=0, seeds=FIVE)
def gap_plain(seed: int) -> float:
    """Accuracy in training minus that in validation: no regulariser."""
    return trained(METHODS["none"], seed).gap


@measurement(low=0.876, high=0.92, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_early_stopping(seed: int) -> float:
    """Accuracy on test digits: early stopping."""
    return trained(METHODS["early stopping"], seed).accuracy_on("test")


@measurement(low=0.02, high=0.106, form="percent", decimals=0, seeds=FIVE)
def gap_early_stopping(seed: int) -> float:
    """Accuracy in training minus that in validation: early stopping."""
    return trained(METHODS["early stopping"], seed).gap


@measurement(low=0.866, high=0.925, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_l2(seed: int) -> float:
    """Accuracy on test digits: decoupled weight decay."""
    return trained(METHODS["L2"], seed).accuracy_on("test")


@measurement(low=0.07, high=0.148, form="percent", decimals=0, seeds=FIVE)
def gap_l2(seed: int) -> float:
    """Accuracy in training minus that in validation: weight decay."""
    return trained(METHODS["L2"], seed).gap


@measurement(low=0.869, high=0.93, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_l1(seed: int) -> float:
    """Accuracy on test digits: proximal steps of L1."""
    return trained(METHODS["L1"], seed).accuracy_on("test")


@measurement(low=0.02, high=0.13, form="percent", decimals=0, seeds=FIVE)
def gap_l1(seed: int) -> float:
    """Accuracy in training minus that in validation: proximal steps of L1."""
    return trained(METHODS["L1"], seed).gap


@measurement(low=0.865, high=0.921, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_dropout(seed: int) -> float:
    """Accuracy on test digits: dropout of a half."""
    return trained(METHODS["dropout"], seed).accuracy_on("test")


@measurement(low=0.111, high=0.183, form="percent", decimals=0, seeds=FIVE)
def gap_dropout(seed: int) -> float:
    """Accuracy in training minus that in validation: dropout of a half."""
    return trained(METHODS["dropout"], seed).gap


@measurement(low=0.888, high=0.94, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_augmentation(seed: int) -> float:
    """Accuracy on test digits: noise on the pixels."""
    return trained(METHODS["augmentation"], seed).accuracy_on("test")


@measurement(low=0.02, high=0.13, form="percent", decimals=0, seeds=FIVE)
def gap_augmentation(seed: int) -> float:
    """Accuracy in training minus that in validation: noise on the pixels."""
    return trained(METHODS["augmentation"], seed).gap


@measurement(low=0.881, high=0.928, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_l2_and_dropout(seed: int) -> float:
    """Accuracy on test digits: weight decay and dropout."""
    return trained(METHODS["L2 and dropout"], seed).accuracy_on("test")


@measurement(low=0.01, high=0.13, form="percent", decimals=0, seeds=FIVE)
def gap_l2_and_dropout(seed: int) -> float:
    """Accuracy in training minus that in validation: decay and dropout."""
    return trained(METHODS["L2 and dropout"], seed).gap


@measurement(low=0.0023, high=0.0039, form="percent", decimals=1, seeds=FIVE)
def near_zero_plain(seed: int) -> float:
    """Share of weights below a thousandth: no regulariser."""
    return trained(METHODS["none"], seed).near_zero


@measurement(low=0.0096, high=0.0133, form="percent", decimals=1, seeds=FIVE)
def near_zero_l2(seed: int) -> float:
    """Share of weights below a thousandth: decoupled weight decay."""
    return trained(METHODS["L2"], seed).near_zero


@measurement(low=0.752, high=0.787, form="percent", decimals=0, seeds=FIVE)
def near_zero_l1(seed: int) -> float:
    """Share of weights below a thousandth: proximal steps of L1."""
    return trained(METHODS["L1"], seed).near_zero


@measurement(low=0.0025, high=0.0044, form="percent", decimals=1, seeds=FIVE)
def near_zero_dropout(seed: int) -> float:
    """Share of weights below a thousandth: dropout of a half."""
    return trained(METHODS["dropout"], seed).near_zero


@measurement(low=0.918, high=0.979, form="percent", decimals=0, seeds=FIVE)
def training_accuracy_plain(seed: int) -> float:
    """Accuracy on the training labels without any regulariser."""
    return trained(METHODS["none"], seed).accuracy_on("train")


@measurement(low=0.751, high=0.822, form="percent", decimals=0, seeds=FIVE)
def training_accuracy_l2_and_dropout(seed: int) -> float:
    """Accuracy on the training labels, weight decay and dropout."""
    return trained(METHODS["L2 and dropout"], seed).accuracy_on("train")


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


@measurement(low=8, high=12, decimals=0, seeds=FIVE)
def epochs_with_patience_1(seed: int) -> float:
    """Epochs until the stop, with a patience of 1."""
    return float(len(trained(Method(patience=1), seed).train_losses))


@measurement(low=10, high=16, decimals=0, seeds=FIVE)
def epochs_with_patience_3(seed: int) -> float:
    """Epochs until the stop, with a patience of 3."""
    return float(len(trained(Method(patience=3), seed).train_losses))


@measurement(low=17, high=23, decimals=0, seeds=FIVE)
def epochs_with_patience_10(seed: int) -> float:
    """Epochs until the stop, with a patience of 10."""
    return float(len(trained(Method(patience=10), seed).train_losses))


@measurement(low=0.875, high=0.913, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_with_patience_1(seed: int) -> float:
    """Accuracy on test digits, early stopping with a patience of 1."""
    return trained(Method(patience=1), seed).accuracy_on("test")


@measurement(low=0.876, high=0.92, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_with_patience_3(seed: int) -> float:
    """Accuracy on test digits, early stopping with a patience of 3."""
    return trained(Method(patience=3), seed).accuracy_on("test")


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


@measurement(low=0.583, high=0.623, form="percent", decimals=0, seeds=FIVE)
def half_silenced_plain(seed: int) -> float:
    """Accuracy with half of the hidden units silenced: no regulariser."""
    return dropped.accuracy_with_units_silenced(METHODS["none"], seed)


@measurement(low=0.798, high=0.832, form="percent", decimals=0, seeds=FIVE)
def half_silenced_dropout(seed: int) -> float:
    """Accuracy with half of the hidden units silenced: dropout of a half."""
    return dropped.accuracy_with_units_silenced(METHODS["dropout"], seed)


@measurement(low=0.776, high=0.806, form="percent", decimals=0, seeds=FIVE)
def half_silenced_l2(seed: int) -> float:
    """Accuracy with half of the hidden units silenced: weight decay."""
    return dropped.accuracy_with_units_silenced(METHODS["L2"], seed)


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


@measurement(low=0.816, high=0.883, form="percent", decimals=0, seeds=FIVE)
def accuracy_flipped_on_wrong_labels(seed: int) -> float:
    """Accuracy on test digits after flips and wrong labels."""
    return accuracy_with(flipped, None, seed, share_wrong=0.2)
