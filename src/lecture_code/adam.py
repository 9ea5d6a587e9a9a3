"""Adam gives each weight a step of its own size.

It follows the mean of the last gradients, divided by how large they used to
be. A weight with small but steady gradients so moves as far as any other.
"""

from collections.abc import Sequence

import numpy as np

from lecture_code.arrays import Array, a_share, at_least_zero, overflow_is_inf
from lecture_code.optimisers import changeable, fitting


# --8<-- [start:adam]
class Adam:
    r"""Adaptive moment estimation.

    .. math::

        m \leftarrow \beta_1 m + (1 - \beta_1) g, \qquad
        v \leftarrow \beta_2 v + (1 - \beta_2) g^2, \qquad
        w \leftarrow w - \eta \,
        \frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + \epsilon}

    The means m and v start at 0; dividing by 1 - β^t after t steps corrects
    that. The same as `torch.optim.Adam` with the same arguments.

    Parameters
    ----------
    parameters : sequence of ndarray of float64
        Changed in place, so these must be the arrays the model computes
        with, not copies.
    lr : float, optional
        The learning rate η, at least 0: about how far a weight moves in a
        step.
    betas : pair of float, optional
        β₁ and β₂, in [0, 1): how much of the old means is kept.
    eps : float, optional
        ε, at least 0. It keeps the step finite where all gradients were 0.
    weight_decay : float, optional
        λ, at least 0. It adds λw to the gradient g, so it is divided by the
        square root of v as well; `AdamW` keeps it out of that.

    Raises
    ------
    ValueError
        If a number is out of its range, a parameter is no array of float64,
        or the gradients do not have the shapes of the parameters.

    References
    ----------
    Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015.
    arXiv:1412.6980
    """

    def __init__(
        self,
        parameters: Sequence[Array],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.0,
    ) -> None:
        at_least_zero(lr=lr, eps=eps, weight_decay=weight_decay)
        a_share(beta_1=betas[0], beta_2=betas[1])
        self.parameters = changeable(parameters)
        self.means = [np.zeros_like(p) for p in self.parameters]
        self.mean_squares = [np.zeros_like(p) for p in self.parameters]
        self.lr, self.eps = float(lr), float(eps)
        self.betas = float(betas[0]), float(betas[1])
        self.weight_decay = float(weight_decay)
        self.n_steps = 0

    # --8<-- [start:step]
    @overflow_is_inf
    def step(self, gradients: Sequence[Array]) -> None:
        """Move each parameter a step of its own size, in place."""
        gradients = fitting(gradients, self.parameters)
        self.n_steps += 1
        for k, g in enumerate(gradients):
            self._step(k, self.decayed(self.parameters[k], g))

    def _step(self, k: int, g: Array) -> None:
        p, m, v = self.parameters[k], self.means[k], self.mean_squares[k]
        beta_1, beta_2 = self.betas
        m += (1 - beta_1) * (g - m)
        v += (1 - beta_2) * (g**2 - v)
        m_hat = m / (1 - beta_1**self.n_steps)
        v_hat = v / (1 - beta_2**self.n_steps)
        p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)

    # --8<-- [end:step]

    def decayed(self, p: Array, g: Array) -> Array:
        r"""Return the gradient with that of :math:`\lambda/2 \sum w^2`."""
        return g + self.weight_decay * p


# --8<-- [end:adam]


# --8<-- [start:adam_w]
class AdamW(Adam):
    r"""Adam with weight decay decoupled from the gradient.

    Before each step a weight shrinks by the share ηλ, whatever its gradients
    were. The same as `torch.optim.AdamW` with the same arguments.

    Parameters
    ----------
    parameters, lr, betas, eps
        As of `Adam`.
    weight_decay : float, optional
        λ, at least 0.

    Raises
    ------
    ValueError
        As by `Adam`.

    References
    ----------
    Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019.
    arXiv:1711.05101
    """

    def __init__(
        self,
        parameters: Sequence[Array],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 1e-2,
    ) -> None:
        super().__init__(parameters, lr, betas, eps, weight_decay)

    def decayed(self, p: Array, g: Array) -> Array:
        """Shrink the weight in place, and return the gradient as it is."""
        p *= 1 - self.lr * self.weight_decay
        return g


# --8<-- [end:adam_w]
