"""What the page on batch normalisation claims, measured."""

from __future__ import annotations

import numpy as np

from lecture_code.arrays import Array
from lecture_code.batch_norm import BatchNorm1d
from lecture_code.losses import d_cross_entropy
from lecture_code.sequential import Sequential
from lecture_experiments.batch_normalisation import (
    normalised_networks as networks,
)
from lecture_experiments.batch_normalisation import (
    normalising_by_batch as by_batch,
)
from lecture_experiments.batch_normalisation import (
    normalising_by_sample as by_sample,
)
from lecture_experiments.batch_normalisation.deep_cnn import (
    accuracy_of_deep_cnn,
    error_of_block,
)
from lecture_experiments.batch_normalisation.normalised_landscape import (
    View,
    gradient_by_layer,
    views_of_training,
)
from lecture_measurements.gradients.errors import gradient_errors
from lecture_measurements.measurement import measurement

FIVE, TEN, TWENTY = range(5), range(10), range(20)


def skewed_batch(seed: int, n_samples: int = 64) -> Array:
    """Return a batch of four features far from mean 0 and variance 1."""
    rng = np.random.default_rng(seed)
    return 50 + 10 * rng.exponential(size=(n_samples, 4))


@measurement(low=0.0, high=1e-13, form="bound", seeds=FIVE)
def mean_after_normalising(seed: int) -> float:
    """Largest mean of a normalised feature, without sign."""
    x_hat = BatchNorm1d(4).forward(skewed_batch(seed))
    return float(np.abs(x_hat.mean(axis=0)).max())


@measurement(low=0.99994, high=1.00005, decimals=4, seeds=FIVE)
def std_after_normalising(seed: int) -> float:
    """Spread of a normalised feature, as standard deviation."""
    x_hat = BatchNorm1d(4).forward(skewed_batch(seed))
    return float(x_hat[:, 0].std())


@measurement(low=0.296, high=0.307)
def std_of_a_quiet_feature() -> float:
    """Spread after normalising a feature that varies less than √ε."""
    x = 1e-3 * np.array([[-1.0], [1.0]])
    return float(BatchNorm1d(1).forward(x).std())


@measurement(low=2.64, high=2.65, seeds=FIVE)
def outlier_in_eight(seed: int) -> float:
    """Normalised value of a sample far out among seven near 0."""
    x = np.random.default_rng(seed).normal(size=(8, 1))
    x[0] = 1000
    return float(BatchNorm1d(1).forward(x)[0, 0])


@measurement(low=0.0, high=1e-13, form="bound", seeds=FIVE)
def error_of_undoing(seed: int) -> float:
    """Relative error of γ = √(σ² + ε), β = μ as a way back to the input."""
    x, layer = skewed_batch(seed), BatchNorm1d(4)
    layer.gamma[:] = np.sqrt(x.var(axis=0) + layer.eps)
    layer.beta[:] = x.mean(axis=0)
    return float(np.abs(layer.forward(x) / x - 1).max())


@measurement(low=0.0, high=1e-10, form="bound")
def batch_norm_against_torch() -> float:
    """Largest relative error of its gradients against torch, in both modes."""
    return max(
        error.against_torch
        for error in gradient_errors()
        if error.operation.startswith("batch_norm")
    )


@measurement(low=0.0, high=1e-10, form="bound", seeds=FIVE)
def block_against_torch(seed: int) -> float:
    """Relative error of BatchNorm2d after a convolution of torch."""
    return error_of_block(seed)


@measurement(low=0.518, high=0.541, seeds=FIVE)
def fall_of_noise(seed: int) -> float:
    """Power of the batch size with which the noise of one sample falls."""
    return -by_batch.noise_exponent(seed)


@measurement(low=0.739, high=0.758, seeds=FIVE)
def biased_variance_of_four(seed: int) -> float:
    """Mean of the biased variance of four samples of variance 1."""
    x = np.random.default_rng(seed).normal(size=(4, 20_000))
    return float(x.var(axis=0).mean())


@measurement(low=44, high=44, decimals=0)
def batches_until_start_is_forgotten() -> float:
    """Batches until the running mean is within a hundredth of the truth."""
    layer, x = BatchNorm1d(1), np.array([[4.0], [6.0]])
    n_batches = 0
    while layer.running_mean[0] < 0.99 * x.mean():
        layer.forward(x)
        n_batches += 1
    return n_batches


