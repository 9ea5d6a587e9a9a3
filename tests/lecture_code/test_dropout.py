import numpy as np
import pytest
import torch

from comparisons import as_torch, assert_matches_torch
from lecture_code.dropout import ClassicalDropout, Dropout
from lecture_code.layer import set_training
from lecture_code.linear import Linear
from lecture_code.sequential import Sequential

both = pytest.mark.parametrize("kind", [Dropout, ClassicalDropout])


def given_mask(layer, mask):
    """Let the layer use `mask` instead of one that it draws."""
    layer.draw_mask = lambda shape: np.reshape(mask, shape)
    return layer


@pytest.mark.parametrize("n_samples", [1, 6])
@pytest.mark.parametrize("p", [0.0, 0.2, 0.5, 0.9, 1.0])
@pytest.mark.parametrize("scale", [1.0, 1000.0])
def test_inverted_dropout_agrees_with_that_of_torch(n_samples, p, scale, rng):
    torch.manual_seed(0)
    x = as_torch(scale * rng.normal(size=(n_samples, 5)))
    blame = rng.normal(size=(n_samples, 5))
    y = torch.nn.Dropout(p)(x)
    y.backward(torch.tensor(blame))
    ours = given_mask(Dropout(p, rng), (y != 0).double().numpy())
    assert_matches_torch(ours.forward(x.detach().numpy()), y)
    assert_matches_torch(ours.backward(blame), x.grad)


@pytest.mark.parametrize("n_samples", [1, 6])
@pytest.mark.parametrize("p", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("training", [True, False])
def test_classical_dropout_agrees_with_torch(n_samples, p, training, rng):
    layer = ClassicalDropout(p, rng)
    layer.training = training
    x = as_torch(rng.normal(size=(n_samples, 5)))
    blame = rng.normal(size=(n_samples, 5))
    ours = layer.forward(x.detach().numpy())
    y = x * torch.tensor(layer.mask) if training else x * (1 - p)
    y.backward(torch.tensor(blame))
    assert_matches_torch(ours, y)
    assert_matches_torch(layer.backward(blame), x.grad)


@pytest.mark.parametrize("p", [0.0, 0.5, 1.0])
def test_inverted_dropout_changes_nothing_in_evaluation(p, rng):
    layer, x = Dropout(p, rng), rng.normal(size=(4, 3))
    layer.training = False
    np.testing.assert_array_equal(layer.forward(x), x)
    np.testing.assert_array_equal(layer.backward(x), x)
    np.testing.assert_array_equal(layer.mask, np.ones((4, 3)))


@both
def test_dropping_everything_gives_zeros_and_no_nan(kind, rng):
    layer, x = kind(1.0, rng), rng.normal(size=(4, 3))
    np.testing.assert_array_equal(layer.forward(x), np.zeros((4, 3)))
    np.testing.assert_array_equal(layer.backward(x), np.zeros((4, 3)))
    np.testing.assert_array_equal(layer.mask, np.zeros((4, 3)))


@both
def test_dropping_nothing_changes_nothing(kind, rng):
    layer, x = kind(0.0, rng), rng.normal(size=(50, 30))
    np.testing.assert_array_equal(layer.forward(x), x)
    np.testing.assert_array_equal(layer.backward(x), x)


@both
@pytest.mark.parametrize("p", [0.1, 0.5, 0.8])
def test_the_share_p_is_dropped(kind, p, rng):
    layer = kind(p, rng)
    layer.forward(np.ones((1000, 100)))
    assert set(np.unique(layer.mask)) == {0.0, 1.0}
    standard_error = np.sqrt(p * (1 - p) / layer.mask.size)
    assert abs(np.mean(layer.mask == 0) - p) < 4 * standard_error


@both
@pytest.mark.parametrize("p", [0.1, 0.5, 0.8])
def test_the_mean_over_masks_is_the_output_in_evaluation(kind, p, rng):
    layer, x = kind(p, rng), np.array([[3.0, -2.0, 0.5]])
    trained = layer.forward(np.repeat(x, 20_000, axis=0))
    layer.training = False
    standard_error = trained.std(axis=0) / np.sqrt(len(trained))
    difference = trained.mean(axis=0) - layer.forward(x)[0]
    assert np.all(np.abs(difference) < 4 * standard_error)


@both
def test_each_batch_and_each_sample_gets_its_own_mask(kind, rng):
    layer = kind(0.5, rng)
    masks = [(layer.forward(np.ones((2, 40))), layer.mask)[1] for _ in "ab"]
    assert np.any(masks[0] != masks[1])
    assert np.any(masks[0][0] != masks[0][1])


@both
def test_the_same_seed_draws_the_same_masks(kind):
    x = np.ones((5, 4))
    first, second = (kind(0.5, np.random.default_rng(3)) for _ in "ab")
    np.testing.assert_array_equal(first.forward(x), second.forward(x))


@both
def test_backward_belongs_to_the_mode_of_its_forward(kind, rng):
    layer, x = kind(0.5, rng), np.ones((6, 5))
    output = layer.forward(x)
    layer.training = False
    np.testing.assert_array_equal(layer.backward(x), output)


@both
def test_a_network_tells_its_dropout_whether_it_is_trained(kind, rng):
    layer = kind(0.5, rng)
    network = Sequential([Linear(3, 4, rng), layer, Linear(4, 2, rng)])
    assert layer.training
    network.eval()
    assert not layer.training
    set_training(network, True)
    assert layer.training
    assert network.n_parameters == 3 * 4 + 4 + 4 * 2 + 2
    assert len(network.gradients) == 4


@both
@pytest.mark.parametrize("p", [-0.1, 1.1, 50, np.nan])
def test_what_is_no_share_is_refused(kind, p, rng):
    with pytest.raises(ValueError, match=r"in \[0, 1\], got"):
        kind(p, rng)


@both
def test_an_empty_batch_and_a_single_sample_without_batch_are_refused(
    kind, rng
):
    with pytest.raises(ValueError, match="empty"):
        kind(0.5, rng).forward(np.zeros((0, 3)))
    with pytest.raises(ValueError, match=r"use x\[None, :\]"):
        kind(0.5, rng).forward(np.zeros(3))


@both
def test_backward_refuses_a_batch_that_did_not_go_forward(kind, rng):
    layer = kind(0.5, rng)
    with pytest.raises(ValueError, match="go forward with the same batch"):
        layer.backward(np.ones((2, 3)))
    layer.forward(np.ones((2, 3)))
    with pytest.raises(ValueError, match=r"\(1, 3\), expected \(2, 3\)"):
        layer.backward(np.ones((1, 3)))


def test_what_grows_beyond_all_numbers_is_inf_and_warns_not(rng):
    layer = given_mask(Dropout(0.5, rng), [[1.0]])
    assert layer.forward(np.array([[1.5e308]])) == np.inf
    assert layer.backward(np.array([[-1.5e308]])) == -np.inf


@both
@pytest.mark.parametrize("shape", [(), (0,), (1,), (1, 1), (1, 3), (0, 3)])
def test_backward_before_any_forward_is_refused(kind, shape, rng):
    with pytest.raises(ValueError, match=r"forward|empty"):
        kind(0.5, rng).backward(np.ones(shape))
