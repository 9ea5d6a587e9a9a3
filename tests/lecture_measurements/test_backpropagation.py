import numpy as np
import pytest

from lecture_experiments.backpropagation.gradient_flow import (
    gradient_norms,
    gradients_on_the_way,
    multiply_adds,
    n_parameters,
)
from lecture_experiments.backpropagation.gradients_unlike_torch import (
    TrainingStep,
)
from lecture_experiments.backpropagation.walks_in_the_dark import heights, walk
from lecture_measurements.backpropagation import (
    accuracy_with_hidden_frozen,
    accuracy_with_hidden_trained,
    growth_per_normalised_layer,
    paths_through_forty_doublings,
)


@pytest.mark.parametrize("seed", range(2))
def test_a_hidden_layer_that_learns_beats_one_that_does_not(seed: int) -> None:
    frozen = accuracy_with_hidden_frozen(seed)
    assert accuracy_with_hidden_trained(seed) > frozen + 0.08


def test_the_gradient_of_doublings_is_the_number_of_paths_exactly() -> None:
    assert paths_through_forty_doublings() == 2**40


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_a_chain_multiplies_its_factors(factor: float) -> None:
    powers = factor ** np.arange(11)
    assert np.array_equal(gradients_on_the_way(factor, 10), powers)


def test_without_normalisation_each_layer_passes_the_scale_on() -> None:
    small, large = (gradient_norms(s, False, 0) for s in (0.5, 1.0))
    assert np.allclose(large / small, 2.0 ** np.arange(20, -1, -1))


@pytest.mark.parametrize("seed", range(5))
def test_normalised_layers_enlarge_the_gradient_as_derived(seed: int) -> None:
    derived = np.sqrt(np.pi / (np.pi - 1))
    assert growth_per_normalised_layer(seed) == pytest.approx(
        derived, rel=0.03
    )


def test_torch_executes_the_multiply_adds_that_the_table_counts() -> None:
    forward, backward = multiply_adds([7, 5, 3], n_samples=2)
    assert forward == 2 * (7 * 5 + 5 * 3)
    assert backward == 2 * (7 * 5 + 2 * 5 * 3)  # no way below the first layer


def test_the_parameters_of_a_network_are_all_counted() -> None:
    network = TrainingStep.drawn(0).network
    assert n_parameters([5, 16, 16, 3]) == network.n_parameters


def test_a_wrong_gradient_would_be_noticed() -> None:
    step = TrainingStep.drawn(0)
    step.network.gradients[2][0, 0] += 1e-6
    assert step.error_against_torch() > 1e-6
    assert step.error_against_differences() > 1e-6


def test_a_walk_with_the_right_steps_always_descends() -> None:
    assert np.all(np.diff(heights(walk(0.5, 10))) < 0)


def test_a_walk_with_large_steps_stays_on_the_other_side() -> None:
    assert np.all(walk(3.0, 1000)[1:] < 0)
