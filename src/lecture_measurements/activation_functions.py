"""What the page on activation functions claims, in numbers."""

from __future__ import annotations

import numpy as np

from lecture_code.activations import (
    d_elu,
    d_leaky_relu,
    d_sigmoid,
    d_tanh,
    sigmoid,
    tanh,
)
from lecture_code.initialisers import kaiming_normal, normal, xavier_normal
from lecture_experiments.activation_functions import gated_networks
from lecture_experiments.activation_functions.answers_of_activations import (
    inputs_without_gradient,
    maxout_unlike,
    mean_output,
    noise_through,
)
from lecture_experiments.activation_functions.dying_units import (
    LARGE,
    SMALL,
    dead_share,
    revived_share,
    share_of_pieces_that_never_win,
)
from lecture_experiments.activation_functions.gradients_by_activation import (
    WIDTH,
    gradient_by_layer,
)
from lecture_experiments.activation_functions.networks_by_activation import (
    DEEP,
    SHALLOW,
    at_best,
    epochs_on_bright_pixels,
    gain_over_relu,
    learned_slope,
    network,
    offset_of_hidden_outputs,
)
from lecture_experiments.activation_functions.signs_of_gradients import (
    share_of_equal_signs,
    steps_at_best,
)
from lecture_experiments.activation_functions.stack_of_units import (
    through_stack,
)
from lecture_measurements.cases import measurements
from lecture_measurements.measurement import measurement

FIVE = range(5)
BIAS = 0.01  # the cure of the lecture


@measurement(low=0.245, high=0.255)
def largest_slope_of_sigmoid() -> float:
    """Largest derivative of the sigmoid on a fine grid."""
    return float(np.max(d_sigmoid(np.linspace(-20, 20, 4001))))


@measurement(low=4.489e-05, high=4.59e-05, form="scientific", decimals=1)
def slope_of_sigmoid_at_ten() -> float:
    """Slope of the sigmoid at 10, and at −10."""
    return float(d_sigmoid(np.array([10.0]))[0])


@measurement(low=8.19e-09, high=8.3e-9, form="scientific", decimals=1)
def slope_of_tanh_at_ten() -> float:
    """Slope of tanh at 10, and at −10."""
    return float(d_tanh(np.array([10.0]))[0])


@measurement(
    low=3.94e-07, high=4.81e-07, form="scientific", decimals=1, seeds=FIVE
)
def gradient_through_ten_sigmoids(seed: int) -> float:
    """Part of a gradient that ten layers with the sigmoid let through."""
    return float(gradient_by_layer("sigmoid", xavier_normal, seed)[-1])


@measurement(low=0.005, high=0.0113, form="scientific", decimals=1, seeds=FIVE)
def gradient_through_ten_sigmoids_of_large_weights(seed: int) -> float:
    """Part that they let through when the weights are four times larger."""
    large = normal(4.0 / np.sqrt(WIDTH))
    return float(gradient_by_layer("sigmoid", large, seed)[-1])


@measurement(low=3.82e-07, high=3.93e-07, form="scientific", decimals=1)
def gradient_through_ten_units() -> float:
    """Part of a gradient left behind ten single sigmoids from z = 0."""
    _, left = through_stack(sigmoid, d_sigmoid, 0.0, 1.0, 10)
    return float(left[-1])


@measurement(low=1.75e-10, high=1.86e-10, form="scientific", decimals=1)
def gradient_through_ten_units_of_weight_four() -> float:
    """Part that is left behind them when every weight is 4."""
    _, left = through_stack(sigmoid, d_sigmoid, 0.0, 4.0, 10)
    return float(left[-1])


@measurement(low=0.234, high=0.277, seeds=FIVE)
def gradient_through_ten_tanhs(seed: int) -> float:
    """Part of a gradient that ten layers with tanh let through."""
    return float(gradient_by_layer("tanh", xavier_normal, seed)[-1])


@measurement(low=0.65, high=1.29, decimals=1, seeds=FIVE)
def gradient_through_ten_relus(seed: int) -> float:
    """Part of a gradient that ten layers with ReLU let through."""
    return float(gradient_by_layer("relu", kaiming_normal, seed)[-1])


