"""The short cuts of the measurements give what the long way gives."""

import numpy as np
import pytest
import torch

from lecture_code.initialisers import constant, normal
from lecture_experiments.weight_initialisation.equal_units import (
    n_distinct,
    tracks,
)
from lecture_experiments.weight_initialisation.signal_through_layers import (
    Setting,
    per_layer,
    through_layers,
)
from lecture_experiments.weight_initialisation.variance_of_sums import (
    convolved,
)


@pytest.mark.parametrize("activation", ["tanh", "relu"])
def test_the_way_up_and_down_is_that_of_torch(activation: str) -> None:
    start = Setting("", 0.2, activation)
    signal = through_layers(start, seed=3, width=20, n_layers=4)
    rng = np.random.default_rng(3)
    x = rng.normal(size=(16, 20))
    weights = [
        torch.tensor(
            rng.standard_normal((20, 20), dtype=np.float32) * np.float64(0.2),
            requires_grad=True,
        )
        for _ in range(4)
    ]
    h = torch.tensor(x, requires_grad=True)
    hidden = [h]
    for w in weights:
        hidden.append(getattr(torch, activation)(hidden[-1] @ w.T))
    hidden[-1].backward(torch.tensor(rng.normal(size=(16, 20))))
    for ours, theirs in zip(signal.hidden, hidden, strict=True):
        np.testing.assert_allclose(ours, theirs.detach(), rtol=1e-10)
    np.testing.assert_allclose(signal.d_hidden[0], h.grad, rtol=1e-9)
    gradients = [w.grad for w in weights]
    sizes = [float(g.square().mean().sqrt()) for g in gradients]
    np.testing.assert_allclose(signal.weight_gradients, sizes, rtol=1e-10)
    some = signal.some_weight_gradients(3)
    for ours, theirs in zip(some, gradients, strict=True):
        np.testing.assert_allclose(ours, theirs[:3], rtol=1e-9, atol=1e-14)


def test_the_way_up_is_the_same_without_the_way_down() -> None:
    start = Setting("", 0.2, "tanh")
    both = through_layers(start, seed=0, width=20)
    up = through_layers(start, seed=0, width=20, backward=False)
    np.testing.assert_array_equal(both.stds, up.stds)
    assert not up.d_z


def test_the_factor_per_layer_is_a_geometric_mean() -> None:
    assert per_layer(np.array([1.0, 8.0, 4.0])) == pytest.approx(2.0)


def test_units_that_differ_by_rounding_are_not_distinct() -> None:
    rows = np.array([[1.0, 2.0], [1.0, 2.0 + 1e-15], [2.0, 1.0]])
    assert n_distinct(rows) == 2


def test_only_random_units_part() -> None:
    assert n_distinct(tracks(constant(0.5))[-1]) == 1
    assert n_distinct(tracks(normal(0.5))[-1]) == 8


def test_padding_keeps_the_size_of_the_image() -> None:
    assert convolved(2.0, 0)[0].shape[2:] == (6, 6)
    assert convolved(2.0, 0, padding=1)[0].shape[2:] == (8, 8)
