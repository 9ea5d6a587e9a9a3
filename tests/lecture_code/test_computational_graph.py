import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays, mutually_broadcastable_shapes

from comparisons import as_torch, assert_matches_torch
from lecture_code.computational_graph import Tensor, as_tensor, kept
from lecture_code.tensor_functions import log

OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


def assert_same_as_torch(f, *inputs, in_torch=None):
    """Hold value and gradients of f, written alike for both, against torch."""
    ours, theirs = [Tensor(x) for x in inputs], [as_torch(x) for x in inputs]
    y, y_torch = f(*ours), (in_torch or f)(*theirs)
    assert_matches_torch(y.value, y_torch)
    u = np.linspace(-1.0, 2.0, y.value.size).reshape(y.value.shape)
    y.backward(u)
    (y_torch * torch.tensor(u)).sum().backward()
    for a, b in zip(ours, theirs, strict=True):
        assert_matches_torch(a.grad, b.grad)


@settings(deadline=None)  # torch imports half of itself at the first call
@given(
    shapes=mutually_broadcastable_shapes(num_shapes=2, max_dims=3, min_side=0),
    operator=st.sampled_from(sorted(OPERATORS)),
    data=st.data(),
)
def test_arithmetic_broadcasts_as_in_torch(shapes, operator, data):
    a, b = (
        data.draw(arrays(float, shape, elements=st.floats(0.5, 2.0)))
        for shape in shapes.input_shapes
    )
    assert_same_as_torch(OPERATORS[operator], a, b)


@pytest.mark.parametrize("operator", OPERATORS)
@pytest.mark.parametrize("constant", [2, -0.5, np.float64(3.0)])
def test_plain_numbers_take_part_on_either_side(operator, constant):
    f = OPERATORS[operator]
    x = [[1.0, -2.0, 0.5]]
    number = float(constant)
    for swap in (False, True):
        assert_same_as_torch(
            lambda a, swap=swap: f(constant, a) if swap else f(a, constant),
            x,
            in_torch=lambda a, swap=swap: (
                f(number, a) if swap else f(a, number)
            ),
        )


@pytest.mark.parametrize("operator", OPERATORS)
def test_arrays_take_part_on_either_side(operator):
    f = OPERATORS[operator]
    c = np.array([[2.0], [3.0]])
    x = [1.0, -2.0, 0.5]
    assert_same_as_torch(
        lambda a: f(c, f(a, c)),
        x,
        in_torch=lambda a: f(torch.tensor(c), f(a, torch.tensor(c))),
    )


@pytest.mark.parametrize("n", [0, 1, 2, 3, -1, -2, 0.5, 1.5, np.int64(2)])
def test_a_power_agrees_with_torch(n):
    assert_same_as_torch(
        lambda a: a**n, [0.5, 1.0, 3.0], in_torch=lambda a: a ** float(n)
    )


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_a_whole_power_agrees_with_torch_at_zero_and_below(n):
    assert_same_as_torch(lambda a: a**n, [0.0, -2.0, -1000.0, np.inf])


@pytest.mark.parametrize("exponent", [Tensor(2.0), np.ones(2), "2"])
def test_a_power_refuses_an_exponent_that_is_no_number(exponent):
    with pytest.raises(ValueError, match=r"plain number.*exp\(y \* log"):
        Tensor([1.0, 2.0]) ** exponent


@pytest.mark.parametrize(
    ("a", "b"),
    [((2, 3), (3, 4)), ((2, 3), (3,)), ((3,), (3, 4)), ((3,), (3,))],
)
def test_matrix_products_agree_with_torch(a, b, rng):
    assert_same_as_torch(
        lambda a, b: a @ b, rng.normal(size=a), rng.normal(size=b)
    )