@measurement(low=0.995, high=1, form="percent", decimals=0, seeds=FIVE)
def equal_signs_with_positive_inputs(seed: int) -> float:
    """Single samples whose gradients on four weights agree in sign."""
    return share_of_equal_signs(False, 1, seed)


@measurement(low=0.117, high=0.135, form="percent", decimals=1, seeds=FIVE)
def equal_signs_with_centred_inputs(seed: int) -> float:
    """Single samples for which they agree, with inputs of mean 0."""
    return share_of_equal_signs(True, 1, seed)


@measurement(low=0.678, high=0.693, form="percent", decimals=0, seeds=FIVE)
def equal_signs_in_batches(seed: int) -> float:
    """Batches of 32 for which they agree, with positive inputs."""
    return share_of_equal_signs(False, 32, seed)


@measurement(low=21, high=28, decimals=0, seeds=FIVE)
def steps_with_positive_inputs(seed: int) -> float:
    """Count the steps of a unit to its goal, with positive inputs."""
    return steps_at_best(False, seed)


@measurement(low=10, high=14, decimals=0, seeds=FIVE)
def steps_with_centred_inputs(seed: int) -> float:
    """Count the steps of a unit to its goal, with inputs of mean 0."""
    return steps_at_best(True, seed)


@measurement(low=0.495, high=0.505)
def mean_output_of_sigmoid() -> float:
    """Mean output of the sigmoid for standard-normal inputs."""
    return mean_output("sigmoid")


@measurement(low=-0.005, high=0.006)
def mean_output_of_tanh() -> float:
    """Mean output of tanh for standard-normal inputs."""
    return abs(mean_output("tanh"))


@measurement(low=0.3984, high=0.3995, decimals=3)
def mean_output_of_relu() -> float:
    """Mean output of ReLU for standard-normal inputs."""
    return mean_output("relu")


@measurement(low=0.3944, high=0.3955, decimals=3)
def mean_output_of_leaky_relu() -> float:
    """Mean output of Leaky ReLU for standard-normal inputs."""
    return mean_output("leaky_relu")


@measurement(low=0.16, high=0.1611, decimals=3)
def mean_output_of_elu() -> float:
    """Mean output of ELU for standard-normal inputs."""
    return mean_output("elu")


@measurement(low=0.0, high=1e-15, form="bound")
def tanh_against_a_stretched_sigmoid() -> float:
    """Largest difference of tanh x from 2σ(2x) − 1."""
    x = np.linspace(-20, 20, 4001)
    return float(np.max(np.abs(tanh(x) - (2 * sigmoid(2 * x) - 1))))


@measurements(
    cases={"relu": (6.2, 6.8), "tanh": (4.45, 5.3), "sigmoid": (6.2, 9.6)},
    decimals=1,
    seeds=FIVE,
)
def shallow_epochs_with(activation: str, seed: int) -> float:
    """Epochs of a shallow network with {} to the loss."""
    return at_best(activation, SHALLOW, seed).epochs


@measurement(low=5.4, high=7.8, decimals=1, seeds=FIVE)
def epochs_on_bright_pixels_with_relu(seed: int) -> float:
    """Epochs with relu when the pixels go up to sixteen."""
    return epochs_on_bright_pixels("relu", seed)


@measurement(
    low=0,
    high=37,
    decimals=0,
    seeds=range(20),
    noise=3.3,
    because="tanh is saturated by such pixels, so the loss jumps on its way",
    blind="the epochs of a run vary by a third with the rounding",
)
def epochs_on_bright_pixels_with_tanh(seed: int) -> float:
    """Epochs with tanh when the pixels go up to sixteen."""
    return epochs_on_bright_pixels("tanh", seed)


@measurement(low=0, high=0.099, form="percent", decimals=0, seeds=range(10))
def dead_at_the_start(seed: int) -> float:
    """Share of ReLU units that are dead before training."""
    return dead_share("relu", 0.0, seed)


@measurement(low=0, high=0.068, form="percent", decimals=0, seeds=range(10))
def dead_at_the_start_with_bias(seed: int) -> float:
    """Share dead before training when their biases start above zero."""
    return dead_share("relu", 0.0, seed, BIAS)


