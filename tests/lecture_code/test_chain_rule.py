import gc
import weakref

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis.extra.numpy import mutually_broadcastable_shapes

from comparisons import as_torch, assert_matches_torch
from lecture_code.chain_rule import sum_to_shape, topological_order
from lecture_code.computational_graph import Tensor
from lecture_code.tensor_functions import relu, sigmoid


def test_the_worked_example_of_the_lecture_is_exact():
    x, y, z = Tensor(-2, "x"), Tensor(5, "y"), Tensor(-4, "z")
    q = x + y
    f = q * z
    f.backward()
    assert (q.value, f.value) == (3, -12)
    assert (q.grad, z.grad, x.grad, y.grad) == (-4, 3, -4, -4)
    assert f.grad == 1


def test_the_order_of_the_graph_can_be_drawn():
    x, y, z = Tensor(-2, "x"), Tensor(5, "y"), Tensor(-4, "z")
    q = x + y
    f = q * z
    assert topological_order(f) == [x, y, q, z, f]
    assert [t.name or t.operation for t in topological_order(f)] == [*"xy+z*"]
    assert f.parents == (q, z)
    assert x.parents == ()
    assert repr(x) == "Tensor(-2.0, 'x')"
    assert repr(f) == "Tensor(-12.0, '*')"


def test_every_parent_stands_before_its_children_even_when_paths_rejoin():
    x = Tensor(1.0)
    y = x * x
    z = (y + x) * (y - x) + x
    order = topological_order(z)
    assert len(order) == len(set(order)) == 6
    for tensor in order:
        for parent in tensor.parents:
            assert order.index(parent) < order.index(tensor)


def test_a_tensor_used_twice_receives_the_sum_of_the_gradients():
    x = Tensor(3.0)
    (x * x + x - x / x).backward()
    assert x.grad == pytest.approx(2 * 3 + 1)


def test_leaves_add_up_over_calls_as_in_torch_until_zero_grad():
    x, x_torch = Tensor([1.0, 2.0]), as_torch([1.0, 2.0])
    y, y_torch = (x**2).sum(), (x_torch**2).sum()
    for _ in range(3):
        y.backward()
        y_torch.backward(retain_graph=True)
    assert_matches_torch(x.grad, x_torch.grad)
    assert y.grad == 1
    x.zero_grad()
    np.testing.assert_array_equal(x.grad, [0.0, 0.0])


def test_no_gradient_is_shared_between_tensors():
    a, b = Tensor([1.0]), Tensor([2.0])
    (a + b).backward()
    a.grad += 5
    assert b.grad == 1


def test_results_share_no_gradient_either():
    y = Tensor([1.0, 2.0]) * 1
    z = y + 1
    z.sum().backward()
    z.grad += 5
    np.testing.assert_array_equal(y.grad, [1.0, 1.0])


def test_constants_receive_no_gradient():
    data = Tensor([1.0, 2.0], requires_grad=False)
    x = Tensor(3.0)
    y = (x * data * 2.0).sum()
    y.backward()
    assert x.grad == 6
    np.testing.assert_array_equal(data.grad, [0.0, 0.0])
    assert not (data * 2).requires_grad
    with pytest.raises(ValueError, match="constants"):
        (data * 2).sum().backward()


def test_what_no_gradient_has_reached_has_one_of_zeros():
    x, unused = Tensor([1.0, 2.0]), Tensor([[3.0]])
    y = x * 2
    for tensor in (x, unused, y):
        np.testing.assert_array_equal(
            tensor.grad, np.zeros(tensor.value.shape), strict=True
        )
    y.sum().backward()
    np.testing.assert_array_equal(unused.grad, [[0.0]], strict=True)


def test_a_forward_pass_makes_no_gradients():
    y = relu(Tensor([1.0, 2.0]) * 2).sum()
    assert not any("grad" in vars(t) for t in topological_order(y))


def test_backward_refuses_to_start_from_anything_but_a_scalar():
    y = Tensor([1.0, 2.0]) * 2
    with pytest.raises(ValueError, match=r"\(2,\).*sum\(\) or mean\(\)"):
        y.backward()
    with pytest.raises(ValueError, match=r"gradient has shape \(3,\)"):
        y.backward([1.0, 2.0, 3.0])


def test_backward_starts_from_any_tensor_of_one_entry():
    x = Tensor([[2.0]])
    (x * x).backward()
    np.testing.assert_array_equal(x.grad, [[4.0]])


@given(mutually_broadcastable_shapes(num_shapes=1, max_dims=3, min_side=0))
def test_to_sum_to_a_shape_is_the_transpose_of_broadcasting(shapes):
    shape, wide = shapes.input_shapes[0], shapes.result_shape
    gradient = sum_to_shape(np.ones(wide), shape)
    assert gradient.shape == shape
    copies = np.prod(wide) / max(np.prod(shape), 1)
    np.testing.assert_array_equal(gradient, np.full(shape, copies))


@pytest.mark.parametrize(
    ("wide", "shape"),
    [
        ((2, 3), (3,)),
        ((2, 3), (1, 3)),
        ((2, 3), (2, 1)),
        ((2, 3), ()),
        ((2, 3), (1, 1)),
        ((4, 2, 3), (2, 1)),
        ((4, 2, 3), (4, 1, 3)),
        ((4, 2, 3), (4, 2, 3)),
        ((4, 1, 3), (1,)),
    ],
)
def test_what_is_summed_is_what_torch_sums(wide, shape, rng):
    gradient = rng.normal(size=wide)
    theirs = torch.tensor(gradient).sum_to_size(shape)
    assert_matches_torch(sum_to_shape(gradient, shape), theirs)


def test_a_chain_of_100_000_operations_works_and_is_freed():
    x = Tensor(2.0)
    y = x
    for _ in range(50_000):
        y = 1.0 * relu(y)
    early = weakref.ref(topological_order(y)[1])
    assert len(topological_order(y)) > 100_000
    y.backward()
    assert x.grad == 1
    del y  # nested 100,000 deep, yet the stack must not overflow
    assert early() is None


def test_a_graph_is_freed_without_the_garbage_collector():
    gc.disable()  # so that only what is part of no cycle is freed
    try:
        loss = sigmoid(Tensor([1.0, 2.0]) * 3.0)[0].sum()
        loss.backward()
        freed = [weakref.ref(t) for t in topological_order(loss)]
        del loss
        assert [t() for t in freed] == [None] * 6
    finally:
        gc.enable()


def test_a_leaf_that_is_the_result_adds_up_as_well():
    x, x_torch = Tensor([2.0]), as_torch([2.0])
    for _ in range(2):
        x.backward()
        x_torch.backward()
    assert_matches_torch(x.grad, x_torch.grad)
    (x * 3.0).backward()
    x.backward([5.0])
    np.testing.assert_array_equal(x.grad, [10.0])