@measurement(low=0.245, high=0.255)
def largest_step_plain() -> float:
    """Largest step size, a power of two, that trains most plain networks."""
    return networks.largest_step_that_trains(False)


@measurement(low=2, high=2, decimals=0)
def largest_step_normalised() -> float:
    """Largest step size, a power of two, that trains most normalised ones."""
    return networks.largest_step_that_trains(True)


def scales_that_train(normalised: bool, seed: int) -> float:
    """Count the initial scales from which the loss comes below 0.5."""
    return float(
        sum(
            networks.loss_after(normalised, networks.LR_OF_SCALES, seed, scale)
            < networks.TRAINED
            for scale in networks.SCALES
        )
    )


@measurement(low=0, high=1, decimals=0, seeds=FIVE)
def scales_that_train_plain(seed: int) -> float:
    """Of seven initial scales, how many train without normalisation."""
    return scales_that_train(False, seed)


@measurement(low=5, high=6, decimals=0, seeds=FIVE)
def scales_that_train_normalised(seed: int) -> float:
    """Of seven initial scales, how many train with normalisation."""
    return scales_that_train(True, seed)


def first_linear_after_a_pass(seed: int) -> tuple[Sequential, Array, Array]:
    """Return a normalised network, and its first weight with gradient."""
    data = networks.samples(seed)
    model = networks.deep_network(True, seed)
    model.backward(
        d_cross_entropy(model.forward(data.x_train[:64]), data.y_train[:64])
    )
    return model, model.parameters[0], model.gradients[0]


@measurement(low=0.0, high=1e-4, form="bound", seeds=FIVE)
def cosine_of_weight_and_gradient(seed: int) -> float:
    """Largest cosine of a unit's normalised weights and their gradient."""
    _, w, g = first_linear_after_a_pass(seed)
    norms = np.linalg.norm(w, axis=1) * np.linalg.norm(g, axis=1)
    return float(np.max(np.abs(np.sum(w * g, axis=1)) / (norms + 1e-300)))


@measurement(low=0.0, high=1e-13, form="bound", seeds=FIVE)
def gradient_on_bias_before_norm(seed: int) -> float:
    """Largest gradient on a bias that batch normalisation follows."""
    model, _, _ = first_linear_after_a_pass(seed)
    return float(np.abs(model.gradients[1]).max())


@measurement(
    low=2e-07, high=2.1e-06, form="scientific", decimals=0, seeds=FIVE
)
def first_gradient_plain(seed: int) -> float:
    """Gradient at layer one of twenty, in units of the last, plain."""
    return float(gradient_by_layer(False, 0.5, seed)[0])


@measurement(low=45, high=74, decimals=0, seeds=FIVE)
def first_gradient_normalised(seed: int) -> float:
    """Gradient at layer one of twenty, in units of the last, normalised."""
    return float(gradient_by_layer(True, 0.5, seed)[0])


def median_over_training(normalised: bool, seed: int) -> View:
    """Return the median of what is seen at every tenth of a hundred steps."""
    return View(*np.median(views_of_training(normalised, seed), axis=0))


@measurement(low=0.4, high=3.5, seeds=FIVE)
def loss_range_plain(seed: int) -> float:
    """Range of the loss along the gradient, median over the training."""
    return median_over_training(False, seed).loss_range


@measurement(low=0.178, high=0.231, seeds=FIVE)
def loss_range_normalised(seed: int) -> float:
    """Range of the loss along the gradient, with batch normalisation."""
    return median_over_training(True, seed).loss_range


@measurement(low=12.2, high=20.8, decimals=0, seeds=FIVE)
def bend_plain(seed: int) -> float:
    """Largest change of the gradient per length of step, plain."""
    return median_over_training(False, seed).bend


@measurement(low=5.7, high=7.5, decimals=0, seeds=FIVE)
def bend_normalised(seed: int) -> float:
    """Largest change of the gradient per length of step, normalised."""
    return median_over_training(True, seed).bend


