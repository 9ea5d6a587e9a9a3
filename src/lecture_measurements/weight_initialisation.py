"""What the page on weight initialisation claims, in numbers."""

from __future__ import annotations

import numpy as np

from lecture_code.initialisers import (
    Initialiser,
    constant,
    glorot_normal,
    normal,
    xavier_normal,
    zeros,
)
from lecture_code.losses import d_cross_entropy
from lecture_code.mlp import MLP
from lecture_experiments.real_data import digits
from lecture_experiments.weight_initialisation import deep_digits
from lecture_experiments.weight_initialisation.equal_units import learn_digits
from lecture_experiments.weight_initialisation.signal_through_layers import (
    KAIMING,
    LARGER,
    SMALL,
    XAVIER,
    XAVIER_RELU,
    Setting,
    per_layer,
    through_layers,
)
from lecture_experiments.weight_initialisation.variance_of_sums import (
    both_ways,
    convolved,
    sums,
)
from lecture_measurements.measurement import measurement

THREE, FIVE, TEN, TWENTY = map(range, (3, 5, 10, 20))
GUESSING = "which tenth of the digits a network that guesses names is chance"
LEARNED_BY_HEART = "rounding decides which of its samples it learns by heart"


@measurement(low=1, high=1, decimals=0, seeds=THREE)
def distinct_units_from_zero(seed: int) -> float:
    """Different hidden units, of 32, after training from zero weights."""
    return learn_digits(zeros, seed)[0]


@measurement(low=1, high=1, decimals=0, seeds=THREE)
def distinct_units_from_a_constant(seed: int) -> float:
    """Different hidden units, of 32, after training from equal weights."""
    return learn_digits(constant(0.1), seed)[0]


@measurement(low=32, high=32, decimals=0, seeds=THREE)
def distinct_units_from_random(seed: int) -> float:
    """Different hidden units, of 32, after training from random weights."""
    return learn_digits(xavier_normal, seed)[0]


@measurement(low=0.062, high=0.1, form="percent", decimals=0, seeds=FIVE)
def accuracy_from_zero(seed: int) -> float:
    """Test accuracy on digits of a network that started at zero."""
    return learn_digits(zeros, seed)[1]


@measurement(low=0.213, high=0.288, form="percent", decimals=0, seeds=FIVE)
def accuracy_from_a_constant(seed: int) -> float:
    """Test accuracy on digits of a network that started at a constant."""
    return learn_digits(constant(0.1), seed)[1]


@measurement(low=0.961, high=0.989, form="percent", decimals=0, seeds=FIVE)
def accuracy_from_random(seed: int) -> float:
    """Test accuracy on digits of the same network from a random start."""
    return learn_digits(xavier_normal, seed)[1]


@measurement(low=0, high=0, decimals=0)
def largest_weight_gradient_from_zero() -> float:
    """Largest gradient on any weight of a deep tanh network at zero."""
    x, y = digits()
    model = MLP([64, 32, 32, 10], "tanh", np.random.default_rng(0), zeros)
    model.backward(d_cross_entropy(model.forward(x), y))
    return max(float(np.abs(d).max()) for d in model.gradients[::2])


@measurement(low=0.484, high=0.499, seeds=THREE)
def std_of_first_when_small(seed: int) -> float:
    """Spread (std) of the first tanh layer, small weights."""
    return float(
        through_layers(SMALL, seed, n_layers=1, backward=False).stds[0]
    )


@measurement(low=0.0449, high=0.0467, decimals=3, seeds=THREE)
def std_of_last_when_small(seed: int) -> float:
    """Spread (std) of the sixth tanh layer, small weights."""
    return float(through_layers(SMALL, seed, backward=False).stds[-1])


@measurement(low=1.041, high=1.055, seeds=range(2))
def weight_gradient_first_to_last_when_small(seed: int) -> float:
    """Gradient on the first weights per that on the sixth, small start."""
    gradients = through_layers(SMALL, seed).weight_gradients
    return float(gradients[0] / gradients[-1])


