"""The lecture's network in torch is our own one, and stands alone."""

import numpy as np
import pytest
import torch
from torch import nn

from comparisons import assert_matches_differences, assert_matches_torch
from lecture_code import mlp
from lecture_code.adam import Adam
from lecture_code.in_torch import MLP, train
from lecture_code.losses import d_mean_squared_error, mean_squared_error

torch.set_num_threads(1)


def in_float64(seed=0, n_inputs=1, n_hidden=10):
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return MLP(n_inputs, n_hidden).double()


def twin_of(model, n_inputs=1, n_hidden=10):
    sizes = [n_inputs, n_hidden, 1]
    ours = mlp.MLP(sizes, "tanh", np.random.default_rng(0))
    for p, q in zip(ours.parameters, model.parameters(), strict=True):
        p[...] = q.detach().numpy()
    return ours


def batch(rng, n_samples=20, n_inputs=1, scale=1.0):
    x = scale * rng.normal(size=(n_samples, n_inputs))
    return x, np.sin(x.sum(axis=1, keepdims=True))


@pytest.mark.parametrize("n_inputs", [1, 3])
@pytest.mark.parametrize(("n_samples", "scale"), [(1, 1), (8, 1), (8, 1000)])
def test_forward_and_every_gradient_agree_with_the_twin_in_numpy(
    n_inputs, n_samples, scale, rng
):
    theirs = in_float64(n_inputs=n_inputs)
    ours = twin_of(theirs, n_inputs)
    x, y = batch(rng, n_samples, n_inputs, scale)
    output = theirs(torch.tensor(x))
    nn.MSELoss()(output, torch.tensor(y)).backward()
    assert_matches_torch(ours.forward(x), output)
    ours.backward(d_mean_squared_error(ours.forward(x), y))
    for g, p in zip(ours.gradients, theirs.parameters(), strict=True):
        assert_matches_torch(g, p.grad)


def test_every_gradient_agrees_with_central_differences(rng):
    model = in_float64(n_hidden=4)
    x, y = map(torch.tensor, batch(rng))
    nn.MSELoss()(model(x), y).backward()
    for p in model.parameters():

        def loss(values, p=p):
            kept = p.data.clone()
            p.data = torch.tensor(values)
            found = nn.MSELoss()(model(x), y).item()
            p.data = kept
            return found

        assert_matches_differences(p.grad.numpy(), loss, p.detach().numpy())


def test_training_is_that_of_the_twin_step_for_step(rng):
    x, y = batch(rng)
    theirs = in_float64()
    ours = twin_of(theirs)
    optimizer = torch.optim.Adam(theirs.parameters(), lr=0.01)
    losses = train(
        theirs, nn.MSELoss(), optimizer, torch.tensor(x), torch.tensor(y), 50
    )
    adam = Adam(ours.parameters, lr=0.01)
    for loss in losses:
        output = ours.forward(x)
        assert abs(mean_squared_error(output, y) - loss) < 1e-13
        ours.backward(d_mean_squared_error(output, y))
        adam.step(ours.gradients)
    for p, q in zip(ours.parameters, theirs.parameters(), strict=True):
        assert_matches_torch(p, q)


def test_gradients_from_before_the_training_do_no_harm(rng):
    x, y = map(torch.tensor, batch(rng))
    paths = []
    for stale in (False, True):
        model = in_float64()
        if stale:
            model(x).sum().backward()
        sgd = torch.optim.SGD(model.parameters(), lr=0.1)
        paths.append(train(model, nn.MSELoss(), sgd, x, y, 3))
    assert paths[0] == paths[1]


def test_training_and_evaluation_mode_give_the_same_output(rng):
    model, x = in_float64(), torch.tensor(batch(rng)[0])
    assert torch.equal(model.train()(x), model.eval()(x))


def test_training_ends_in_training_mode(rng):
    model = in_float64().eval()
    x, y = map(torch.tensor, batch(rng))
    sgd = torch.optim.SGD(model.parameters(), lr=0.1)
    train(model, nn.MSELoss(), sgd, x, y, 1)
    assert model.training


def test_the_network_of_the_lecture_has_31_parameters():
    assert sum(p.numel() for p in MLP().parameters()) == 31


@pytest.mark.parametrize("sizes", [(0, 10), (1, 0), (-1, 10)])
def test_a_layer_without_units_is_refused(sizes):
    with pytest.raises(ValueError, match="at least 1"):
        MLP(*sizes)


@pytest.mark.parametrize(
    ("x_shape", "y_shape", "n_epochs", "message"),
    [
        ((5, 1), (5,), 1, r"use targets\[:, None\]"),
        ((5, 1), (4, 1), 1, r"\(5, 1\).*\(4, 1\)"),
        ((0, 1), (0, 1), 1, "the batch is empty"),
        ((5, 1), (5, 1), 0, "n_epochs must be at least 1"),
    ],
)
def test_what_cannot_be_trained_on_is_refused(
    x_shape, y_shape, n_epochs, message
):
    model = in_float64()
    before = [p.detach().clone() for p in model.parameters()]
    sgd = torch.optim.SGD(model.parameters(), lr=0.1)
    x, y = torch.zeros(x_shape).double(), torch.zeros(y_shape).double()
    with pytest.raises(ValueError, match=message):
        train(model, nn.MSELoss(), sgd, x, y, n_epochs)
    for p, q in zip(model.parameters(), before, strict=True):
        assert torch.equal(p, q)


def test_the_losses_are_numbers_and_keep_no_graph(rng):
    model = in_float64()
    x, y = map(torch.tensor, batch(rng))
    sgd = torch.optim.SGD(model.parameters(), lr=0.1)
    losses = train(model, nn.MSELoss(), sgd, x, y, 3)
    assert [type(loss) for loss in losses] == [float] * 3