@measurement(low=3, high=15, decimals=0, seeds=FIVE)
def loss_range_at_the_start(seed: int) -> float:
    """Range with batch normalisation over that without, before training."""
    normalised, plain = (
        views_of_training(kind, seed, n_steps=1)[0] for kind in (True, False)
    )
    return normalised.loss_range / plain.loss_range


@measurement(low=1.55, high=1.73, decimals=1, seeds=FIVE)
def growth_of_weights(seed: int) -> float:
    """Factor by which the first weights grow in training with η = 2."""
    model = networks.deep_network(True, seed)
    start = np.linalg.norm(model.parameters[0])
    networks.loss_curve(model, 2.0, seed)
    return float(np.linalg.norm(model.parameters[0]) / start)


@measurement(
    low=0,
    high=1,
    form="percent",
    decimals=0,
    seeds=TEN,
    noise=0.24,
    because="at this step the loss jumps, and rounding decides where it ends",
    blind="the runs end anywhere from guessing to most of the digits",
)
def accuracy_of_cnn_plain(seed: int) -> float:
    """Test accuracy of eight convolutions trained with a large step."""
    return accuracy_of_deep_cnn(False, seed)


@measurement(
    low=0.906,
    high=1.0,
    form="percent",
    decimals=0,
    seeds=TEN,
    noise=0.005,
    because="torch trains it in single precision",
)
def accuracy_of_cnn_normalised(seed: int) -> float:
    """Test accuracy with batch normalisation after each convolution."""
    return accuracy_of_deep_cnn(True, seed)


@measurement(low=0.901, high=0.944, form="percent", decimals=0, seeds=FIVE)
def accuracy_with_eval(seed: int) -> float:
    """Test accuracy with the running statistics."""
    return by_batch.accuracy_by_evaluation(seed)


@measurement(low=0.675, high=0.731, form="percent", decimals=0, seeds=FIVE)
def accuracy_without_eval_in_eights(seed: int) -> float:
    """Test accuracy of the same network, eval forgotten, in mixed eights."""
    return by_batch.accuracy_without_eval(seed, 8)


@measurement(low=0.096, high=0.128, form="percent", decimals=0, seeds=FIVE)
def accuracy_without_eval_by_class(seed: int) -> float:
    """Test accuracy of the same network, eval forgotten, class by class."""
    return by_batch.accuracy_without_eval(seed, None)


@measurement(low=0.364, high=0.414, seeds=FIVE)
def loss_with_quiet_statistics(seed: int) -> float:
    """Test loss if μ and σ are those of the whole batch of 2⁸."""
    return by_batch.loss_on_others_by_statistics(256, seed)


@measurement(low=0.035, high=0.091, seeds=FIVE)
def gain_of_noisy_statistics(seed: int) -> float:
    """Fall of the test loss if μ and σ come from parts of 16 samples."""
    whole = by_batch.loss_on_others_by_statistics(256, seed)
    return whole - by_batch.loss_on_others_by_statistics(16, seed)


@measurement(
    low=0.46,
    high=0.8,
    decimals=1,
    seeds=TEN,
    noise=0.015,
    because="statistics of four samples are noisy, and multiply rounding",
)
def loss_with_very_noisy_statistics(seed: int) -> float:
    """Test loss if μ and σ come from parts of 4 samples."""
    return by_batch.loss_on_others_by_statistics(4, seed)


@measurement(
    low=0,
    high=0.87,
    form="percent",
    decimals=0,
    seeds=TWENTY,
    noise=0.095,
    because="a pair becomes plus and minus one, and rounding can swap them",
    blind="the runs end anywhere from a tenth to a half of the digits",
)
def accuracy_of_pairs_normalised(seed: int) -> float:
    """Test accuracy after training with normalised batches of two."""
    return by_batch.accuracy_by_batch_size(True, 2, seed)


@measurement(low=0.875, high=0.952, form="percent", decimals=0, seeds=FIVE)
def accuracy_of_pairs_by_sample(seed: int) -> float:
    """Test accuracy after training with batches of two, by layer norm."""
    return by_sample.accuracy_by_batch_size(2, seed)


@measurement(low=0.867, high=0.936, form="percent", decimals=0, seeds=FIVE)
def accuracy_of_pairs_plain(seed: int) -> float:
    """Test accuracy after training with plain batches of two."""
    return by_batch.accuracy_by_batch_size(False, 2, seed)
