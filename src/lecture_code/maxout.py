"""Several lines are drawn, and the highest one counts.

A unit with enough lines can take any convex shape, so it learns its own
activation.
"""

import numpy as np

from lecture_code.arrays import (
    Array,
    as_batch,
    as_shape,
    at_least_one,
    overflow_is_inf,
)
from lecture_code.initialisers import Initialiser, xavier_normal


# --8<-- [start:maxout]
class Maxout:
    r"""The layer :math:`\max_k (W_k x + b_k)`, for each output by itself.

    It is a linear layer and its activation in one.

    Parameters
    ----------
    n_in, n_out : int
        Number of inputs and of outputs (units), at least 1.
    n_pieces : int
        Linear functions per unit, at least 1; with 1 the layer is linear.
    rng : numpy.random.Generator
        Draws the weights, piece by piece.
    initialiser : callable, optional
        From (n_in, n_out, rng) to the weight of a piece; see `initialisers`.

    Attributes
    ----------
    weight, d_loss_d_weight : ndarray, shape (n_pieces, n_out, n_in)
    bias, d_loss_d_bias : ndarray, shape (n_pieces, n_out)
        The bias starts at 0, and so do the gradients. Each backward replaces
        them, where torch adds to them.
    x : ndarray, shape (n_samples, n_in)
        The last input; without samples before the first.
    winner : ndarray of int, shape (n_samples, n_out)
        Which piece was the largest. Of equal ones it is the first, and that
        one gets the whole gradient: so does `max(dim)` of torch, while its
        `amax` shares the gradient out among them.

    Raises
    ------
    ValueError
        If a size is below 1, a batch is empty or has another number of
        columns, or `backward` gets a batch that did not just go forward.

    References
    ----------
    Goodfellow, Warde-Farley, Mirza, Courville and Bengio, "Maxout networks",
    ICML 2013. arXiv:1302.4389
    """

    def __init__(
        self,
        n_in: int,
        n_out: int,
        n_pieces: int,
        rng: np.random.Generator,
        initialiser: Initialiser = xavier_normal,
    ) -> None:
        at_least_one(n_pieces=n_pieces)
        self.weight = np.stack(
            [initialiser(n_in, n_out, rng) for _ in range(n_pieces)]
        )  # (n_pieces, n_out, n_in)
        self.bias = np.zeros((n_pieces, n_out))
        self.d_loss_d_weight = np.zeros_like(self.weight)
        self.d_loss_d_bias = np.zeros_like(self.bias)
        self.x = np.empty((0, n_in))
        self.winner = np.empty((0, n_out), dtype=np.int64)

    # --8<-- [start:forward_backward]
    @overflow_is_inf
    def forward(self, x: Array) -> Array:
        """Return the largest piece of each unit, and remember which it was."""
        self.x = as_batch(x, self.weight.shape[2])  # (n_samples, n_in)
        pieces: Array = self.x @ self.weight.mT + self.bias[:, None]
        self.winner = pieces.argmax(axis=0)  # (n_samples, n_out)
        return np.asarray(pieces.max(axis=0))  # (n_samples, n_out)

    @overflow_is_inf
    def backward(self, d_loss_d_output: Array) -> Array:
        """Hand the whole gradient of a unit to the piece that won."""
        d_loss_d_output = as_shape(
            "d_loss_d_output",
            d_loss_d_output,
            self.winner.shape,  # (n_samples, n_out)
            "go forward with the same batch first",
        )
        piece = np.arange(len(self.weight))[:, None, None]
        d_pieces = np.where(piece == self.winner, d_loss_d_output, 0.0)
        self.d_loss_d_weight = d_pieces.mT @ self.x  # as weight
        self.d_loss_d_bias = d_pieces.sum(axis=1)  # (n_pieces, n_out)
        d_x = d_pieces @ self.weight  # (n_pieces, n_samples, n_in)
        return np.asarray(d_x.sum(axis=0))  # (n_samples, n_in)

    # --8<-- [end:forward_backward]

    @property
    def parameters(self) -> list[Array]:
        """The weights and the biases."""
        return [self.weight, self.bias]

    @property
    def gradients(self) -> list[Array]:
        """Those on the weights and on the biases."""
        return [self.d_loss_d_weight, self.d_loss_d_bias]


# --8<-- [end:maxout]
