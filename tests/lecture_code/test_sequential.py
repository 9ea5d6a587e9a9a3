import numpy as np
import pytest
import torch

from comparisons import as_torch, assert_matches_torch
from lecture_code.activations import Activation
from lecture_code.linear import Linear
from lecture_code.mlp import MLP
from lecture_code.sequential import Sequential


class Switch:
    """A layer that only notes whether it is being trained."""

    def __init__(self):
        self.training = True
        self.parameters = []
        self.gradients = []

    def forward(self, x):
        return x

    def backward(self, d_loss_d_output):
        return d_loss_d_output


def test_a_stack_agrees_with_torch(rng):
    first, second = Linear(3, 4, rng), Linear(4, 2, rng)
    ours = Sequential([first, Activation("tanh"), second])
    x = rng.normal(size=(5, 3))
    u = rng.normal(size=(5, 2))
    theirs = torch.nn.Sequential(
        torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 2)
    ).double()
    with torch.no_grad():
        for p, q in zip(theirs.parameters(), ours.parameters, strict=True):
            p.copy_(torch.tensor(q))
    leaf = as_torch(x)
    output = theirs(leaf)
    (output * torch.tensor(u)).sum().backward()
    assert_matches_torch(ours.forward(x), output)
    assert_matches_torch(ours.backward(u), leaf.grad)
    for g, p in zip(ours.gradients, theirs.parameters(), strict=True):
        assert_matches_torch(g, p.grad)
    assert ours.n_parameters == 3 * 4 + 4 + 4 * 2 + 2


def test_without_layers_the_input_is_the_output(rng):
    x = rng.normal(size=(2, 3))
    np.testing.assert_array_equal(Sequential([]).forward(x), x)
    np.testing.assert_array_equal(Sequential([]).backward(x), x)
    assert Sequential([]).n_parameters == 0


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_the_mode_reaches_every_layer_inside(depth, rng):
    switch = Switch()
    stack = Sequential([MLP([2, 3, 1], "relu", rng), switch])
    for _ in range(depth):
        stack = Sequential([stack])
    stack.eval()
    assert not switch.training
    stack.train()
    assert switch.training