@measurement(low=20.3, high=21.5, decimals=0, seeds=range(2))
def fall_of_the_gradient_when_small(seed: int) -> float:
    """Gradient on the sixth layer's output per that on the input."""
    d_hidden = through_layers(SMALL, seed).d_hidden
    return float(np.linalg.norm(d_hidden[-1]) / np.linalg.norm(d_hidden[0]))


def fifty_layers(scale: float) -> Setting:
    """Return weights of std scale / √256, for tanh."""
    return Setting(f"{scale:g} / √256", scale / 16, "tanh")


@measurement(
    low=1e-10, high=2.1e-10, form="scientific", decimals=0, seeds=FIVE
)
def std_of_the_fiftieth_when_small(seed: int) -> float:
    """Spread (std) after fifty tanh layers of small weights."""
    start = fifty_layers(0.64)
    signal = through_layers(
        start, seed, width=256, n_layers=50, backward=False
    )
    return float(signal.stds[-1])


@measurement(
    low=8e-10, high=1.11e-09, form="scientific", decimals=0, seeds=FIVE
)
def weight_gradient_of_fifty_when_small(seed: int) -> float:
    """Largest of fifty layers' weight gradients, small start."""
    signal = through_layers(fifty_layers(0.64), seed, width=256, n_layers=50)
    return float(signal.weight_gradients.max())


@measurement(low=0.399, high=0.416, form="percent", decimals=0, seeds=THREE)
def saturated_in_first_when_larger(seed: int) -> float:
    """Share of the first layer that is saturated, larger weights."""
    signal = through_layers(LARGER, seed, n_layers=1, backward=False)
    return float(signal.saturated[0])


@measurement(low=0.322, high=0.337, form="percent", decimals=0, seeds=THREE)
def saturated_in_last_when_larger(seed: int) -> float:
    """Share of the sixth layer that is saturated, larger weights."""
    return float(through_layers(LARGER, seed, backward=False).saturated[-1])


@measurement(low=5.77, high=5.99, decimals=1, seeds=range(2))
def weight_gradient_first_to_last_when_larger(seed: int) -> float:
    """Gradient on the first weights per that on the sixth, larger start."""
    gradients = through_layers(LARGER, seed).weight_gradients
    return float(gradients[0] / gradients[-1])


@measurement(
    low=15000000, high=30000000, form="scientific", decimals=0, seeds=FIVE
)
def weight_gradient_of_fifty_when_larger(seed: int) -> float:
    """First weight gradient of fifty layers, larger start."""
    signal = through_layers(fifty_layers(3.2), seed, width=256, n_layers=50)
    return float(signal.weight_gradients[0])


@measurement(low=0, high=0.005, form="percent", decimals=0, seeds=FIVE)
def saturated_when_narrow(seed: int) -> float:
    """Share of a narrow sixth layer that is saturated, larger weights."""
    start = Setting("0.05", 0.05, "tanh")
    signal = through_layers(start, seed, width=256, backward=False)
    return float(signal.saturated[-1])


@measurement(low=0.925, high=0.943, form="percent", decimals=0, seeds=FIVE)
def saturated_when_huge(seed: int) -> float:
    """Share of the sixth layer that is saturated, huge weights."""
    start = fifty_layers(32)
    signal = through_layers(start, seed, width=256, backward=False)
    return float(signal.saturated[-1])


@measurement(low=0, high=1e-12, form="bound", seeds=FIVE)
def median_gradient_when_huge(seed: int) -> float:
    """Median gradient on a first unit's input, weights ten times larger."""
    signal = through_layers(fifty_layers(32), seed, width=256)
    return float(np.median(np.abs(signal.d_z[0])))


@measurement(low=700, high=1300, decimals=0, seeds=FIVE)
def weight_gradient_first_to_last_when_huge(seed: int) -> float:
    """Gradient on the first weights per that on the sixth, huge start."""
    signal = through_layers(fifty_layers(32), seed, width=256)
    return float(signal.weight_gradients[0] / signal.weight_gradients[-1])


@measurement(low=0.986, high=1.022, seeds=FIVE)
def variance_per_formula(seed: int) -> float:
    """Variance of sampled sums, in units of n Var x Var w."""
    x, y = sums(256, 0.05, seed)
    return float(y.var() / (256 * x.var() * 0.05**2))


