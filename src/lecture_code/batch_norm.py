"""Whatever the layer below sends, each feature arrives with mean 0 and std 1.

The batch itself says what its mean and its standard deviation are. How large
and where the feature then should be is learned.
"""

import numpy as np
from numpy.typing import ArrayLike

from lecture_code.arrays import (
    Array,
    as_batch,
    as_floats,
    as_number,
    as_shape,
    at_least_one,
    overflow_is_inf,
)

AS_FORWARD = "go forward with the same batch first"


# --8<-- [start:batch_norm_1d]
class BatchNorm1d:
    r"""Batch normalisation of each feature, as `torch.nn.BatchNorm1d`.

    .. math::

        \hat x = (x - \mu) / \sqrt{\sigma^2 + \epsilon}, \qquad
        y = \gamma \hat x + \beta

    In training μ and σ² are the mean and the (biased) variance of the batch,
    for each feature. In evaluation they are running means of those. A batch
    is a matrix; torch's layer takes batches with a third axis as well.

    Parameters
    ----------
    n_features : int
        At least 1.
    eps : float, optional
        ε, above 0. It keeps the division finite where the variance is 0.
    momentum : float, optional
        From 0 to 1: the share of the batch in each update of the running
        statistics. (In an optimiser, momentum is the share of the old.)

    Attributes
    ----------
    gamma, beta, d_loss_d_gamma, d_loss_d_beta : ndarray, (n_features,)
        Scale and shift start at 1 and 0, their gradients at 0. Each backward
        replaces the gradients, where torch adds to them.
    running_mean, running_var : ndarray, shape (n_features,)
        Start at 0 and 1. The variance kept is the unbiased one.
    training : bool
        True at the start; `Sequential.eval` makes it False.
    x_hat : ndarray, shape (n_samples, n_features)
        The last batch, normalised; without samples before the first.
    std : ndarray, shape (n_features,)
        √(σ² + ε) that it was divided by.
    of_the_batch : bool
        Whether that was computed from this batch, or kept from others.

    Raises
    ------
    ValueError
        If a setting is out of its range, a batch is empty or has another
        number of columns, a batch in training has one row only, or
        `backward` gets a batch that did not just go forward.

    References
    ----------
    Ioffe and Szegedy, "Batch normalization: accelerating deep network
    training by reducing internal covariate shift", ICML 2015.
    arXiv:1502.03167
    """

    def __init__(
        self, n_features: int, eps: float = 1e-5, momentum: float = 0.1
    ) -> None:
        at_least_one(n_features=n_features)
        eps, momentum = as_number("eps", eps), as_number("momentum", momentum)
        if not eps > 0:
            raise ValueError(f"eps must be above 0, got {eps}: use 1e-5")
        if not 0 <= momentum <= 1:
            raise ValueError(f"momentum must be in [0, 1], got {momentum}")
        self.gamma, self.beta = np.ones(n_features), np.zeros(n_features)
        self.d_loss_d_gamma = np.zeros(n_features)
        self.d_loss_d_beta = np.zeros(n_features)
        self.running_mean = np.zeros(n_features)
        self.running_var = np.ones(n_features)
        self.eps, self.momentum = eps, momentum
        self.training = self.of_the_batch = True
        self.x_hat, self.std = np.empty((0, n_features)), np.ones(n_features)

    # --8<-- [start:forward]
    @overflow_is_inf
    def forward(self, x: Array) -> Array:
        """Return the normalised batch, scaled and shifted."""
        x = as_batch(x, len(self.gamma))  # (n_samples, n_features)
        self.of_the_batch = self.training
        if self.training:
            mean, var = self._batch_statistics(x)
        else:
            mean, var = self.running_mean, self.running_var
        self.std = np.sqrt(var + self.eps)  # (n_features,)
        self.x_hat = (x - mean) / self.std  # (n_samples, n_features)
        return self.gamma * self.x_hat + self.beta

    def _batch_statistics(self, x: Array) -> tuple[Array, Array]:
        """Return mean and variance, and let the running ones follow."""
        m = len(x)
        if m == 1:
            raise ValueError(
                "in training a batch needs at least 2 values of each "
                "feature to have a variance, got 1: use a larger batch, "
                "or eval() for predictions"
            )
        mean, var = x.mean(axis=0), x.var(axis=0)  # both (n_features,)
        unbiased = var * m / (m - 1)
        self.running_mean += self.momentum * (mean - self.running_mean)
        self.running_var += self.momentum * (unbiased - self.running_var)
        return mean, var

    # --8<-- [end:forward]

    # --8<-- [start:backward]
    @overflow_is_inf
    def backward(self, d_loss_d_output: Array) -> Array:
        """Keep the gradients on γ and β, return that on the input."""
        d_loss_d_output = as_shape(
            "d_loss_d_output", d_loss_d_output, self.x_hat.shape, AS_FORWARD
        )
        self.d_loss_d_gamma = np.sum(d_loss_d_output * self.x_hat, axis=0)
        self.d_loss_d_beta = np.sum(d_loss_d_output, axis=0)
        d = d_loss_d_output * self.gamma  # that on x_hat
        if self.of_the_batch:  # then mean and variance depend on x as well
            d = d - d.mean(axis=0) - self.x_hat * np.mean(d * self.x_hat, 0)
        return d / self.std  # (n_samples, n_features)

    # --8<-- [end:backward]

    @property
    def parameters(self) -> list[Array]:
        """The scale γ and the shift β."""
        return [self.gamma, self.beta]

    @property
    def gradients(self) -> list[Array]:
        """Those on γ and on β."""
        return [self.d_loss_d_gamma, self.d_loss_d_beta]


