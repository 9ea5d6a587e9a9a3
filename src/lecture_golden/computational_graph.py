"""Golden values of the explorer of computational graphs."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Mapping

import numpy as np

from lecture_code.chain_rule import topological_order
from lecture_code.computational_graph import Tensor
from lecture_code.tensor_functions import exp, log, maximum, tanh
from lecture_golden.export import FEWEST, State, Value

# The functions are those of another library, and what is nearly cancelled
# passes their last digit on, larger: no state is taken where that is much.
TOLERANCE = 1e-9
_LARGEST = 1e3

NAMES = "xyzab"
MOST_LETTERS = 120
_BINARY: dict[type[ast.operator], Callable[[Tensor, Tensor], Tensor]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_FUNCTIONS: dict[str, Callable[..., Tensor]] = {
    "max": maximum,
    "exp": exp,
    "log": log,
    "tanh": tanh,
}
_FORMS = (
    *("({} + {})", "({} - {})", "({} * {})", "({} / {})", "{} + {} * {}"),
    *("-{}", "max({}, {})", "exp({})", "log({})", "tanh({})"),
)
# What overflows, what is not a number, and what is equal.
_EXTREME = (
    ("(x + y) * z", {"x": -2.0, "y": 5.0, "z": -4.0}),
    ("log(x)", {"x": -1.0}),
    ("log(x) + y", {"x": 0.0, "y": 1.0}),
    ("1 / x", {"x": 0.0}),
    ("x / y", {"x": 0.0, "y": 0.0}),
    ("exp(x) * y", {"x": 1000.0, "y": 0.0}),
    ("exp(-x)", {"x": 1000.0}),
    ("max(x, y)", {"x": 3.0, "y": 3.0}),
    ("max(x, x) * x", {"x": -2.0}),
    ("tanh(x)", {"x": 400.0}),
    ("x * x * x * x", {"x": 1e100}),
    ("--x - -y", {"x": 1.0, "y": 2.0}),
    ("2 * 3 + x", {"x": 1.0}),
)


def states(rng: np.random.Generator) -> Iterator[State]:
    """Yield what overflows and what is equal, and random expressions."""
    for expression, at in _EXTREME:
        yield {"expression": expression, "at": at}
    n_found = 0
    while n_found < FEWEST:
        text = random_expression(rng, int(rng.integers(1, 5)))
        at = {name: round(float(rng.normal(0, 2)), 3) for name in NAMES}
        if len(text) <= MOST_LETTERS and is_steady(text, at):
            n_found += 1
            yield {"expression": text, "at": at}


def values(state: State) -> dict[str, Value]:
    """Return the values and the gradients of all nodes, inputs first."""
    order = _nodes(state["expression"], state["at"])
    return {
        "values": [float(node.value) for node in order],
        "gradients": [
            float(node.grad) if node.requires_grad else 0.0 for node in order
        ],
    }


def _nodes(text: str, at: Mapping[str, float]) -> list[Tensor]:
    inputs = {name: Tensor(value, name) for name, value in at.items()}
    result = _computed(ast.parse(text, mode="eval").body, inputs)
    if result.requires_grad:
        result.backward()
    return topological_order(result)


def _computed(tree: ast.expr, inputs: Mapping[str, Tensor]) -> Tensor:
    """Compute what Python reads in an expression, gate by gate."""
    match tree:
        case ast.Constant(value=int() | float() as number):
            return Tensor(number, requires_grad=False)
        case ast.Name(id=name):
            return inputs[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_computed(operand, inputs)
        case ast.BinOp(left=left, op=sign, right=right):
            first = _computed(left, inputs)
            return _BINARY[type(sign)](first, _computed(right, inputs))
        case ast.Call(func=ast.Name(id=name), args=args):
            return _FUNCTIONS[name](*(_computed(arg, inputs) for arg in args))
    raise ValueError(f"no gate computes {ast.unparse(tree)}")


def random_expression(rng: np.random.Generator, depth: int) -> str:
    """Return a random expression, as it may be typed."""
    if depth == 0 or rng.random() < 0.1:
        constant = f"{rng.uniform(0, 4):.2f}"
        return constant if rng.random() < 0.2 else str(rng.choice([*NAMES]))
    form = str(rng.choice(_FORMS))
    parts = [
        random_expression(rng, depth - 1) for _ in range(form.count("{}"))
    ]
    return form.format(*parts)


def is_steady(text: str, at: Mapping[str, float]) -> bool:
    """Tell whether no number of an expression is large or undefined."""
    nodes = _nodes(text, at)
    sizes = [np.abs([node.value, node.grad]) for node in nodes]
    return bool(nodes[-1].requires_grad and np.max(sizes) < _LARGEST)
