"""No gradient of the teaching code is off, and none goes unchecked."""

import importlib
import inspect
import pkgutil

import pytest
import torch

import lecture_code
from lecture_code import tensor_functions
from lecture_code.computational_graph import Tensor
from lecture_measurements.gradients.errors import gradient_errors

torch.set_num_threads(1)

ERRORS = gradient_errors()
NOT_OPERATIONS = {
    *("__array__", "__init__", "__repr__"),
    *("backward", "zero_grad"),
}


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: e.operation)
def test_every_gradient_agrees_with_torch_and_with_differences(error):
    assert 0 <= error.against_torch < 1e-10
    assert 0 < error.against_differences < 1e-6


def test_the_errors_are_the_same_every_time():
    assert gradient_errors() == ERRORS


def differentiable_operations():
    """Yield what has a derivative, found by its form and not by a list."""
    for name, member in vars(Tensor).items():
        if inspect.isfunction(member) or isinstance(member, property):
            yield f"Tensor.{name}"
    for module in lecture_modules():
        short_name = module.__name__.removeprefix("lecture_code.")
        for name, member in vars(module).items():
            if getattr(member, "__module__", None) != module.__name__:
                continue
            if module is tensor_functions and inspect.isfunction(member):
                yield f"{short_name}.{name}"
            if name.startswith("d_"):
                yield f"{short_name}.{name.removeprefix('d_')}"
            if (
                inspect.isclass(member)
                and hasattr(member, "forward")
                and hasattr(member, "backward")
                and not getattr(member, "_is_protocol", False)
            ):
                yield f"{short_name}.{name}"


def lecture_modules():
    for info in pkgutil.iter_modules(lecture_code.__path__):
        if info.name != "in_torch":
            yield importlib.import_module(f"lecture_code.{info.name}")


def test_no_differentiable_operation_is_missing_or_listed_twice():
    checked = [error.operation for error in ERRORS]
    expected = set(differentiable_operations())
    expected -= {f"Tensor.{name}" for name in NOT_OPERATIONS}
    assert sorted(checked) == sorted(expected)


def test_the_search_finds_operations_of_every_kind():
    assert {
        "Tensor.__mul__",
        "Tensor.T",
        "tensor_functions.maximum",
        "activations.tanh",
        "losses.cross_entropy",
        "linear.Linear",
        "mlp.MLP",
    } <= set(differentiable_operations())
