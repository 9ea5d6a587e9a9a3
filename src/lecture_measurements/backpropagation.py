"""What the page on backpropagation claims, in numbers."""

from __future__ import annotations

import numpy as np
import torch

from lecture_code.arrays import Array
from lecture_code.chain_rule import topological_order
from lecture_code.computational_graph import Tensor
from lecture_code.gradient_check import forward_difference
from lecture_code.tensor_functions import maximum
from lecture_experiments.backpropagation.credit_assignment import (
    accuracy_on_moons,
)
from lecture_experiments.backpropagation.gradient_flow import (
    N_LAYERS,
    TEN_EQUAL_LAYERS,
    gradient_norms,
    multiply_adds,
    n_parameters,
)
from lecture_experiments.backpropagation.gradients_unlike_torch import (
    TrainingStep,
    n_unlike_torch,
)
from lecture_experiments.backpropagation.walks_in_the_dark import (
    heights,
    steps_to_the_valley,
    walk,
)
from lecture_measurements.measurement import measurement


@measurement(low=0.829, high=0.904, form="percent", decimals=0, seeds=range(5))
def accuracy_with_hidden_frozen(seed: int) -> float:
    """Test accuracy on two moons when only the output layer learns."""
    return accuracy_on_moons(1, seed)


@measurement(low=0.963, high=1.0, form="percent", decimals=0, seeds=range(5))
def accuracy_with_hidden_trained(seed: int) -> float:
    """Test accuracy on two moons when the hidden layer learns too."""
    return accuracy_on_moons(3, seed)


@measurement(low=0, high=0, decimals=0)
def worked_example_error() -> float:
    """Sum of all differences of the engine from the worked example."""
    x, y, z = Tensor(-2.0), Tensor(5.0), Tensor(-4.0)
    q = x + y
    f = q * z
    f.backward()
    found = [q.value, f.value, q.grad, z.grad, x.grad, y.grad]
    return float(np.sum(np.abs(np.array(found) - [3, -12, -4, 3, -4, -4])))


@measurement(low=0.407, high=0.418)
def fall_of_one_step() -> float:
    """Fall of the worked example by one small step downhill."""
    point = Tensor([-2.0, 5.0, -4.0])
    f = (point[0] + point[1]) * point[2]
    f.backward()
    x, y, z = point.value - 0.01 * point.grad
    return float(f.value - (x + y) * z)


@measurement(low=98, high=98, decimals=0)
def steps_when_small() -> float:
    """Count the steps to the valley when they are too small."""
    return float(steps_to_the_valley(0.02))


@measurement(low=3, high=3, decimals=0)
def steps_when_right() -> float:
    """Count the steps to the valley when they are about right."""
    return float(steps_to_the_valley(0.5))


@measurement(low=0.178, high=0.189)
def height_above_the_valley_when_large() -> float:
    """Least height above the valley after many steps that are too large."""
    lowest = np.min(heights(walk(3.0, 1000)[900:]))
    return float(lowest - heights(walk(0.5, 1000)[-1]))


@measurement(low=0, high=0, decimals=0)
def gates_unlike_torch() -> float:
    """Gradients of the three gates, of six thousand, unlike torch's."""
    return float(
        n_unlike_torch(lambda a, b: a + b, torch.add)
        + n_unlike_torch(lambda a, b: a * b, torch.mul)
        + n_unlike_torch(maximum, torch.maximum)
    )


def doubled(n_times: int) -> tuple[Tensor, Tensor]:
    """Return x = 1 and the result of adding it to itself again and again."""
    x = y = Tensor(1.0)
    for _ in range(n_times):
        y = y + y
    return x, y


@measurement(low=1.055e12, high=1.144e12, form="scientific", decimals=1)
def paths_through_forty_doublings() -> float:
    """Gradient of forty doublings: the number of paths that lead back."""
    x, y = doubled(40)
    y.backward()
    return float(x.grad)


