import numpy as np
import pytest
import torch

from lecture_code.initialisers import (
    constant,
    fan_in,
    glorot_normal,
    kaiming_normal,
    kaiming_of_shape,
    normal,
    xavier_normal,
    zeros,
)

EVERY = [
    zeros,
    constant(0.5),
    normal(0.05),
    xavier_normal,
    glorot_normal,
    kaiming_normal,
]
WEIGHTS = [(300, 200), (60, 40, 25), (40, 30, 7, 5), (20, 10, 3, 3, 3)]


@pytest.mark.parametrize("initialiser", EVERY)
def test_a_weight_has_the_shape_that_torch_gives_it(initialiser, rng):
    weight = initialiser(5, 3, rng)
    assert weight.shape == tuple(torch.nn.Linear(5, 3).weight.shape)
    assert weight.dtype == np.float64


@pytest.mark.parametrize("initialiser", EVERY)
def test_the_same_seed_gives_the_same_weight(initialiser):
    one, other = (
        initialiser(5, 3, np.random.default_rng(1)) for _ in range(2)
    )
    np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("initialiser", EVERY)
@pytest.mark.parametrize(("n_in", "n_out"), [(0, 3), (3, 0), (-1, 3)])
def test_a_layer_without_units_is_refused(initialiser, n_in, n_out, rng):
    with pytest.raises(ValueError, match="must be at least 1"):
        initialiser(n_in, n_out, rng)


def test_zeros_are_zero(rng):
    np.testing.assert_array_equal(zeros(4, 3, rng), np.zeros((3, 4)))


def test_a_constant_is_that_everywhere(rng):
    np.testing.assert_array_equal(constant(2)(4, 3, rng), np.full((3, 4), 2.0))


# A sample variance of n normal numbers has a relative spread of sqrt(2 / n).
@pytest.mark.parametrize(
    ("initialiser", "variance"),
    [
        (normal(0.05), 0.05**2),
        (xavier_normal, 1 / 100),
        (glorot_normal, 2 / (100 + 2000)),
        (kaiming_normal, 2 / 100),
    ],
)
def test_the_weights_have_the_stated_variance(initialiser, variance, rng):
    weight = initialiser(100, 2000, rng)
    spread = np.sqrt(2 / weight.size)
    assert weight.var() == pytest.approx(variance, rel=5 * spread)
    assert abs(weight.mean()) < 5 * np.sqrt(variance / weight.size)


def test_kaiming_has_the_variance_of_torch(rng):
    theirs = torch.empty(2000, 100, dtype=torch.float64)
    torch.nn.init.kaiming_normal_(
        theirs, nonlinearity="relu", generator=torch.Generator().manual_seed(0)
    )
    ours = kaiming_normal(100, 2000, rng)
    assert ours.var() == pytest.approx(float(theirs.var()), rel=0.03)


def test_our_xavier_agrees_with_torch_in_a_square_layer_only(rng):
    for n_in, n_out, ratio in [(400, 400, 1.0), (100, 1600, 8.5)]:
        theirs = torch.empty(n_out, n_in, dtype=torch.float64)
        generator = torch.Generator().manual_seed(0)
        torch.nn.init.xavier_normal_(theirs, generator=generator)
        ours = xavier_normal(n_in, n_out, rng)
        assert ours.var() / float(theirs.var()) == pytest.approx(ratio, 0.03)


def test_a_negative_spread_is_refused(rng):
    with pytest.raises(ValueError, match="scale < 0"):
        normal(-1.0)(2, 2, rng)


@pytest.mark.parametrize("shape", WEIGHTS)
def test_the_fan_in_is_that_of_torch(shape):
    theirs, _ = torch.nn.init._calculate_fan_in_and_fan_out(torch.empty(shape))
    assert fan_in(shape) == theirs


@pytest.mark.parametrize("shape", [(3, 2), (64, 3, 7, 7), (1, 1)])
def test_a_layer_of_torch_has_the_fan_in_of_its_weight(shape):
    layer = (
        torch.nn.Linear(shape[1], shape[0])
        if len(shape) == 2
        else torch.nn.Conv2d(shape[1], shape[0], shape[2])
    )
    assert fan_in(layer.weight.shape) == np.prod(shape[1:])


@pytest.mark.parametrize("shape", WEIGHTS)
def test_kaiming_of_a_shape_has_the_variance_of_torch(shape, rng):
    weight = kaiming_of_shape(shape, rng)
    gain = torch.nn.init.calculate_gain("relu")
    fan, _ = torch.nn.init._calculate_fan_in_and_fan_out(torch.empty(shape))
    assert weight.shape == shape
    within = 5 * np.sqrt(2 / weight.size)
    assert weight.var() == pytest.approx(gain**2 / fan, rel=within)
    theirs = torch.empty(shape, dtype=torch.float64)
    torch.nn.init.kaiming_normal_(
        theirs, nonlinearity="relu", generator=torch.Generator().manual_seed(0)
    )
    assert weight.var() == pytest.approx(float(theirs.var()), rel=2 * within)


def test_kaiming_of_the_shape_of_a_layer_is_kaiming():
    by_shape = kaiming_of_shape((3, 5), np.random.default_rng(1))
    by_size = kaiming_normal(5, 3, np.random.default_rng(1))
    np.testing.assert_array_equal(by_shape, by_size)


@pytest.mark.parametrize(("n_in", "n_out"), [(100, 1600), (1600, 100)])
def test_glorot_has_the_variance_of_torch(n_in, n_out, rng):
    theirs = torch.empty(n_out, n_in, dtype=torch.float64)
    generator = torch.Generator().manual_seed(0)
    torch.nn.init.xavier_normal_(theirs, generator=generator)
    ours = glorot_normal(n_in, n_out, rng)
    assert ours.var() == pytest.approx(float(theirs.var()), rel=0.03)


@pytest.mark.parametrize("shape", [(), (3,)])
def test_a_shape_without_inputs_is_refused(shape):
    with pytest.raises(ValueError, match="one for the inputs"):
        fan_in(shape)


@pytest.mark.parametrize("shape", [(0, 3), (3, 0), (3, 2, 0, 3)])
def test_an_empty_shape_is_refused(shape, rng):
    with pytest.raises(ValueError, match=r"shape\[\d\] must be at least 1"):
        kaiming_of_shape(shape, rng)
