import numpy as np
import pytest

from lecture_code.arrays import Array
from lecture_code.losses import d_cross_entropy
from lecture_experiments.batch_normalisation import (
    normalised_landscape as landscape,
)
from lecture_experiments.batch_normalisation import (
    normalised_networks as networks,
)
from lecture_experiments.batch_normalisation import (
    normalising_by_batch as by_batch,
)
from lecture_experiments.batch_normalisation import (
    normalising_by_sample as by_sample,
)
from lecture_experiments.batch_normalisation.deep_cnn import deep_cnn
from lecture_measurements.batch_normalisation import first_linear_after_a_pass


def test_both_networks_start_from_the_same_weights() -> None:
    plain = networks.deep_network(False, 0)
    normalised = networks.deep_network(True, 0)
    weights = [
        [p for p in model.parameters if p.ndim == 2]
        for model in (plain, normalised)
    ]
    assert len(weights[0]) == networks.DEPTH + 1
    for w, v in zip(*weights, strict=True):
        assert np.array_equal(w, v)


def test_the_scale_is_that_of_the_hidden_weights_only() -> None:
    one, ten = (networks.deep_network(True, 0, scale) for scale in (1, 10))
    weights = [
        (w, v)
        for w, v in zip(one.parameters, ten.parameters, strict=True)
        if w.ndim == 2
    ]
    for w, v in weights[:-1]:
        assert np.allclose(v, 10 * w)
    assert np.array_equal(*weights[-1])


def test_a_loss_that_is_no_number_counts_as_infinite() -> None:
    assert networks.loss_after(False, 0.0625, 0, scale=10.0) == np.inf


def test_the_largest_step_trains_and_twice_of_it_does_not() -> None:
    lr = networks.largest_step_that_trains(True)
    assert networks.n_trained(True, lr) >= 4 > networks.n_trained(True, 2 * lr)


def test_looking_along_the_gradient_leaves_the_network_where_it_is() -> None:
    model, data = networks.deep_network(True, 0), networks.samples(0)
    before = [p.copy() for p in model.parameters]
    view = landscape.view_along_gradient(
        model, data.x_train[:64], data.y_train[:64]
    )
    assert view.loss_range > 0
    for p, q in zip(before, model.parameters, strict=True):
        assert np.array_equal(p, q)


@pytest.mark.parametrize(("n_steps", "n_views"), [(10, 1), (11, 2)])
def test_every_tenth_step_is_viewed(n_steps: int, n_views: int) -> None:
    assert len(landscape.views_of_training(False, 0, n_steps)) == n_views


def test_plain_gradients_scale_with_the_weights() -> None:
    half, one = (landscape.gradient_by_layer(False, s, 0) for s in (0.5, 1))
    assert len(half) == landscape.DEEP
    # biases are 0, so smaller weights change no sign that a ReLU sees;
    # only the probabilities at the top differ a little from sample to sample
    ratio = one / half
    assert np.allclose(ratio[:-1] / ratio[1:], 2, rtol=0.1)


def test_whole_statistics_are_those_of_ordinary_training() -> None:
    data = networks.samples(0)
    model = networks.deep_network(True, 0)
    x, y = data.x_train[:64], data.y_train[:64]
    model.backward(d_cross_entropy(model.forward(x), y))
    _, _, g = first_linear_after_a_pass(0)
    assert np.array_equal(model.gradients[0], g)


def test_forgetting_eval_fails_as_the_page_says() -> None:
    with_eval = by_batch.accuracy_by_evaluation(0)
    in_eights = by_batch.accuracy_without_eval(0, 8)
    by_class = by_batch.accuracy_without_eval(0, None)
    assert with_eval > in_eights + 0.1 > by_class + 0.4
    assert by_class < 0.2


def test_in_training_mode_a_prediction_depends_on_the_batch() -> None:
    model, x = by_batch.trained(0), networks.samples(0).x_test

    def first_logits(batch: Array) -> Array:
        return np.asarray(model.forward(batch)[0])

    model.train()
    first, second = x[:8], np.concatenate([x[:1], x[8:15]])
    assert not np.allclose(first_logits(first), first_logits(second))
    model.eval()
    assert np.allclose(first_logits(first), first_logits(second))


@pytest.mark.parametrize("normalised", [False, True])
def test_the_cnn_has_a_bias_where_no_norm_follows(normalised: bool) -> None:
    shapes = [tuple(p.shape) for p in deep_cnn(normalised).parameters()]
    per_block = 3 if normalised else 2
    assert len(shapes) == 8 * per_block + 2


def test_the_twin_with_layer_norm_starts_from_the_same_weights() -> None:
    twin = by_sample.layer_normalised(0)
    theirs = [p for p in twin.parameters if p.ndim == 2]
    ours = networks.deep_network(True, 0, depth=3).parameters
    for a, b in zip(theirs, (p for p in ours if p.ndim == 2), strict=True):
        np.testing.assert_array_equal(a, b)
