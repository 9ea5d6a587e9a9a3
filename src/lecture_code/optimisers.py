"""We are in the mountains in the dark: feel the slope, take a step downhill.

Whoever takes too large a step ends up higher than before, and higher still
after the next. The numbers then grow to inf and nan, where all can see them.
"""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from lecture_code.arrays import (
    Array,
    as_floats,
    as_number,
    as_shape,
    at_least_one,
    at_least_zero,
    overflow_is_inf,
    without_mask,
)


def _as_point(start: ArrayLike) -> Array:
    """Return a copy of a point in parameter space, (n_dims,)."""
    point = np.array(as_floats(start))
    if point.ndim != 1 or point.size == 0:
        raise ValueError(
            f"a point has shape (n_dims,), got {point.shape}: "
            "use np.ravel, or [start] for one dimension"
        )
    return point


def _slope(gradient: Callable[[Array], Array], point: Array) -> Array:
    """Refuse a gradient that would be broadcast to the point's shape."""
    return as_shape(
        "the gradient",
        gradient(point.copy()),  # which may change what it is given
        point.shape,
        "return one number for each dimension of the point",
    )


# --8<-- [start:gradient_descent]
@overflow_is_inf
def gradient_descent(
    gradient: Callable[[Array], Array],
    start: ArrayLike,
    lr: float,
    n_steps: int,
) -> Array:
    r"""Follow the slope downhill: :math:`w \leftarrow w - \eta \nabla L(w)`.

    Parameters
    ----------
    gradient : callable
        From a point (n_dims,) to the gradient there, (n_dims,).
    start : array_like, shape (n_dims,)
    lr : float
        The learning rate η.
    n_steps : int
        At least 1; each costs one gradient.

    Returns
    -------
    ndarray, shape (n_steps + 1, n_dims)
        The points visited, the start among them. Where the descent diverges
        they grow to inf and then nan.

    Raises
    ------
    ValueError
        If the start is no vector, a gradient has another shape, or `n_steps`
        is below 1.
    """
    at_least_one(n_steps=n_steps)
    lr = as_number("lr", lr)
    path = [_as_point(start)]
    for _ in range(n_steps):
        path.append(path[-1] - lr * _slope(gradient, path[-1]))
    return np.stack(path)


# --8<-- [end:gradient_descent]


# --8<-- [start:random_search]
@overflow_is_inf
def random_search(
    loss: Callable[[Array], float],
    start: ArrayLike,
    n_evaluations: int,
    scale: float,
    rng: np.random.Generator,
) -> Array:
    """Try a random step from the best point so far, keep it if it is better.

    Parameters
    ----------
    loss : callable
        From a point (n_dims,) to a number.
    start : array_like, shape (n_dims,)
        The first point evaluated.
    n_evaluations : int
        How often the loss is computed, at least once.
    scale : float
        Standard deviation of a step in each dimension.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray, shape (n_evaluations, n_dims)
        The best point after 1, 2, … evaluations.

    Raises
    ------
    ValueError
        If the start is no vector, its loss is nan, or `n_evaluations` is
        below 1.
    """
    at_least_one(n_evaluations=n_evaluations)
    path = [_as_point(start)]
    lowest = as_number("loss", loss(path[0].copy()))
    if np.isnan(lowest):
        raise ValueError(f"the loss at the start {path[0]} is nan")
    for _ in range(n_evaluations - 1):
        trial = path[-1] + rng.normal(scale=scale, size=path[-1].shape)
        trial_loss = as_number("loss", loss(trial.copy()))
        path.append(trial if trial_loss < lowest else path[-1])
        lowest = min(lowest, trial_loss)
    return np.stack(path)


# --8<-- [end:random_search]


class Optimiser(Protocol):
    """What every optimiser offers, and all that training asks of it."""

    def step(self, gradients: Sequence[Array]) -> None:
        """Change the parameters in place, given their gradients."""


def changeable(parameters: Sequence[Array]) -> list[Array]:
    """Return the parameters, or raise if one cannot be changed in place."""
    parameters = list(parameters)
    for p in parameters:
        without_mask(p)  # what is masked would stay as it is
        if not isinstance(p, np.ndarray) or p.dtype != np.float64:
            raise ValueError(
                "only arrays of float64 can be changed in place, got "
                f"{p!r}: use np.array(..., dtype=float)"
            )
        if not p.flags.writeable:
            raise ValueError(
                f"a parameter of shape {p.shape} is read-only, so it cannot "
                "be changed in place: use np.array(...), which copies it"
            )
    if any(np.shares_memory(*pair) for pair in combinations(parameters, 2)):
        raise ValueError(
            "two parameters share their numbers, so each step would change "
            "them twice: give each array once"
        )
    return parameters


def fitting(
    gradients: Sequence[Array], parameters: Sequence[Array]
) -> list[Array]:
    """Return the gradients, or raise if their shapes are other ones."""
    gradients = [as_floats(g) for g in gradients]
    shapes, expected = ([a.shape for a in s] for s in (gradients, parameters))
    if shapes != expected:
        raise ValueError(
            "each parameter needs a gradient of its shape: expected "
            f"{expected}, got {shapes}"
        )
    return gradients


# --8<-- [start:sgd]
class SGD:
    r"""Stochastic gradient descent, with momentum and weight decay if wanted.

    .. math:: g \leftarrow \nabla L + \lambda w, \qquad
              v \leftarrow \mu v + g, \qquad w \leftarrow w - \eta v

    The same as `torch.optim.SGD` with the same arguments.

    Parameters
    ----------
    parameters : sequence of ndarray of float64
        Changed in place, so these must be the arrays the model computes
        with, not copies.
    lr : float
        The learning rate η, at least 0.
    momentum : float, optional
        μ, the share of the last step that is kept; at least 0.
    weight_decay : float, optional
        λ, at least 0. It adds the gradient of :math:`\lambda/2 \sum w^2`,
        so each step shrinks a weight by the share ηλ.

    Raises
    ------
    ValueError
        If a number is negative or nan, a parameter is no array of float64,
        or the gradients do not have the shapes of the parameters.

    References
    ----------
    Sutskever, Martens, Dahl and Hinton, "On the importance of initialization
    and momentum in deep learning", ICML 2013.
    https://proceedings.mlr.press/v28/sutskever13.html
    """

    def __init__(
        self,
        parameters: Sequence[Array],
        lr: float,
        momentum: float = 0.0,
        weight_decay: float = 0.0,
    ) -> None:
        at_least_zero(lr=lr, momentum=momentum, weight_decay=weight_decay)
        self.parameters = changeable(parameters)
        self.velocities = [np.zeros_like(p) for p in self.parameters]
        self.lr = float(lr)
        self.momentum = float(momentum)
        self.weight_decay = float(weight_decay)

    # --8<-- [start:step]
    @overflow_is_inf
    def step(self, gradients: Sequence[Array]) -> None:
        """Move each parameter a step downhill, in place."""
        gradients = fitting(gradients, self.parameters)
        for p, v, g in zip(
            self.parameters, self.velocities, gradients, strict=True
        ):
            v *= self.momentum
            v += g + self.weight_decay * p
            p -= self.lr * v

    # --8<-- [end:step]


# --8<-- [end:sgd]
