"""Golden values of the explorer of activations."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np

from lecture_code.activations import ACTIVATIONS, Elementwise, d_elu, elu
from lecture_code.arrays import Array
from lecture_code.maxout import Maxout
from lecture_code.prelu import PReLU
from lecture_code.smooth_activations import d_gelu, d_silu, gelu, silu
from lecture_experiments.activation_functions.stack_of_units import (
    through_stack,
)
from lecture_golden.export import FEWEST, State, Value

TOLERANCE = 1e-9

Pair: TypeAlias = tuple[Elementwise, Elementwise]


def _of_layer(layer: PReLU | Maxout) -> Pair:
    def derivative(z: Array) -> Array:
        layer.forward(z)
        return layer.backward(np.ones((len(z), 1)))

    return layer.forward, derivative


def _elu(alpha: float) -> Pair:
    return (lambda z: elu(z, alpha)), (lambda z: d_elu(z, alpha))


def _prelu(alpha: float) -> Pair:
    return _of_layer(PReLU(init=alpha))


def _maxout(alpha: float) -> Pair:
    layer = Maxout(1, 1, 2, np.random.default_rng(0))
    layer.weight[:] = [[[1.0]], [[alpha]]]
    return _of_layer(layer)


_WITHOUT_ALPHA: dict[str, Pair] = {
    **{n: ACTIVATIONS[n] for n in ("sigmoid", "tanh", "relu", "leaky_relu")},
    "gelu": (gelu, d_gelu),
    "silu": (silu, d_silu),
}
_WITH_ALPHA: dict[str, Callable[[float], Pair]] = {
    "elu": _elu,
    "prelu": _prelu,
    "maxout": _maxout,
}
KINDS = (*_WITHOUT_ALPHA, *_WITH_ALPHA)


def states(rng: np.random.Generator) -> Iterator[State]:
    """Yield every activation at its kink and far out, and random states."""
    for kind, z in itertools.product(KINDS, (-1000.0, -8.0, 0.0, 8.0, 1000.0)):
        yield _state(kind, 1.0, z, 1.0, 3)
        yield _state(kind, -1.0, z, 4.0, 30)
    for _ in range(FEWEST):
        kind = str(rng.choice(KINDS))
        alpha, z, weight = rng.uniform((-1, -8, 0), (3, 8, 4)).tolist()
        yield _state(kind, alpha, z, weight, int(rng.integers(1, 31)))


def values(state: State) -> dict[str, Value]:
    """Return value and slope, and those behind each layer of a stack."""
    kind, alpha = state["kind"], state["alpha"]
    pair = _WITHOUT_ALPHA.get(kind) or _WITH_ALPHA[kind](alpha)
    outputs, left = through_stack(
        *pair, state["z"], state["weight"], state["layers"]
    )
    return {
        "value": outputs[0],
        "slope": left[0],
        "outputs": outputs.tolist(),
        "left": left.tolist(),
    }


def _state(
    kind: str, alpha: float, z: float, weight: float, layers: int
) -> State:
    return {
        "kind": kind,
        "alpha": alpha,
        "z": z,
        "weight": weight,
        "layers": layers,
    }
