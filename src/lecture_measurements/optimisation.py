"""What the page on optimisation claims, measured."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import torch
from torch.utils.flop_counter import FlopCounterMode

from lecture_code.arrays import Array
from lecture_code.gradient_check import check_gradient
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_experiments.optimisation import digits_by_batch_size as digits
from lecture_experiments.optimisation.difference_errors import (
    difference_errors,
)
from lecture_experiments.optimisation.double_well import share_that_escapes
from lecture_experiments.optimisation.line_fit import dealt, drawn
from lecture_experiments.optimisation.many_xor_networks import share_solved
from lecture_experiments.optimisation.noise_of_batches import (
    floor_exponent,
    floor_without_label_noise,
    gradient_variance,
    uphill_share,
)
from lecture_experiments.optimisation.random_bowls import (
    largest_stable_step,
    left_by_gradient_descent,
    left_by_random_search,
    random_bowl,
)
from lecture_measurements.measurement import measurement

FIVE = range(5)


@measurement(low=0.58, high=0.65, form="percent", decimals=0, seeds=FIVE)
def left_by_random_search_in_256_dimensions(seed: int) -> float:
    """Share of the loss that random search leaves in 2⁸ dimensions."""
    return left_by_random_search(256, seed)


@measurement(low=1e-14, high=1e-11, form="bound", seeds=FIVE)
def left_by_gradient_descent_in_256_dimensions(seed: int) -> float:
    """Share of the loss that gradient descent leaves in 2⁸ dimensions."""
    return left_by_gradient_descent(256, seed)


@measurement(low=0.9994, high=1.0005, decimals=3, seeds=FIVE)
def largest_stable_step_over_theory(seed: int) -> float:
    """Largest step size found not to diverge, divided by 2/λ_max."""
    bowl = random_bowl(10, np.random.default_rng(seed))
    theory = 2 / np.linalg.eigvalsh(bowl.hessian)[-1]
    return float(largest_stable_step(bowl) / theory)


@measurement(low=3e-09, high=3.54e-09, form="scientific", decimals=0)
def forward_difference_error() -> float:
    """Smallest median relative error of forward differences of x³."""
    return float(difference_errors(np.float64)[1].min())


@measurement(low=9.89e-12, high=1.072e-11, form="scientific", decimals=0)
def central_difference_error() -> float:
    """Smallest median relative error of central differences of x³."""
    return float(difference_errors(np.float64)[2].min())


@measurement(low=1e-13, high=2e-8, form="bound", seeds=FIVE)
def error_in_gradient_check(seed: int) -> float:
    """Relative error of backpropagation against central differences."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(20, 4))  # (n_samples, n_features)
    classes = rng.integers(3, size=20)
    model = MLP([4, 8, 3], "tanh", rng)

    def load(w: Array) -> None:
        for p in model.parameters:
            p[...], w = w[: p.size].reshape(p.shape), w[p.size :]

    def loss(w: Array) -> float:
        load(w)
        return cross_entropy(model.forward(x), classes)

    def gradient(w: Array) -> Array:
        load(w)
        model.backward(d_cross_entropy(model.forward(x), classes))
        return np.concatenate([g.ravel() for g in model.gradients])

    return check_gradient(loss, gradient, rng.normal(size=67))


@measurement(low=2.085, high=2.186, decimals=1)
def gradient_in_forward_passes() -> float:
    """Multiplications for loss and gradient, divided by those for the loss."""
    sizes = [64, 32, 10]
    layers: list[torch.nn.Module] = []
    for n_in, n_out in pairwise(sizes):
        layers += [torch.nn.Linear(n_in, n_out), torch.nn.Tanh()]
    network = torch.nn.Sequential(*layers[:-1])
    with FlopCounterMode(display=False) as forward:
        loss = network(torch.zeros(1, sizes[0])).sum()
    with FlopCounterMode(display=False) as backward:
        loss.backward()
    there, back = forward.get_total_flops(), backward.get_total_flops()
    return float((there + back) / there)


@measurement(low=-1.01, high=-0.994, decimals=2, seeds=FIVE)
def variance_exponent(seed: int) -> float:
    """Power of the batch size that the variance of the gradient follows."""
    sizes = [1, 2, 5, 10, 20, 50, 100]
    variances = [gradient_variance(drawn, size, seed) for size in sizes]
    return float(np.polyfit(np.log(sizes), np.log(variances), 1)[0])


@measurement(low=0.494, high=0.528, decimals=2, seeds=FIVE)
def variance_of_half_the_samples(seed: int) -> float:
    """Variance of half the samples, dealt, over that of as many drawn."""
    return gradient_variance(dealt, 50, seed) / gradient_variance(
        drawn, 50, seed
    )


@measurement(low=1.03, high=1.073, decimals=2, seeds=FIVE)
def floor_exponent_drawn(seed: int) -> float:
    """Power of the step size that the noise floor of SGD follows."""
    return floor_exponent(drawn, seed)


@measurement(low=1.34, high=1.54, decimals=1, seeds=FIVE)
def floor_exponent_dealt(seed: int) -> float:
    """Power of the noise floor if each epoch shows every sample once."""
    return floor_exponent(dealt, seed)


@measurement(low=0.0, high=1e-20, form="bound", seeds=FIVE)
def floor_if_a_line_fits_all(seed: int) -> float:
    """Loss of SGD with a constant step on points without noise."""
    return floor_without_label_noise(seed)


@measurement(low=0.481, high=0.513, form="percent", decimals=0, seeds=FIVE)
def uphill_updates(seed: int) -> float:
    """Share of late updates on one sample that raise the whole loss."""
    return uphill_share(seed)


@measurement(low=0.85, high=0.93, form="percent", decimals=0, seeds=FIVE)
def escapes_by_single_samples(seed: int) -> float:
    """Share of runs that leave the shallow valley for the deeper."""
    return share_that_escapes(1, 0.05, 200, seed)


@measurement(low=0.5, high=0.555, form="percent", decimals=0, seeds=FIVE)
def xor_solved_by_whole_batch(seed: int) -> float:
    """Share of the smallest networks that learn XOR from whole batches."""
    return share_solved(4, 1.0, seed)


@measurement(low=0.64, high=0.76, form="percent", decimals=0, seeds=FIVE)
def xor_solved_by_single_samples(seed: int) -> float:
    """Share of the smallest networks that learn XOR from single samples."""
    return share_solved(1, 1.0, seed)


def epochs(batch_size: int | None, seed: int) -> float:
    """Count epochs at the step size of `digits.steady_lr`."""
    lr = digits.steady_lr(batch_size)
    return digits.epochs_to_target(batch_size, lr, seed)


@measurement(low=93, high=93, decimals=0)
def epochs_by_whole_batch() -> float:
    """Epochs until the loss on the digits is below a fifth, whole batch."""
    return epochs(None, 0)


@measurement(low=31, high=31, decimals=0)
def epochs_by_whole_batch_at_best() -> float:
    """Count the same epochs at the power of two that needs the fewest."""
    rates = [lr for lr in digits.STEP_SIZES if lr >= 1]
    return min(digits.epochs_to_target(None, lr, seed=0) for lr in rates)


@measurement(low=4, high=6, decimals=0, seeds=FIVE)
def epochs_by_mini_batches(seed: int) -> float:
    """Epochs until the loss on the digits is below a fifth, batches of 32."""
    return epochs(32, seed)


@measurement(low=4, high=4, decimals=0, seeds=FIVE)
def epochs_by_single_samples(seed: int) -> float:
    """Epochs until the loss on the digits is below a fifth, single samples."""
    return epochs(1, seed)