@measurement(low=80, high=80, decimals=0)
def calls_for_forty_doublings() -> float:
    """Count the derivatives called on the way back through 40 doublings."""
    _, y = doubled(40)
    calls = []

    def distribute(gradient: Array) -> Array:
        calls.append(gradient)
        return gradient

    for node in topological_order(y):
        node.derivatives = (distribute,) * len(node.parents)
    y.backward()
    return float(len(calls))


@measurement(low=46, high=46, decimals=0)
def gates_until_nothing_is_left() -> float:
    """Mul gates with one tenth until a gradient in single precision is 0."""
    gradient, n_gates = 1.0, 0
    while gradient:
        n_gates += 1
        x = torch.ones((), requires_grad=True)
        y = x
        for _ in range(n_gates):
            y = y * 0.1
        gradient = float(torch.autograd.grad(y, x)[0])
    return float(n_gates)


@measurement(
    low=5.2e-10, high=8.8e-10, form="scientific", decimals=0, seeds=range(5)
)
def gradient_through_small_weights(seed: int) -> float:
    """Part of the gradient that twenty ReLU layers of small weights let by."""
    return float(gradient_norms(0.5, False, seed)[0])


@measurement(low=0.56, high=0.95, decimals=1, seeds=range(5))
def gradient_through_scaled_weights(seed: int) -> float:
    """Part of the gradient that twenty layers with variance 2/n let by."""
    return float(gradient_norms(np.sqrt(2.0), False, seed)[0])


@measurement(low=0.0, high=0.015, form="percent", decimals=1, seeds=range(5))
def effect_of_scale_when_normalised(seed: int) -> float:
    """Change of the normalised gradient when weights are 8 times larger."""
    small, large = (gradient_norms(s, True, seed)[0] for s in (0.5, 4.0))
    return float(abs(small / large - 1))


@measurement(low=1.187, high=1.234, decimals=2, seeds=range(5))
def growth_per_normalised_layer(seed: int) -> float:
    """Factor by which each normalised layer enlarges the gradient."""
    return float(gradient_norms(0.5, True, seed)[0] ** (1 / N_LAYERS))


@measurement(low=100_000, high=100_000, decimals=0)
def longest_chain() -> float:
    """Operations in a chain through which one backward pass is exact."""
    x = y = Tensor(2.0)
    for _ in range(100_000):
        y = -y
    y.backward()
    assert x.grad == 1.0
    return float(len(topological_order(y)) - 1)


@measurement(low=1.84, high=1.95, decimals=1)
def backward_in_forward_passes() -> float:
    """Multiply-adds of a backward pass per one of the forward pass."""
    forward, backward = multiply_adds(TEN_EQUAL_LAYERS, 32)
    return backward / forward


@measurement(low=1.0075, high=1.0176, decimals=2)
def backward_in_forward_passes_on_digits() -> float:
    """Backward per forward multiply-adds of one hidden layer on images."""
    forward, backward = multiply_adds([784, 100, 10], 32)
    return backward / forward


@measurement(low=41_601, high=41_601, decimals=0)
def passes_for_forward_differences() -> float:
    """Forward passes that forward differences take for ten equal layers."""
    passes = []

    def forward_pass(parameters: Array) -> float:
        passes.append(parameters.size)
        return 0.0

    forward_difference(forward_pass, np.zeros(n_parameters(TEN_EQUAL_LAYERS)))
    return float(len(passes))


@measurement(low=0.0, high=1e-13, form="bound", seeds=range(5))
def network_against_torch(seed: int) -> float:
    """Largest relative error of all gradients of an MLP against torch."""
    return TrainingStep.drawn(seed).error_against_torch()


@measurement(low=0.0, high=1e-8, form="bound", seeds=range(5))
def network_against_differences(seed: int) -> float:
    """Largest relative error of an MLP's gradients against differences."""
    return TrainingStep.drawn(seed).error_against_differences()
