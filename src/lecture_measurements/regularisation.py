"""What the page on regularisation claims: curves, decay and zeros."""

from __future__ import annotations

import numpy as np

from lecture_code.adam import Adam, AdamW
from lecture_measurements import polynomial_fits as polynomials
from lecture_measurements import sparse_regression as sparse
from lecture_measurements import weight_decay
from lecture_measurements.measurement import measurement
from lecture_measurements.mislabelled_digits import METHODS, trained

FIVE = range(5)
L2_OF_CURVES, L1_OF_FEATURES = 0.001, 0.3


@measurement(low=3, high=6, decimals=0, seeds=FIVE)
def best_degree(seed: int) -> float:
    """Degree of the polynomial with the least validation error."""
    on_validation = [polynomials.errors(d, 0, seed)[1] for d in range(16)]
    return float(np.argmin(on_validation))


@measurement(low=0.9, high=1.1, decimals=2, seeds=FIVE)
def validation_over_training_error_of_a_line(seed: int) -> float:
    """Ratio of validation to training error of straight lines."""
    return polynomials.validation_over_training(1, seed)


@measurement(low=40, high=70, decimals=0, seeds=FIVE)
def validation_over_training_error_of_degree_15(seed: int) -> float:
    """Ratio of validation to training error at degree 15."""
    return polynomials.validation_over_training(15, seed)


@measurement(low=0.23, high=0.26, seeds=FIVE)
def squared_bias_of_a_line(seed: int) -> float:
    """Squared bias of straight lines, mean over the interval."""
    return polynomials.bias_and_variance(1, 0, seed)[0]


@measurement(low=0.007, high=0.012, decimals=3, seeds=FIVE)
def variance_of_a_line(seed: int) -> float:
    """Variance of straight lines, mean over the interval."""
    return polynomials.bias_and_variance(1, 0, seed)[1]


@measurement(low=0, high=0.02, decimals=3, seeds=FIVE)
def squared_bias_of_degree_15(seed: int) -> float:
    """Squared bias of polynomials of degree 15."""
    return polynomials.bias_and_variance(15, 0, seed)[0]


@measurement(low=0.7, high=1.1, seeds=FIVE)
def variance_of_degree_15(seed: int) -> float:
    """Variance of polynomials of degree 15."""
    return polynomials.bias_and_variance(15, 0, seed)[1]


@measurement(low=0.002, high=0.006, decimals=3, seeds=FIVE)
def squared_bias_with_l2(seed: int) -> float:
    """Squared bias of degree 15 with an L2 penalty."""
    return polynomials.bias_and_variance(15, L2_OF_CURVES, seed)[0]


@measurement(low=0.02, high=0.027, decimals=3, seeds=FIVE)
def variance_with_l2(seed: int) -> float:
    """Variance of degree 15 with an L2 penalty."""
    return polynomials.bias_and_variance(15, L2_OF_CURVES, seed)[1]


@measurement(low=0.11, high=0.125, decimals=3, seeds=FIVE)
def validation_error_with_l2(seed: int) -> float:
    """Mean squared validation error of degree 15 with an L2 penalty."""
    return polynomials.errors(15, L2_OF_CURVES, seed)[1]


@measurement(low=0.105, high=0.12, decimals=3, seeds=FIVE)
def validation_error_of_the_best_degree(seed: int) -> float:
    """Least validation error of all degrees without a penalty."""
    return min(polynomials.errors(d, 0, seed)[1] for d in range(16))


@measurement(low=25000, high=31000, decimals=0, seeds=FIVE)
def weight_norm_of_degree_15(seed: int) -> float:
    """Median norm of the weights of degree 15 without a penalty."""
    return polynomials.median_norm(15, 0, seed)


@measurement(low=3, high=4, decimals=1, seeds=FIVE)
def weight_norm_with_l2(seed: int) -> float:
    """Median norm of the weights of degree 15 with an L2 penalty."""
    return polynomials.median_norm(15, L2_OF_CURVES, seed)


@measurement(low=30000, high=100000, decimals=0, seeds=FIVE)
def roughness_without_l2(seed: int) -> float:
    """Squared second differences of degree 15 over those of the truth."""
    return polynomials.roughness_over_truth(15, 0, seed)


@measurement(low=14, high=21, decimals=0, seeds=FIVE)
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


@measurement(low=0.25, high=0.3, form="percent", decimals=0, seeds=FIVE)
def left_by_adam_with_small_gradients(seed: int) -> float:
    """Share of a weight that decay by Adam leaves, small gradients."""
    return weight_decay.share_left(Adam, 0.1, seed)


@measurement(low=0.93, high=0.97, form="percent", decimals=0, seeds=FIVE)
def left_by_adam_with_large_gradients(seed: int) -> float:
    """Share of a weight that decay by Adam leaves, large gradients."""
    return weight_decay.share_left(Adam, 10, seed)


@measurement(low=0.59, high=0.63, form="percent", decimals=0, seeds=FIVE)
def left_by_adam_w_with_small_gradients(seed: int) -> float:
    """Share of a weight that decay by AdamW leaves, small gradients."""
    return weight_decay.share_left(AdamW, 0.1, seed)


@measurement(low=0.59, high=0.63, form="percent", decimals=0, seeds=FIVE)
def left_by_adam_w_with_large_gradients(seed: int) -> float:
    """Share of a weight that decay by AdamW leaves, large gradients."""
    return weight_decay.share_left(AdamW, 10, seed)


@measurement(low=24, high=29, decimals=1, seeds=FIVE)
def weight_norm_without_decay(seed: int) -> float:
    """Norm of the network's weights after training without decay."""
    return float(np.linalg.norm(trained(METHODS["none"], seed).weights))


@measurement(low=11, high=14, decimals=1, seeds=FIVE)
def weight_norm_with_decay(seed: int) -> float:
    """Norm of the network's weights after training with decay."""
    return float(np.linalg.norm(trained(METHODS["L2"], seed).weights))


@measurement(low=9, high=15, decimals=0, seeds=FIVE)
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


@measurement(low=0.2, high=0.7, decimals=1, seeds=FIVE)
def hover_over_jump(seed: int) -> float:
    """How far from 0 subgradient steps hover, in units of ηλ."""
    return sparse.hover_over_jump(L1_OF_FEATURES, seed)


@measurement(low=0.25, high=0.8, seeds=FIVE)
def error_of_weights_without_penalty(seed: int) -> float:
    """Squared distance from the true weights, without penalty."""
    p = sparse.problem(seed)
    return sparse.distance(sparse.by_l2(p, 0), p)


@measurement(low=0.2, high=0.8, seeds=FIVE)
def error_of_weights_with_l2(seed: int) -> float:
    """Squared distance from the true weights, with L2."""
    p = sparse.problem(seed)
    return sparse.distance(sparse.by_l2(p, 0.05), p)


@measurement(low=0.05, high=0.5, seeds=FIVE)
def error_of_weights_with_l1(seed: int) -> float:
    """Squared distance from the true weights, with L1."""
    p = sparse.problem(seed)
    return sparse.distance(sparse.by_proximal_steps(p, 0.2), p)