@measurement(low=1.441, high=1.506, seeds=FIVE)
def variance_per_formula_after_relu(seed: int) -> float:
    """Variance of sums over ReLU outputs, in units of n Var x Var w."""
    x, y = sums(256, 0.05, seed, rectified=True)
    return float(y.var() / (256 * x.var() * 0.05**2))


@measurement(low=0.98, high=1.028, seeds=FIVE)
def variance_per_mean_square_after_relu(seed: int) -> float:
    """Variance of sums over ReLU outputs, in units of n E(x²) Var w."""
    x, y = sums(256, 0.05, seed, rectified=True)
    return float(y.var() / (256 * np.mean(x**2) * 0.05**2))


@measurement(low=0.62, high=0.635, seeds=THREE)
def std_of_first_with_xavier(seed: int) -> float:
    """Spread (std) of the first tanh layer with Xavier's weights."""
    return float(
        through_layers(XAVIER, seed, n_layers=1, backward=False).stds[0]
    )


@measurement(low=0.287, high=0.301, seeds=THREE)
def std_of_last_with_xavier(seed: int) -> float:
    """Spread (std) of the sixth tanh layer with Xavier's weights."""
    return float(through_layers(XAVIER, seed, backward=False).stds[-1])


@measurement(low=0.087, high=0.111, seeds=FIVE)
def std_of_the_fiftieth_with_xavier(seed: int) -> float:
    """Spread (std) after fifty tanh layers with Xavier's weights."""
    start = fifty_layers(1)
    signal = through_layers(
        start, seed, width=256, n_layers=50, backward=False
    )
    return float(signal.stds[-1])


def through_narrowing(
    initialiser: Initialiser, seed: int
) -> tuple[float, float]:
    """Go from 1024 units to 256 and back."""
    return both_ways(initialiser, 1024, 256, seed)


@measurement(low=0.981, high=1.009, seeds=FIVE)
def forward_through_narrowing_with_xavier(seed: int) -> float:
    """Factor of the signal's variance from many to few units, 1 / n_in."""
    return through_narrowing(xavier_normal, seed)[0]


@measurement(low=0.244, high=0.258, seeds=FIVE)
def backward_through_narrowing_with_xavier(seed: int) -> float:
    """Factor of the gradient's variance from few to many units, 1 / n_in."""
    return through_narrowing(xavier_normal, seed)[1]


@measurement(low=1.573, high=1.611, seeds=FIVE)
def forward_through_narrowing_with_glorot(seed: int) -> float:
    """Factor of the signal's variance, 2 / (n_in + n_out)."""
    return through_narrowing(glorot_normal, seed)[0]


@measurement(low=0.394, high=0.41, seeds=FIVE)
def backward_through_narrowing_with_glorot(seed: int) -> float:
    """Factor of the gradient's variance, 2 / (n_in + n_out)."""
    return through_narrowing(glorot_normal, seed)[1]


def mean_squares_per_layer(setting: Setting, seed: int) -> float:
    """Return by which factor a layer changes the mean of h²."""
    hidden = through_layers(setting, seed, backward=False).hidden
    return per_layer(np.array([np.mean(h**2) for h in hidden]))


@measurement(low=0.49, high=0.511, seeds=THREE)
def relu_layer_with_xavier(seed: int) -> float:
    """Factor on the mean square of a ReLU layer with Xavier's weights."""
    return mean_squares_per_layer(XAVIER_RELU, seed)


@measurement(low=0.986, high=1.017, seeds=THREE)
def relu_layer_with_kaiming(seed: int) -> float:
    """Factor on the mean square of a ReLU layer with Kaiming's weights."""
    return mean_squares_per_layer(KAIMING, seed)


@measurement(low=0.982, high=1.001, seeds=FIVE)
def convolution_with_kaiming(seed: int) -> float:
    """Mean square of a convolution, in units of twice that of its input."""
    y, mean_square = convolved(2.0, seed)
    return float(y.square().mean()) / 2 / mean_square


