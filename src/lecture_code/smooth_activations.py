"""A gate that opens gradually: the input, times how open the gate is.

ReLU multiplies by 0 or by 1. GELU and SiLU multiply by something in between,
which grows with the input. The derivative stands beside each.
"""

import math

import numpy as np

from lecture_code.activations import sigmoid
from lecture_code.arrays import Array, in_float64


# --8<-- [start:gelu]
@in_float64
def normal_share(x: Array) -> Array:
    r"""Return :math:`\Phi(x)`, the share of normal draws that lie below x."""
    erfc = np.frompyfunc(math.erfc, 1, 1)
    return np.asarray(erfc(-x / math.sqrt(2)) / 2, dtype=np.float64)


@in_float64
def gelu(x: Array) -> Array:
    r"""Open the gate by the normal distribution: :math:`x\,\Phi(x)`."""
    return x * normal_share(x)


@in_float64
def d_gelu(x: Array) -> Array:
    r"""Return :math:`\Phi(x) + x\,\phi(x)`, with the normal density φ."""
    density = np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)
    return normal_share(x) + x * density


# --8<-- [end:gelu]


# --8<-- [start:silu]
@in_float64
def silu(x: Array) -> Array:
    r"""Open the gate by the sigmoid: :math:`x\,\sigma(x)`."""
    return x * sigmoid(x)


@in_float64
def d_silu(x: Array) -> Array:
    r"""Return :math:`\sigma(x)\,(1 + x\,\sigma(-x))`."""
    return sigmoid(x) * (1.0 + x * sigmoid(-x))


# --8<-- [end:silu]
