"""One hidden layer can draw any curve, and here is how to choose its weights.

A steep sigmoid is a step, two steps are a bump, and bumps side by side follow
any curve. Nothing is learned here: that such weights exist does not mean that
gradient descent finds them.

References
----------
Cybenko, "Approximation by superpositions of a sigmoidal function", 1989,
doi:10.1007/BF02551274. Hornik, Stinchcombe & White, "Multilayer feedforward
networks are universal approximators", 1989,
doi:10.1016/0893-6080(89)90020-8. Leshno, Lin, Pinkus & Schocken, "Multilayer
feedforward networks with a nonpolynomial activation function can approximate
any function", 1993, doi:10.1016/S0893-6080(05)80131-5.
"""

from collections.abc import Callable

import numpy as np

from lecture_code.activations import sigmoid
from lecture_code.arrays import (
    Array,
    as_batch,
    as_count,
    as_floats,
    as_shape,
    in_float64,
)

Curve = Callable[[Array], Array]


# --8<-- [start:step_unit]
@in_float64
def step_unit(
    position: Array | float, steepness: float
) -> tuple[Array, Array]:
    """Return the weight w and bias b of a sigmoid that steps at a position.

    σ(w x + b) is 1/2 at s = −b/w, and the larger w, the closer it is to 0 on
    the left of s and to 1 on the right.

    Parameters
    ----------
    position : float or ndarray, shape (n_hidden,)
        Where the step is, one for each unit.
    steepness : float
        The weight w, in units of 1/x; negative for a step down.

    Returns
    -------
    weight, bias : ndarray, of the shape of ``position``
    """
    weight = np.full(np.shape(position), float(steepness))
    return weight, -weight * position


# --8<-- [end:step_unit]


# --8<-- [start:one_hidden_layer]
@in_float64
def one_hidden_layer(x: Array, weight: Array, bias: Array, v: Array) -> Array:
    """Return F(x) = Σᵢ vᵢ σ(wᵢ x + bᵢ), a network with one number as input.

    Parameters
    ----------
    x : ndarray, shape (n_samples,)
        Inputs.
    weight, bias, v : ndarray, shape (n_hidden,)
        Weights into the hidden units, their biases, weights out of them.

    Returns
    -------
    ndarray, shape (n_samples,)
    """
    hidden = sigmoid(np.multiply.outer(x, weight) + bias)
    return hidden @ v  # (n_samples, n_hidden) @ (n_hidden,)


# --8<-- [end:one_hidden_layer]


# --8<-- [start:bump]
@in_float64
def bump(
    left: float, right: float, height: float, steepness: float
) -> tuple[Array, Array, Array]:
    """Return weight, bias and v of a bump: a step up and the same one down.

    Parameters
    ----------
    left, right : float
        Where it begins and ends.
    height : float
        How high it is, wherever both steps are complete.
    steepness : float
        Weight of both sigmoids; many times 1 / (right − left).

    Returns
    -------
    weight, bias, v : ndarray, shape (2,)
        To be passed to `one_hidden_layer`.
    """
    weight, bias = step_unit(np.array([left, right]), steepness)
    return weight, bias, np.array([height, -height])


# --8<-- [end:bump]


# --8<-- [start:sum_of_bumps]
def sum_of_bumps(
    f: Curve, low: float, high: float, n_bumps: int, sharpness: float = 40.0
) -> tuple[Array, Array, Array]:
    """Return a network that follows a curve with bumps of equal width.

    Each bump is as high as the curve at its centre. The first begins and the
    last ends one width outside, since a step is only half done at its edge.

    Parameters
    ----------
    f : function
        The curve, from arrays to arrays.
    low, high : float
        Ends of the interval.
    n_bumps : int
        Number of bumps, at least 1. Where |f'| ≤ K, the error is at most
        K times their width, so twice the bumps halve it.
    sharpness : float
        Steepness of the steps times the width of a bump.

    Returns
    -------
    weight, bias, v : ndarray, shape (2 n_bumps,)
        To be passed to `one_hidden_layer`.
    """
    n_bumps = as_count("n_bumps", n_bumps)
    low, high, sharpness = float(low), float(high), float(sharpness)
    if not low < high:
        raise ValueError(f"low must be below high, not {low} and {high}")
    edges = np.linspace(low, high, n_bumps + 1)
    width = (high - low) / n_bumps
    heights = f((edges[:-1] + edges[1:]) / 2)  # (n_bumps,)
    edges[0] -= width
    edges[-1] += width
    bumps = [
        bump(left, right, height, sharpness / width)
        for left, right, height in zip(
            edges[:-1], edges[1:], heights, strict=True
        )
    ]
    weight, bias, v = np.concatenate(bumps, axis=1)
    return weight, bias, v


# --8<-- [end:sum_of_bumps]


# --8<-- [start:sup_error]
def sup_error(f: Curve, approximation: Curve, grid: Array) -> float:
    """Return the largest |F(x) − f(x)| on a grid, a lower bound of the sup.

    Parameters
    ----------
    f, approximation : function
        From arrays to arrays of the same shape.
    grid : ndarray, shape (n_points,)
        Where to look; much finer than a bump.
    """
    grid = as_floats(grid)
    difference = as_floats(approximation(grid)) - as_floats(f(grid))
    return float(np.max(np.abs(difference)))


# --8<-- [end:sup_error]


# --8<-- [start:tower]
@in_float64
def tower(x: Array, lower: Array, upper: Array, steepness: float) -> Array:
    """Return a tower over a rectangle: bumps added up, then a threshold.

    The bumps along both axes add up to 2 on the rectangle and to 1 at most
    elsewhere; one more sigmoid tells these apart at 3/2. So in two
    dimensions the construction has two hidden layers, of 4 units and of 1.

    Parameters
    ----------
    x : ndarray, shape (n_samples, 2)
        Where to evaluate it.
    lower, upper : ndarray, shape (2,)
        Opposite corners of the rectangle.
    steepness : float
        Weight of the four sigmoids; many times 1 / (upper − lower).

    Returns
    -------
    ndarray, shape (n_samples,)
        Almost 1 on the rectangle, almost 0 elsewhere.
    """
    corners = "give the two coordinates of a corner"
    lower = as_shape("lower", lower, (2,), corners)
    upper = as_shape("upper", upper, (2,), corners)
    along_0, along_1 = (
        one_hidden_layer(
            as_batch(x, 2)[:, k], *bump(lower[k], upper[k], 1.0, steepness)
        )
        for k in range(2)
    )
    return sigmoid(40.0 * (along_0 + along_1 - 1.5))  # (n_samples,)


# --8<-- [end:tower]
