"""A linear layer is a row of neurons that all read the same inputs.

A neuron's weights are one row of a matrix, so the whole layer is one product.
"""

import numpy as np

from lecture_code.arrays import Array, as_batch, as_shape, overflow_is_inf
from lecture_code.initialisers import Initialiser, xavier_normal


# --8<-- [start:linear]
class Linear:
    r"""The layer :math:`y = W x + b`, for a batch :math:`Y = X W^\top + b`.

    Parameters
    ----------
    n_in, n_out : int
        Number of inputs and of outputs (neurons), at least 1.
    rng : numpy.random.Generator
        Draws the weights.
    initialiser : callable, optional
        From (n_in, n_out, rng) to the weight; see `initialisers`.

    Attributes
    ----------
    weight, d_loss_d_weight : ndarray, shape (n_out, n_in)
    bias, d_loss_d_bias : ndarray, shape (n_out,)
        The bias starts at 0, and so do the gradients. Each backward replaces
        them, where torch adds to them.
    x : ndarray, shape (n_samples, n_in)
        The last input; without samples before the first.

    Raises
    ------
    ValueError
        If a size is below 1, a batch is empty or has another number of
        columns, or `backward` gets a batch that did not just go forward.
    """

    def __init__(
        self,
        n_in: int,
        n_out: int,
        rng: np.random.Generator,
        initialiser: Initialiser = xavier_normal,
    ) -> None:
        self.weight = initialiser(n_in, n_out, rng)  # (n_out, n_in)
        self.bias = np.zeros(n_out)
        self.d_loss_d_weight = np.zeros_like(self.weight)
        self.d_loss_d_bias = np.zeros_like(self.bias)
        self.x = np.empty((0, n_in))

    # --8<-- [start:forward_backward]
    @overflow_is_inf
    def forward(self, x: Array) -> Array:
        """Return the output for a batch, and remember the batch."""
        self.x = as_batch(x, self.weight.shape[1])  # (n_samples, n_in)
        return self.x @ self.weight.T + self.bias  # (n_samples, n_out)

    @overflow_is_inf
    def backward(self, d_loss_d_output: Array) -> Array:
        """Keep the gradients on weight and bias, return that on the input."""
        d_loss_d_output = as_shape(
            "d_loss_d_output",
            d_loss_d_output,
            (len(self.x), len(self.bias)),  # (n_samples, n_out)
            "go forward with the same batch first",
        )
        self.d_loss_d_weight = d_loss_d_output.T @ self.x  # (n_out, n_in)
        self.d_loss_d_bias = d_loss_d_output.sum(axis=0)  # (n_out,)
        return d_loss_d_output @ self.weight  # (n_samples, n_in)

    # --8<-- [end:forward_backward]

    @property
    def parameters(self) -> list[Array]:
        """The weight and the bias."""
        return [self.weight, self.bias]

    @property
    def gradients(self) -> list[Array]:
        """Those on the weight and on the bias."""
        return [self.d_loss_d_weight, self.d_loss_d_bias]


# --8<-- [end:linear]
