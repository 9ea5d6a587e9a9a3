"""Each sample is measured by itself: no batch is asked, so none is needed.

Batch normalisation takes mean and variance down a column, over the samples.
Layer normalisation takes them along a row, over the features of one sample.
"""

import numpy as np

from lecture_code.arrays import (
    Array,
    as_batch,
    as_number,
    as_shape,
    at_least_one,
    overflow_is_inf,
)


# --8<-- [start:layer_norm]
class LayerNorm:
    r"""Layer normalisation of each sample, as `torch.nn.LayerNorm`.

    It does the same in training and in evaluation.

    Parameters
    ----------
    n_features : int
        At least 1.
    eps : float, optional
        ε, above 0. It keeps the division finite where the variance is 0.

    Attributes
    ----------
    gamma, beta, d_loss_d_gamma, d_loss_d_beta : ndarray, (n_features,)
        Scale and shift start at 1 and 0, their gradients at 0.
    x_hat : ndarray, shape (n_samples, n_features)
        The last batch, normalised; without samples before the first.
    std : ndarray, shape (n_samples, 1)
        √(σ² + ε) that each sample was divided by.

    Raises
    ------
    ValueError
        If a setting is out of its range, a batch is empty or has another
        number of columns, or `backward` gets a batch that did not just go
        forward.

    References
    ----------
    Ba, Kiros and Hinton, "Layer normalization", 2016. arXiv:1607.06450
    """

    def __init__(self, n_features: int, eps: float = 1e-5) -> None:
        at_least_one(n_features=n_features)
        self.eps = as_number("eps", eps)
        if not self.eps > 0:
            raise ValueError(f"eps must be above 0, got {eps}: use 1e-5")
        self.gamma, self.beta = np.ones(n_features), np.zeros(n_features)
        self.d_loss_d_gamma = np.zeros(n_features)
        self.d_loss_d_beta = np.zeros(n_features)
        self.x_hat, self.std = np.empty((0, n_features)), np.empty((0, 1))

    # --8<-- [start:forward_backward]
    @overflow_is_inf
    def forward(self, x: Array) -> Array:
        """Return the batch, each row normalised, then scaled and shifted."""
        x = as_batch(x, len(self.gamma))  # (n_samples, n_features)
        mean = x.mean(axis=1, keepdims=True)  # (n_samples, 1)
        self.std = np.sqrt(x.var(axis=1, keepdims=True) + self.eps)
        self.x_hat = (x - mean) / self.std
        return self.gamma * self.x_hat + self.beta

    @overflow_is_inf
    def backward(self, d_loss_d_output: Array) -> Array:
        """Keep the gradients on γ and β, return that on the input."""
        d_loss_d_output = as_shape(
            "d_loss_d_output",
            d_loss_d_output,
            self.x_hat.shape,
            "go forward with the same batch first",
        )
        self.d_loss_d_gamma = np.sum(d_loss_d_output * self.x_hat, axis=0)
        self.d_loss_d_beta = np.sum(d_loss_d_output, axis=0)
        d: Array = d_loss_d_output * self.gamma  # that on x_hat
        along_x_hat = np.mean(d * self.x_hat, axis=1, keepdims=True)
        d = d - d.mean(axis=1, keepdims=True) - self.x_hat * along_x_hat
        return d / self.std  # (n_samples, n_features)

    # --8<-- [end:forward_backward]

    @property
    def parameters(self) -> list[Array]:
        """The scale γ and the shift β."""
        return [self.gamma, self.beta]

    @property
    def gradients(self) -> list[Array]:
        """Those on γ and on β."""
        return [self.d_loss_d_gamma, self.d_loss_d_beta]


# --8<-- [end:layer_norm]