@measurement(low=0, high=0.099, form="percent", decimals=0, seeds=range(10))
def dead_after_small_steps(seed: int) -> float:
    """Share of ReLU units that are dead after small steps."""
    return dead_share("relu", SMALL, seed)


@measurement(low=0.12, high=0.48, form="percent", decimals=0, seeds=range(10))
def dead_after_large_steps(seed: int) -> float:
    """Share of ReLU units that are dead after large steps."""
    return dead_share("relu", LARGE, seed)


@measurement(low=0.12, high=0.73, form="percent", decimals=0, seeds=range(10))
def dead_after_large_steps_with_bias(seed: int) -> float:
    """Share dead after large steps when biases start above zero."""
    return dead_share("relu", LARGE, seed, BIAS)


@measurement(low=0, high=0.005, form="percent", decimals=0, seeds=FIVE)
def dead_units_that_revive(seed: int) -> float:
    """Share of dead units that come back when the steps are small again."""
    return revived_share(seed)


@measurement(low=0, high=0.005, form="percent", decimals=0, seeds=FIVE)
def dead_leaky_relu_units(seed: int) -> float:
    """Share of leaky_relu units without a gradient after large steps."""
    return dead_share("leaky_relu", LARGE, seed)


@measurement(low=0, high=0.005, form="percent", decimals=0, seeds=FIVE)
def dead_prelu_units(seed: int) -> float:
    """Share of prelu units without a gradient after large steps."""
    return dead_share("prelu", LARGE / 2, seed)


@measurement(low=0, high=0.005, form="percent", decimals=0, seeds=FIVE)
def dead_elu_units(seed: int) -> float:
    """Share of elu units without a gradient after large steps."""
    return dead_share("elu", LARGE, seed)


@measurement(low=0, high=0.005, form="percent", decimals=0, seeds=FIVE)
def dead_maxout_units(seed: int) -> float:
    """Share of maxout units without a gradient after large steps."""
    return dead_share("maxout", LARGE, seed)


@measurement(low=1.66, high=2.48, decimals=1, seeds=FIVE)
def slope_learned_by_a_shallow_network(seed: int) -> float:
    """Slope below zero that PReLU learns in a shallow network."""
    return learned_slope(SHALLOW, seed)


@measurement(low=0.73, high=0.86, decimals=2, seeds=FIVE)
def slope_learned_by_a_deep_network(seed: int) -> float:
    """Slope that PReLU learns in a deep network, mean of its layers."""
    return learned_slope(DEEP, seed)


@measurement(low=0.03001, high=0.03012, decimals=4)
def noise_through_elu_near_zero() -> float:
    """Spread of elu for noise around −3."""
    return noise_through("elu", -3.0)


@measurement(low=0.00495, high=0.00505, decimals=4)
def noise_through_leaky_relu_near_zero() -> float:
    """Spread of leaky_relu for noise around −3."""
    return noise_through("leaky_relu", -3.0)


@measurement(low=0.000194, high=0.000211, decimals=4)
def noise_through_elu_far_zero() -> float:
    """Spread of elu for noise around −8."""
    return noise_through("elu", -8.0)


@measurement(low=0.00495, high=0.00505, decimals=4)
def noise_through_leaky_relu_far_zero() -> float:
    """Spread of leaky_relu for noise around −8."""
    return noise_through("leaky_relu", -8.0)


@measurement(low=-4.66, high=-4.56, decimals=1)
def where_elu_becomes_flatter_than_leaky_relu() -> float:
    """Input below which the slope of ELU is below that of Leaky ReLU."""
    z = np.linspace(-10.0, -0.01, 1000)  # in steps of a hundredth
    return float(z[d_elu(z) < d_leaky_relu(z)].max())


@measurements(
    cases={"leaky_relu": (0.58, 0.74), "elu": (0.285, 0.358)}, seeds=FIVE
)
def offset_of_trained(activation: str, seed: int) -> float:
    """Mean over standard deviation of trained {} outputs."""
    return offset_of_hidden_outputs(activation, seed)


@measurement(low=0.488, high=0.529, form="percent", decimals=0, seeds=FIVE)
def inputs_without_gradient_on_relu(seed: int) -> float:
    """Share of inputs at which a ReLU unit has no gradient."""
    return inputs_without_gradient("relu", seed)


