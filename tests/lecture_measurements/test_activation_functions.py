import numpy as np
import pytest

from lecture_code.linear import Linear
from lecture_experiments.activation_functions import gated_networks
from lecture_experiments.activation_functions.answers_of_activations import (
    mean_output,
    noise_through,
)
from lecture_experiments.activation_functions.dying_units import (
    network_with_bias,
    revived_share,
    without_gradient,
)
from lecture_experiments.activation_functions.gradients_by_activation import (
    gradient_by_layer,
)
from lecture_experiments.activation_functions.networks_by_activation import (
    BEST_LR,
    DEEP,
    NAMES,
    at_best,
    data,
    network,
    slowest,
)
from lecture_experiments.activation_functions.signs_of_gradients import (
    share_of_equal_signs,
    steps_to_goal,
    walks,
)


@pytest.mark.parametrize(
    ("name", "n_hidden"), [key for key in BEST_LR if key != ("sigmoid", DEEP)]
)
def test_no_neighbour_of_the_best_step_size_is_better(
    name: str, n_hidden: int
) -> None:
    lr = BEST_LR[name, n_hidden]
    best = slowest(name, n_hidden, lr)
    assert best <= slowest(name, n_hidden, 2 * lr)
    assert best < slowest(name, n_hidden, lr / 2)


@pytest.mark.parametrize("lr", [1.0])
def test_a_deep_sigmoid_never_gets_there(lr: float) -> None:
    assert slowest("sigmoid", DEEP, lr) == np.inf
    assert at_best("sigmoid", DEEP, 0).epochs == np.inf


def test_from_wide_weights_a_deep_sigmoid_does_as_well_as_relu() -> None:
    wide, relu = (at_best(name, DEEP, 0) for name in ("wide_sigmoid", "relu"))
    assert wide.epochs < 1.5 * relu.epochs
    assert wide.accuracy() > relu.accuracy() - 0.02


def test_train_and_test_digits_are_different_ones() -> None:
    samples = data(0)
    assert len(samples.x_train) == 1000
    assert len(samples.x_test) == 797
    assert samples.x_train.max() == 1.0
    assert data(0, 16.0).x_train.max() == 16.0


@pytest.mark.parametrize("name", NAMES)
def test_every_network_has_as_many_hidden_layers_as_asked(name: str) -> None:
    model = network(name, 3, np.random.default_rng(0))
    n_linear = sum(isinstance(layer, Linear) for layer in model.layers)
    assert n_linear == (1 if name == "maxout" else 4)
    assert len(model.layers) == (4 if name == "maxout" else 7)


def test_a_unit_with_a_very_low_bias_is_dead_and_no_other() -> None:
    model = network_with_bias("relu", 1.0, 0)
    first = model.layers[0]
    assert isinstance(first, Linear)
    first.bias[3] = -1000.0
    dead = without_gradient(model, data(0))
    assert np.flatnonzero(dead).tolist() == [3]


@pytest.mark.parametrize("name", ["leaky_relu", "prelu", "maxout"])
def test_without_a_flat_side_even_a_very_low_unit_lives(name: str) -> None:
    model = network(name, 1, np.random.default_rng(0))
    model.layers[0].parameters[1][...] = -1000.0  # the biases
    assert not without_gradient(model, data(0)).any()


def test_dead_units_of_a_first_layer_stay_dead() -> None:
    assert revived_share(1) == 0


@pytest.mark.parametrize("seed", range(2))
def test_larger_batches_do_not_undo_the_signs(seed: int) -> None:
    small = share_of_equal_signs(False, 32, seed)
    assert share_of_equal_signs(False, 256, seed) > small - 0.05
    assert share_of_equal_signs(True, 32, seed) < 0.2


def test_a_walk_ends_near_the_goal_and_one_too_wide_never_does() -> None:
    assert np.all(steps_to_goal(walks(True, 2.0, 0)) < 100)
    assert np.all(np.isinf(steps_to_goal(walks(False, 8.0, 0))))


def test_with_positive_inputs_both_weights_move_the_same_way() -> None:
    moves = np.diff(walks(False, 1.0, 0), axis=0)
    assert np.all(moves[..., 0] * moves[..., 1] >= 0)


def test_integrals_over_the_normal_density_are_right() -> None:
    assert mean_output("relu") == pytest.approx(1 / np.sqrt(2 * np.pi))
    assert noise_through("identity", 3.0) == pytest.approx(0.5)


def test_a_linear_network_keeps_the_size_of_the_gradient_on_average() -> None:
    ends = [
        gradient_by_layer(
            "identity", lambda n, m, rng: rng.normal(size=(m, n)) / 8, seed
        )[-1]
        for seed in range(5)
    ]
    assert np.median(ends) == pytest.approx(1.0, abs=0.3)


@pytest.mark.parametrize("name", gated_networks.GATES)
def test_no_neighbour_of_a_gates_best_step_size_is_better(name: str) -> None:
    lr = gated_networks.BEST_LR[name]
    best = gated_networks.slowest(name, lr)
    assert best <= gated_networks.slowest(name, 2 * lr)
    assert best < gated_networks.slowest(name, lr / 2)


@pytest.mark.parametrize("name", gated_networks.GATES)
def test_a_gated_network_passes_gradients_back_as_differences_say(
    name: str,
) -> None:
    rng = np.random.default_rng(0)
    model, x = (
        gated_networks.gated_network(name, rng),
        rng.normal(size=(1, 64)),
    )
    blame, step = rng.normal(size=(1, 10)), 1e-6 * rng.normal(size=(1, 64))
    model.forward(x)
    expected = np.sum(model.backward(blame) * step)
    moved = model.forward(x + step) - model.forward(x - step)
    assert np.sum(moved * blame) / 2 == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize(("name", "place"), [("gelu", -0.75), ("silu", -1.28)])
def test_the_dip_is_where_the_slope_is_0(name: str, place: float) -> None:
    z, _ = gated_networks.lowest(name)
    assert z == pytest.approx(place, abs=0.01)
    assert gated_networks.GATES[name][1](np.array(z)) == pytest.approx(
        0, abs=1e-4
    )