# --8<-- [end:batch_norm_1d]


# --8<-- [start:batch_norm_2d]
class BatchNorm2d(BatchNorm1d):
    """Batch normalisation of each channel, as `torch.nn.BatchNorm2d`.

    Every pixel of every image is a sample, and the channels are its features.
    So mean and variance are taken over samples, height and width.

    Parameters
    ----------
    n_features : int
        The number of channels, at least 1.
    eps, momentum : float, optional
        As of `BatchNorm1d`.

    Attributes
    ----------
    x_hat : ndarray, shape (n_samples * height * width, n_features)
        The last batch, normalised, a pixel in each row. Others are as of
        `BatchNorm1d`.
    shape : tuple of int
        That of the last batch of images.

    Raises
    ------
    ValueError
        As by `BatchNorm1d`, for batches of images, of shape
        (n_samples, n_channels, height, width). One image is enough in
        training if it has at least 2 pixels.

    References
    ----------
    Ioffe and Szegedy, "Batch normalization: accelerating deep network
    training by reducing internal covariate shift", ICML 2015, section 3.2.
    arXiv:1502.03167
    """

    shape: tuple[int, ...] = (0, 0, 0, 0)

    # --8<-- [start:images]
    def forward(self, x: Array) -> Array:
        """Return the normalised images, scaled and shifted."""
        pixels = as_pixels(x)  # (n_samples * height * width, n_channels)
        output = super().forward(pixels)
        self.shape = np.shape(x)
        return as_images(output, self.shape)

    def backward(self, d_loss_d_output: Array) -> Array:
        """Keep the gradients on γ and β, return that on the images."""
        d_loss_d_output = as_shape(
            "d_loss_d_output", d_loss_d_output, self.shape, AS_FORWARD
        )
        d_loss_d_pixels = super().backward(as_pixels(d_loss_d_output))
        return as_images(d_loss_d_pixels, self.shape)

    # --8<-- [end:images]


# --8<-- [end:batch_norm_2d]


# --8<-- [start:pixels]
def as_pixels(images: ArrayLike) -> Array:
    """Return images with each pixel as a row and each channel as a column.

    Parameters
    ----------
    images : array_like, shape (n_samples, n_channels, height, width)

    Returns
    -------
    ndarray, shape (n_samples * height * width, n_channels)

    Raises
    ------
    ValueError
        If the images have other than four axes, or there are none.
    """
    x = as_floats(images)
    if x.ndim != 4:
        raise ValueError(
            "a batch of images has shape (n_samples, n_channels, height, "
            f"width), got {x.shape}: use x[None] for one image"
        )
    if x.size == 0:
        raise ValueError(f"the batch is empty, its shape is {x.shape}")
    return np.moveaxis(x, 1, -1).reshape(-1, x.shape[1])


def as_images(pixels: Array, shape: tuple[int, ...]) -> Array:
    """Undo `as_pixels`, for images of the given shape."""
    n, c, h, w = shape
    return np.moveaxis(as_floats(pixels).reshape(n, h, w, c), -1, 1)


# --8<-- [end:pixels]
