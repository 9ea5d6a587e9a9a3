import numpy as np
import pytest
import torch

from comparisons import (
    as_torch,
    assert_matches_differences,
    assert_matches_torch,
)
from lecture_code.layer_norm import LayerNorm


def twins(n_features, rng):
    """Return our layer and torch's, with the same random parameters."""
    ours = LayerNorm(n_features)
    theirs = torch.nn.LayerNorm(n_features, dtype=torch.float64)
    ours.gamma[:], ours.beta[:] = rng.normal(size=(2, n_features))
    with torch.no_grad():
        theirs.weight[:] = torch.tensor(ours.gamma)
        theirs.bias[:] = torch.tensor(ours.beta)
    return ours, theirs


@pytest.mark.parametrize("n_samples", [1, 6])
@pytest.mark.parametrize("n_features", [2, 5])
@pytest.mark.parametrize("shift", [0.0, 1000.0])
def test_all_agrees_with_torch(n_samples, n_features, shift, rng):
    ours, theirs = twins(n_features, rng)
    x = shift + rng.normal(size=(n_samples, n_features))
    blame = rng.normal(size=x.shape)
    leaf = as_torch(x)
    output = theirs(leaf)
    output.backward(torch.tensor(blame))
    assert_matches_torch(ours.forward(x), output)
    assert_matches_torch(ours.backward(blame), leaf.grad)
    for gradient, parameter in zip(
        ours.gradients, theirs.parameters(), strict=True
    ):
        assert_matches_torch(gradient, parameter.grad)


def test_its_gradient_agrees_with_central_differences(rng):
    layer, _ = twins(4, rng)
    x, blame = rng.normal(size=(2, 3, 4))
    layer.forward(x)
    assert_matches_differences(
        layer.backward(blame), lambda x: np.sum(layer.forward(x) * blame), x
    )


def test_a_sample_does_not_notice_the_others(rng):
    layer, x = LayerNorm(4), rng.normal(size=(3, 4))
    together = layer.forward(x)
    alone = np.concatenate([layer.forward(row[None]) for row in x])
    np.testing.assert_array_equal(alone, together)


def test_it_learns_scale_and_shift():
    layer = LayerNorm(3)
    assert [p.shape for p in layer.parameters] == [(3,), (3,)]


@pytest.mark.parametrize("eps", [0.0, -1.0, np.nan])
def test_an_eps_that_is_not_above_0_is_refused(eps):
    with pytest.raises(ValueError, match="eps must be above 0"):
        LayerNorm(3, eps)


def test_backward_refuses_a_batch_that_did_not_go_forward():
    layer = LayerNorm(3)
    layer.forward(np.ones((2, 3)))
    with pytest.raises(ValueError, match="go forward with the same batch"):
        layer.backward(np.ones((4, 3)))
