import numpy as np
import pytest

from lecture_code.gradient_check import (
    central_difference,
    check_backward,
    check_gradient,
    forward_difference,
    relative_error,
)
from lecture_code.linear import Linear

DIFFERENCES = [forward_difference, central_difference]


class Counted:
    """A function that knows how often it was evaluated."""

    def __init__(self, f):
        self.f = f
        self.evaluations = 0

    def __call__(self, x):
        self.evaluations += 1
        return self.f(x)


def cubes(x):
    return np.sum(x**3)


def d_cubes(x):
    return 3 * x**2


@pytest.mark.parametrize("shape", [(), (1,), (4,), (2, 3)])
def test_differences_cost_d_plus_1_and_2_d_evaluations(shape):
    n_dimensions = np.zeros(shape).size
    for difference, cost in zip(
        DIFFERENCES, [n_dimensions + 1, 2 * n_dimensions], strict=True
    ):
        f = Counted(cubes)
        difference(f, np.ones(shape))
        assert f.evaluations == cost


@pytest.mark.parametrize("shape", [(), (1,), (4,), (2, 3)])
def test_differences_estimate_the_gradient_to_the_promised_error(shape, rng):
    x = rng.normal(size=shape)
    forward, central = (
        forward_difference(cubes, x),
        central_difference(cubes, x),
    )
    assert forward.shape == central.shape == shape
    np.testing.assert_allclose(forward, d_cubes(x), atol=1e-6)
    np.testing.assert_allclose(central, d_cubes(x), atol=1e-9)


def test_the_error_falls_with_h_forward_and_with_h_squared_central():
    errors = [
        [abs(d(np.exp, 0.0, h) - 1) for h in (1e-2, 1e-3)] for d in DIFFERENCES
    ]
    (forward_1, forward_2), (central_1, central_2) = errors
    assert forward_1 / forward_2 == pytest.approx(10, rel=0.05)
    assert central_1 / central_2 == pytest.approx(100, rel=0.05)


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_differences_leave_x_alone_and_take_lists_of_integers(difference):
    x = np.array([1, 2])
    np.testing.assert_allclose(difference(cubes, x), [3, 12], rtol=1e-6)
    np.testing.assert_array_equal(x, [1, 2])


@pytest.mark.parametrize("difference", DIFFERENCES)
@pytest.mark.parametrize("h", [0.0, -1e-5])
def test_a_step_that_is_not_positive_is_refused(difference, h):
    with pytest.raises(ValueError, match="must be positive"):
        difference(cubes, np.ones(2), h)


@pytest.mark.parametrize("scale", [1.0, 1e6, 1e300])
def test_the_relative_error_does_not_depend_on_the_scale(scale):
    a, b = np.array([1.0, 2.0]) * scale, np.array([1.0, 2.5]) * scale
    assert relative_error(a, b) == pytest.approx(0.2)
    assert relative_error(b, a) == pytest.approx(0.2)


def test_the_relative_error_of_almost_nothing_is_absolute():
    assert relative_error(0.0, 0.0) == 0
    assert relative_error(1e-13, -1e-13) == pytest.approx(2e-11)
    assert relative_error(1e-13, -1e-13, floor=1e-13) == pytest.approx(2)


def test_the_relative_error_sees_one_wrong_entry_among_many():
    a = np.full(1000, 1e3)
    b = a.copy()
    b[17] = 1.1e3
    assert relative_error(a, b) == pytest.approx(1 / 11)
    for b[17] in (np.nan, np.inf):
        assert np.isnan(relative_error(a, b))


@pytest.mark.parametrize(
    ("a", "b"), [((2,), (3,)), ((2,), (2, 1)), ((0,), (0,))]
)
def test_arrays_that_cannot_be_compared_are_refused(a, b):
    with pytest.raises(ValueError, match="same shape"):
        relative_error(np.ones(a), np.ones(b))


def test_a_floor_of_zero_is_refused():
    with pytest.raises(ValueError, match="floor must be positive"):
        relative_error(0.0, 0.0, floor=0.0)


def test_the_check_accepts_a_right_gradient_and_catches_a_wrong_one(rng):
    x = rng.normal(size=(2, 3))
    assert check_gradient(cubes, d_cubes, x) < 1e-7
    assert check_gradient(cubes, lambda x: 1.01 * d_cubes(x), x) > 1e-3
    assert check_gradient(cubes, lambda x: -d_cubes(x), x) == pytest.approx(2)


def test_the_check_of_a_layer_takes_two_passes_more_than_one(rng):
    layer = Linear(3, 2, rng)
    x = rng.normal(size=(5, 3))
    forward = Counted(layer.forward)
    assert check_backward(forward, layer.backward, x, rng) < 1e-7
    assert forward.evaluations == 3


def test_the_check_of_a_layer_catches_a_transposed_weight(rng):
    layer = Linear(3, 3, rng)
    x = rng.normal(size=(5, 3))
    error = check_backward(layer.forward, lambda g: g @ layer.weight.T, x, rng)
    assert error > 1e-2


def cube_of_each(x):
    return x**3


class Cubes:
    """A layer whose gradient depends on its last input."""

    def forward(self, x):
        self.x = x
        return cube_of_each(x)

    def backward(self, d_loss_d_output):
        return 3 * self.x**2 * d_loss_d_output


@pytest.mark.parametrize("h", [0.1, 0.01])
def test_the_check_of_a_gradient_takes_the_step_it_is_given(h):
    x = np.array([1.0])  # there the difference is 3 + h²
    error = check_gradient(cubes, d_cubes, x, h)
    assert error == pytest.approx(h**2 / (3 + h**2), rel=1e-9)


@pytest.mark.parametrize("h", [0.1, 0.01])
def test_the_check_of_a_layer_takes_the_step_it_is_given(h):
    layer, x = Cubes(), np.array([[1.0, -2.0, 0.5]])
    error = check_backward(
        layer.forward, layer.backward, x, np.random.default_rng(3), h
    )
    rng = np.random.default_rng(3)
    v, u = rng.normal(size=(2, *x.shape))
    slope, more = 3 * np.sum(u * v * x**2), h**2 * np.sum(u * v**3)
    size = max(abs(slope), abs(slope + more))
    assert error == pytest.approx(abs(more) / size, rel=1e-6)


def test_the_check_of_a_layer_goes_back_before_it_goes_forward_again(rng):
    layer, x = Cubes(), rng.normal(size=(5, 3))
    assert check_backward(layer.forward, layer.backward, x, rng) < 1e-8


def test_the_check_of_a_layer_notices_entries_in_a_wrong_order(rng):
    x = rng.normal(size=(5, 3))
    for forward, backward in (
        (np.copy, np.flipud),  # hidden if v were all ones
        (np.flipud, np.copy),  # hidden if u were all ones
    ):
        assert check_backward(forward, backward, x, rng) > 1e-2


@pytest.mark.parametrize(("a", "b"), [(-4.0, -5.0), (-4.0, 5.0), (4.0, -5.0)])
def test_the_size_of_negative_entries_counts_without_their_sign(a, b):
    assert relative_error(a, b) == pytest.approx(abs(a - b) / 5)
    assert relative_error([a, 0.0], [b, 0.0]) == relative_error(b, a)
