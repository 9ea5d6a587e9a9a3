"""A stack of single units: what each passes on, and what comes back."""

from __future__ import annotations

import numpy as np

from lecture_code.activations import Elementwise
from lecture_code.arrays import Array


def through_stack(
    function: Elementwise,
    derivative: Elementwise,
    z: float,
    weight: float,
    n_layers: int,
) -> tuple[Array, Array]:
    """Return the outputs of all layers, and what is left of a gradient.

    Parameters
    ----------
    function, derivative : callable
        The activation of every unit.
    z : float
        What the first unit gets.
    weight : float
        What each further unit multiplies its input by.
    n_layers : int

    Returns
    -------
    tuple of ndarray, each of shape (n_layers,)
        The outputs, and the derivative of each with respect to `z`.
    """
    outputs, left = np.empty(n_layers), np.empty(n_layers)
    passed, given = 1.0, np.array([[z]])
    for layer in range(n_layers):
        slope = float(derivative(given)[0, 0])
        passed *= weight * slope if layer else slope
        output = function(given)
        outputs[layer], left[layer] = output[0, 0], passed
        given = weight * output
    return outputs, left
