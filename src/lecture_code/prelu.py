"""How steep should the negative side be? Let the network find out.

The slope is one more weight, and it has a gradient like any other.
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


# --8<-- [start:prelu]
class PReLU:
    r"""The layer :math:`x` where x > 0, else :math:`\alpha x`, α learned.

    Parameters
    ----------
    num_parameters : int, optional
        1 for one α that all features share, or the number of features for
        one each.
    init : float, optional
        Where every α starts; any real number.

    Attributes
    ----------
    alpha, d_loss_d_alpha : ndarray, shape (num_parameters,)
        The gradient starts at 0. Each backward replaces it, where torch adds
        to it.
    x : ndarray, shape (n_samples, n_features)
        The last input; without samples before the first.

    Raises
    ------
    ValueError
        If `num_parameters` is below 1, a batch is empty or has another
        number of features than there are α (unless it is one), or `backward`
        gets a batch that did not just go forward.

    Notes
    -----
    At the kink there is no derivative; like torch we take α, as Leaky ReLU
    takes its slope.

    References
    ----------
    He, Zhang, Ren and Sun, "Delving deep into rectifiers: surpassing
    human-level performance on ImageNet classification", ICCV 2015.
    arXiv:1502.01852
    """

    def __init__(self, num_parameters: int = 1, init: float = 0.25) -> None:
        at_least_one(num_parameters=num_parameters)
        self.alpha = np.full(num_parameters, as_number("init", init))
        self.d_loss_d_alpha = np.zeros(num_parameters)
        self.x = np.empty((0, num_parameters))

    # --8<-- [start:forward_backward]
    @overflow_is_inf
    def forward(self, x: Array) -> Array:
        """Scale what is negative by α, and remember the batch."""
        one_for_all = len(self.alpha) == 1
        self.x = as_batch(x, None if one_for_all else len(self.alpha))
        return np.where(self.x > 0, self.x, self.alpha * self.x)

    @overflow_is_inf
    def backward(self, d_loss_d_output: Array) -> Array:
        """Keep the gradient on α, return that on the input."""
        d_loss_d_output = as_shape(
            "d_loss_d_output",
            d_loss_d_output,
            self.x.shape,
            "go forward with the same batch first",
        )
        per_entry = d_loss_d_output * np.minimum(self.x, 0.0)
        per_feature = per_entry.sum(axis=0)  # (n_features,)
        one_for_all = len(self.alpha) == 1
        self.d_loss_d_alpha = (
            per_feature.sum(keepdims=True) if one_for_all else per_feature
        )
        return d_loss_d_output * np.where(self.x > 0, 1.0, self.alpha)

    # --8<-- [end:forward_backward]

    @property
    def parameters(self) -> list[Array]:
        """The slopes."""
        return [self.alpha]

    @property
    def gradients(self) -> list[Array]:
        """Those on the slopes."""
        return [self.d_loss_d_alpha]


# --8<-- [end:prelu]
