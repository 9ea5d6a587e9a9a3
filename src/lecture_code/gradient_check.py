"""Trust no gradient that you have not compared with a difference quotient.

Differences are slow, approximate and easy to get right; a derivation by hand
is fast, exact and easy to get wrong. So we use the one to check the other.
"""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import ArrayLike

from lecture_code.arrays import Array, as_floats, as_number, overflow_is_inf


def each_step(x: Array, h: float) -> Iterator[tuple[tuple[int, ...], Array]]:
    """Yield, for every entry of ``x``, its index and a step h along it."""
    x, h = as_floats(x), as_number("h", h)
    if not h > 0:
        raise ValueError(f"the step h must be positive, not {h}")
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        yield index, step


# --8<-- [start:forward_difference]
def forward_difference(
    f: Callable[[Array], float], x: ArrayLike, h: float = 1e-8
) -> Array:
    """Estimate a gradient by (f(x + h) − f(x)) / h in every direction.

    Parameters
    ----------
    f : function
        From an array of the shape of ``x`` to a number.
    x : array_like
        Where to take the gradient; D numbers in any shape.
    h : float
        Step. The error is about h |f''| / 2 + 2 ε |f| / h with ε = 1.1e-16,
        so it is smallest, about 1e-8, near h = √ε.

    Returns
    -------
    ndarray, of the shape of ``x``
        The gradient, at the cost of D + 1 evaluations of ``f``.
    """
    x, h = as_floats(x), as_number("h", h)
    gradient = np.zeros(x.shape)
    here = f(x)
    for index, step in each_step(x, h):
        gradient[index] = (f(x + step) - here) / h
    return gradient


# --8<-- [end:forward_difference]


# --8<-- [start:central_difference]
def central_difference(
    f: Callable[[Array], float], x: ArrayLike, h: float = 1e-5
) -> Array:
    """Estimate a gradient by (f(x + h) − f(x − h)) / 2h in every direction.

    Parameters
    ----------
    f : function
        From an array of the shape of ``x`` to a number.
    x : array_like
        Where to take the gradient; D numbers in any shape.
    h : float
        Step. The error is about h² |f'''| / 6 + ε |f| / h with ε = 1.1e-16,
        so it is smallest, about 1e-11, near h = ∛ε.

    Returns
    -------
    ndarray, of the shape of ``x``
        The gradient, at the cost of 2 D evaluations of ``f``.
    """
    x, h = as_floats(x), as_number("h", h)
    gradient = np.zeros(x.shape)
    for index, step in each_step(x, h):
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


# --8<-- [end:central_difference]


# --8<-- [start:relative_error]
@overflow_is_inf
def relative_error(a: ArrayLike, b: ArrayLike, floor: float = 1e-2) -> float:
    """Return the largest |a − b| / max(|a|, |b|, floor) of all entries.

    The floor keeps a gradient of almost zero from being judged by its
    rounding errors: below it, the difference counts as absolute.

    Parameters
    ----------
    a, b : array_like, of the same shape
        What to compare.
    floor : float
        Smallest size that a difference is related to; positive.

    Returns
    -------
    float
        0 for equal arrays, 2 at most; nan where one is nan or infinite.
    """
    a, b = as_floats(a), as_floats(b)
    if a.shape != b.shape or a.size == 0:
        raise ValueError(
            f"only arrays of the same shape with at least one entry can be "
            f"compared, not {a.shape} with {b.shape}"
        )
    if not floor > 0:
        raise ValueError(f"the floor must be positive, not {floor}")
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), floor)
    return float(np.max(np.abs(a - b) / size))


# --8<-- [end:relative_error]


# --8<-- [start:check_gradient]
def check_gradient(
    f: Callable[[Array], float],
    gradient: Callable[[Array], Array],
    x: ArrayLike,
    h: float = 1e-5,
) -> float:
    """Return the relative error of a gradient against central differences.

    As a rule, below 1e-7 it is right, and above 1e-3 wrong; in between, ask
    whether a kink (of a ReLU, say) lies between x − h and x + h.

    Parameters
    ----------
    f, gradient : function
        The function, and what is claimed to be its gradient.
    x : array_like
        Where to compare; a random place, since errors hide at special ones.
    h : float
        Step of `central_difference`.

    Returns
    -------
    float
        Their `relative_error`.
    """
    x = as_floats(x)
    return relative_error(gradient(x), central_difference(f, x, h))


# --8<-- [end:check_gradient]


# --8<-- [start:check_backward]
def check_backward(
    forward: Callable[[Array], Array],
    backward: Callable[[Array], Array],
    x: ArrayLike,
    rng: np.random.Generator,
    h: float = 1e-5,
) -> float:
    """Check a layer along one random direction, at the cost of two passes.

    With random v and u, ⟨u, layer(x + t v)⟩ is a function of one number t,
    and its slope at 0 must be ⟨backward(u), v⟩.

    Parameters
    ----------
    forward, backward : function
        Of a layer: x to y, and dL/dy to dL/dx at the last x of ``forward``.
    x : array_like
        An input of the layer.
    rng : numpy.random.Generator
        Source of u and v.
    h : float
        Step of `central_difference`.

    Returns
    -------
    float
        `relative_error` of the slope.
    """
    x = as_floats(x)
    v = rng.normal(size=x.shape)
    u = rng.normal(size=np.shape(forward(x)))
    slope = np.sum(backward(u) * v)
    differences = central_difference(
        lambda t: np.sum(u * forward(x + t * v)), 0.0, h
    )
    return relative_error(slope, differences)


# --8<-- [end:check_backward]