@measurement(low=0, high=0.005, form="percent", decimals=0, seeds=FIVE)
def inputs_without_gradient_on_maxout(seed: int) -> float:
    """Share of inputs at which a Maxout unit has no gradient."""
    return inputs_without_gradient("maxout", seed)


@measurement(low=0, high=0, decimals=0, seeds=FIVE)
def maxout_unlike_relu(seed: int) -> float:
    """Largest difference of a Maxout layer from the ReLU that it contains."""
    return maxout_unlike("relu", 0.0, seed)


@measurement(low=0, high=1e-14, form="bound", seeds=FIVE)
def maxout_unlike_leaky_relu(seed: int) -> float:
    """Largest difference of a Maxout layer from a Leaky ReLU in it."""
    return maxout_unlike("leaky_relu", 0.01, seed)


@measurement(low=1.9358, high=1.9459, decimals=2)
def parameters_of_maxout_over_relu() -> float:
    """Parameters of the deep network with Maxout over that with ReLU."""
    counts = [
        network(name, DEEP, np.random.default_rng(0)).n_parameters
        for name in ("maxout", "relu")
    ]
    return counts[0] / counts[1]


@measurement(low=0, high=0.017, form="percent", decimals=1, seeds=FIVE)
def pieces_that_never_win(seed: int) -> float:
    """Share of linear functions that no digit makes the largest."""
    return share_of_pieces_that_never_win(seed)


@measurements(
    cases={
        "wide_sigmoid": (10.9, 13.1),
        "tanh": (5.4, 7.1),
        "relu": (9.1, 12.3),
        "leaky_relu": (7.7, 13.3),
        "prelu": (6.7, 8.8),
        "elu": (5.2, 6.8),
        "maxout": (5.4, 6.8),
    },
    decimals=1,
    seeds=FIVE,
)
def deep_epochs_with(activation: str, seed: int) -> float:
    """Epochs of the deep network with {} to the loss."""
    return at_best(activation, DEEP, seed).epochs


@measurements(
    cases={
        "sigmoid": (0.082, 0.101),
        "wide_sigmoid": (0.9304, 0.9654),
        "tanh": (0.943, 0.96),
        "relu": (0.935, 0.963),
        "leaky_relu": (0.944, 0.958),
        "prelu": (0.933, 0.955),
        "elu": (0.931, 0.956),
        "maxout": (0.944, 0.965),
    },
    form="percent",
    decimals=1,
    seeds=FIVE,
)
def deep_accuracy_with(activation: str, seed: int) -> float:
    """Test accuracy of the deep network with {}."""
    return at_best(activation, DEEP, seed).accuracy()


@measurements(
    cases={"elu": (-1.3, 1.3), "maxout": (0, 1.8)},
    decimals=1,
    unit=" points",
    seeds=FIVE,
)
def gain_of(activation: str, seed: int) -> float:
    """Test accuracy with {} minus that with ReLU, on the same digits."""
    return gain_over_relu(activation, seed)


@measurements(
    cases={"gelu": (-0.175, -0.164), "silu": (-0.284, -0.273)},
    words={"gelu": "GELU", "silu": "SiLU"},
    decimals=2,
)
def lowest(name: str) -> float:
    """Lowest value of {}."""
    return gated_networks.lowest(name)[1]


@measurement(low=0.277, high=0.288)
def mean_output_of_gelu() -> float:
    """Mean of GELU over standard-normal inputs."""
    return gated_networks.mean_output("gelu")


@measurement(low=0.201, high=0.212)
def mean_output_of_silu() -> float:
    """Mean of SiLU over standard-normal inputs."""
    return gated_networks.mean_output("silu")


@measurement(low=8.1, high=11.1, decimals=1, seeds=FIVE)
def deep_epochs_with_gelu(seed: int) -> float:
    """Epochs of the deep network with GELU to the loss."""
    lr = gated_networks.BEST_LR["gelu"]
    return gated_networks.epochs_to_target("gelu", lr, seed)


@measurement(low=6.4, high=12.1, decimals=1, seeds=FIVE)
def deep_epochs_with_silu(seed: int) -> float:
    """Epochs of the deep network with SiLU to the loss."""
    lr = gated_networks.BEST_LR["silu"]
    return gated_networks.epochs_to_target("silu", lr, seed)