def test_a_batch_that_is_a_plain_array_can_be_multiplied(rng):
    x, weight = rng.normal(size=(5, 3)), rng.normal(size=(2, 3))
    assert_same_as_torch(
        lambda w: x @ w.T @ [1.0, 2.0],
        weight,
        in_torch=lambda w: (
            torch.tensor(x) @ w.T @ torch.tensor([1.0, 2.0]).double()
        ),
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ((2, 3), (2, 3)),
        ((), (3,)),
        ((3,), ()),
        ((1, 2, 3), (3, 2)),
        ((3,), (2,)),
    ],
)
def test_ill_shaped_matrix_products_are_refused(a, b):
    with pytest.raises(ValueError, match="transposed"):
        Tensor(np.ones(a)) @ Tensor(np.ones(b))


@pytest.mark.parametrize("axis", [None, 0, 1, -1, (0, 2), (-1, 1)])
@pytest.mark.parametrize("keepdims", [False, True])
@pytest.mark.parametrize("shape", [(2, 3, 4), (1, 3, 1)])
def test_sum_and_mean_agree_with_torch(axis, keepdims, shape, rng):
    x = rng.normal(size=shape)
    for name in ("sum", "mean"):
        assert_same_as_torch(
            lambda a, name=name: getattr(a, name)(axis, keepdims),
            x,
            in_torch=lambda a, name=name: getattr(a, name)(
                tuple(range(3)) if axis is None else axis, keepdims
            ),
        )


def test_the_mean_of_an_empty_batch_is_refused():
    with pytest.raises(ValueError, match=r"\(0, 3\) has no mean"):
        Tensor(np.ones((0, 3))).mean()


@pytest.mark.parametrize(
    "index",
    [
        1,
        (1, 2),
        slice(None, None, 2),
        (slice(None), None, 1),
        ([0, 1, 0], [2, 2, 2]),
        np.array([[True, False, True], [False, True, False]]),
    ],
)
def test_indexing_agrees_with_torch(index, rng):
    assert_same_as_torch(lambda a: a[index], rng.normal(size=(2, 3)))


def test_reshape_and_transpose_agree_with_torch(rng):
    x = rng.normal(size=(2, 6))
    assert_same_as_torch(lambda a: a.T * a.reshape(-1, 2), x)


@pytest.mark.parametrize(
    "f",
    [
        lambda x: x / 0.0,
        lambda x: 1.0 / (x - x),
        lambda x: (x - x) ** -1,
        lambda x: x**1000 + x,
        lambda x: x * 1e308 - x * 1e308,
        lambda x: (x * 1e308) @ (x * 1e308),
        lambda x: (x * 1e308).sum(),
        lambda x: log(x - x),
    ],
)
def test_infinities_pass_without_a_warning(f):
    x = Tensor([1000.0, -1000.0])
    y = f(x)
    y.backward(np.ones(y.value.shape))
    assert not np.all(np.isfinite(y.value) & np.isfinite(x.grad))


def test_a_parameter_owns_its_value():
    array = np.ones(2)
    parameter = Tensor(array)
    parameter.value -= 0.5
    np.testing.assert_array_equal(array, [1.0, 1.0])


@pytest.mark.parametrize("operator", OPERATORS)
def test_shapes_that_do_not_broadcast_are_refused(operator):
    with pytest.raises(ValueError, match="broadcast"):
        OPERATORS[operator](Tensor(np.ones(2)), Tensor(np.ones(3)))


def test_signs_change_as_in_torch():
    assert_same_as_torch(lambda a: -a * a, [1.0, -2.0, 0.5])


def test_what_is_no_tensor_becomes_a_constant():
    x = Tensor(2.0)
    assert as_tensor(x) is x
    constant = as_tensor([1.0, 2.0])
    assert not constant.requires_grad
    assert not (constant * constant).requires_grad
    assert (constant * x).requires_grad


def test_a_copy_keeps_the_order_of_its_numbers_in_memory():
    x = Tensor(np.asfortranarray(np.ones((2, 3))))
    assert kept(x, x).flags.f_contiguous
    assert Tensor(np.ones((2, 3))).T.value.flags.f_contiguous
