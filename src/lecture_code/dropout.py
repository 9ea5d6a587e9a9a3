"""In training each unit may be missing, so no other can rely on it alone.

What is dropped is drawn anew for each batch and each sample. Somewhere the
signal must be scaled, or a unit would hear less in training than later.
"""

import numpy as np

from lecture_code.arrays import (
    Array,
    as_batch,
    as_number,
    as_shape,
    overflow_is_inf,
)


# --8<-- [start:dropout]
class Dropout:
    r"""Inverted dropout: what is kept grows in training, as in torch.

    .. math::

        \tilde h = \frac{m \odot h}{1 - p} \quad \text{in training}, \qquad
        \tilde h = h \quad \text{in evaluation}

    with :math:`m_i \sim \mathrm{Bernoulli}(1 - p)`, so that the mean of
    :math:`\tilde h` over the masks is h. The same as `torch.nn.Dropout` does
    to a matrix.

    Parameters
    ----------
    p : float
        The share that is dropped, in [0, 1]. With 1 nothing gets through.
    rng : numpy.random.Generator
        Draws the masks.

    Attributes
    ----------
    training : bool
        True at first; `set_training` changes it.
    mask : ndarray, shape (n_samples, n_features)
        Of the last batch: 1 where a unit was kept, 0 where it was dropped.
        All are 1 after a batch in evaluation; empty before the first.

    Raises
    ------
    ValueError
        If `p` is outside [0, 1], the batch is empty or no matrix, or
        backward gets another shape than the batch that went forward.

    References
    ----------
    Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: a
    simple way to prevent neural networks from overfitting", JMLR 15, 2014.
    https://jmlr.org/papers/v15/srivastava14a.html
    """

    def __init__(self, p: float, rng: np.random.Generator) -> None:
        p = as_number("p", p)
        if not 0 <= p <= 1:
            raise ValueError(f"p is a share, it must be in [0, 1], got {p}")
        self.p, self.rng = p, rng
        self.training = True
        self.mask: Array = np.empty(0)
        self.factor = 1.0
        self.parameters: list[Array] = []
        self.gradients: list[Array] = []

    # --8<-- [start:forward_backward]
    def draw_mask(self, shape: tuple[int, ...]) -> Array:
        """Return 1 with probability 1 - p and else 0, for each entry."""
        return np.where(self.rng.random(shape) < self.p, 0.0, 1.0)

    def scale(self) -> float:
        """Return what the units are multiplied by in the present mode."""
        if not self.training or self.p == 1:  # nothing to scale
            return 1.0
        return 1 / (1 - self.p)

    @overflow_is_inf
    def forward(self, x: Array) -> Array:
        """Drop and scale in training, change nothing in evaluation."""
        x = as_batch(x)
        everyone = np.ones(x.shape)
        self.mask = self.draw_mask(x.shape) if self.training else everyone
        self.factor = self.scale()
        return x * self.mask * self.factor

    @overflow_is_inf
    def backward(self, d_loss_d_output: Array) -> Array:
        """Blame nobody who was dropped: the same mask, the same factor."""
        d_loss_d_output = as_shape(
            "d_loss_d_output",
            d_loss_d_output,
            self.mask.shape,
            "go forward with the same batch first",
        )
        return d_loss_d_output * self.mask * self.factor

    # --8<-- [end:forward_backward]


# --8<-- [end:dropout]


# --8<-- [start:classical_dropout]
class ClassicalDropout(Dropout):
    r"""Dropout as first published: what all units say shrinks in evaluation.

    .. math::

        \tilde h = m \odot h \quad \text{in training}, \qquad
        \tilde h = (1 - p) h \quad \text{in evaluation}

    Parameters
    ----------
    p, rng
        As of `Dropout`.

    Attributes
    ----------
    training, mask
        As of `Dropout`.

    Raises
    ------
    ValueError
        As by `Dropout`.

    References
    ----------
    Hinton, Srivastava, Krizhevsky, Sutskever and Salakhutdinov, "Improving
    neural networks by preventing co-adaptation of feature detectors", 2012.
    arXiv:1207.0580
    """

    def scale(self) -> float:
        """Return what the units are multiplied by in the present mode."""
        return 1.0 if self.training else 1 - self.p


# --8<-- [end:classical_dropout]