@measurement(low=0.432, high=0.465, seeds=FIVE)
def corner_of_a_padded_convolution(seed: int) -> float:
    """Mean square in the corners of a padded image, in the same units."""
    y, mean_square = convolved(2.0, seed, padding=1)
    corners = y[:, :, [0, 0, -1, -1], [0, -1, 0, -1]]
    return float(corners.square().mean()) / 2 / mean_square


def twenty_layers(
    activation: str, initialiser: Initialiser, seed: int
) -> float:
    """Return the test accuracy of twenty hidden layers on digits."""
    return deep_digits.run(activation, initialiser, 20, 20, 0.02, seed)[0]


@measurement(low=0.069, high=0.086, form="percent", decimals=0, seeds=THREE)
def accuracy_relu_small(seed: int) -> float:
    """Test accuracy of twenty ReLU layers from small weights."""
    return twenty_layers("relu", normal(0.01), seed)


@measurement(low=0.062, high=0.154, form="percent", decimals=0, seeds=FIVE)
def accuracy_relu_xavier(seed: int) -> float:
    """Test accuracy of twenty ReLU layers from Xavier's weights."""
    return twenty_layers("relu", deep_digits.scaled(1.0), seed)


@measurement(
    low=0,
    high=1,
    form="percent",
    decimals=0,
    seeds=TWENTY,
    noise=0.0135,
    because="so many layers multiply what is rounded",
    tail="one run in fifty does not settle, and rounding decides which",
)
def accuracy_relu_kaiming(seed: int) -> float:
    """Test accuracy of twenty ReLU layers from Kaiming's weights."""
    return twenty_layers("relu", deep_digits.scaled(2**0.5), seed)


@measurement(low=0.069, high=0.086, form="percent", decimals=0, seeds=THREE)
def accuracy_tanh_small(seed: int) -> float:
    """Test accuracy of twenty tanh layers from the small start."""
    return twenty_layers("tanh", deep_digits.scaled(0.64), seed)


@measurement(low=0.941, high=0.989, form="percent", decimals=0, seeds=FIVE)
def accuracy_tanh_xavier(seed: int) -> float:
    """Test accuracy of twenty tanh layers from Xavier's weights."""
    return twenty_layers("tanh", deep_digits.scaled(1.0), seed)


@measurement(low=0.052, high=0.096, form="percent", decimals=0, seeds=TEN)
def accuracy_tanh_larger(seed: int) -> float:
    """Test accuracy of twenty tanh layers from the larger start."""
    return twenty_layers("tanh", deep_digits.scaled(3.2), seed)


def six_layers(scale: float, seed: int) -> tuple[float, list[float]]:
    """Train six tanh layers on digits."""
    start = deep_digits.scaled(scale)
    return deep_digits.run("tanh", start, 6, 20, 0.03, seed)


@measurement(
    low=0.039, high=0.083, seeds=TEN, noise=0.0022, because=LEARNED_BY_HEART
)
def loss_of_six_tanh_larger(seed: int) -> float:
    """Training loss of six tanh layers from the larger start."""
    return six_layers(3.2, seed)[1][-1]


@measurement(low=0.092, high=0.11, seeds=FIVE)
def loss_of_six_tanh_xavier(seed: int) -> float:
    """Training loss of six tanh layers from Xavier's weights."""
    return six_layers(1.0, seed)[1][-1]


@measurement(
    low=0.67,
    high=0.93,
    form="percent",
    decimals=0,
    seeds=range(25),
    noise=0.013,
    because=LEARNED_BY_HEART,
)
def accuracy_of_six_tanh_larger(seed: int) -> float:
    """Test accuracy of six tanh layers from the larger start."""
    return six_layers(3.2, seed)[0]


@measurement(low=0.951, high=0.995, form="percent", decimals=0, seeds=FIVE)
def accuracy_of_six_tanh_xavier(seed: int) -> float:
    """Test accuracy of six tanh layers from Xavier's weights."""
    return six_layers(1.0, seed)[0]


@measurement(
    low=0.01,
    high=0.15,
    form="percent",
    decimals=0,
    seeds=TEN,
    noise=0.009,
    because=GUESSING,
)
def accuracy_of_six_tanh_huge(seed: int) -> float:
    """Test accuracy of six tanh layers from weights ten times larger."""
    return six_layers(32.0, seed)[0]
