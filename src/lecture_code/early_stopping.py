"""Stop when the validation loss has not improved for a while, and go back.

The training loss keeps falling long after the network has begun to learn the
noise. Only samples that it does not train on can tell.
"""

from collections.abc import Sequence

import numpy as np

from lecture_code.arrays import Array, as_number, at_least_one, at_least_zero
from lecture_code.optimisers import changeable


# --8<-- [start:early_stopping]
class EarlyStopping:
    """Remember the best parameters, and say when patience has run out.

    Parameters
    ----------
    parameters : sequence of ndarray of float64
        Those of the model, not copies: `restore` changes them in place. The
        running statistics of a BatchNorm are no parameters: give them along,
        or they stay those of the last epoch.
    patience : int
        How many epochs in a row may bring no improvement, at least 1.
    min_delta : float, optional
        By more than this, in the unit of the loss, must it fall to count as
        an improvement; at least 0.

    Attributes
    ----------
    best_loss : float
        The lowest so far; inf before the first.
    best_epoch : int
        When that was, the first epoch being 1. It stays 0, and the best
        parameters those at the start, until a loss is finite.
    n_epochs : int
        How often `update` was called.

    Raises
    ------
    ValueError
        If a number is out of its range, or a parameter is no array of
        float64.

    References
    ----------
    Prechelt, "Early stopping - but when?", in Neural Networks: Tricks of the
    Trade, 1998. doi:10.1007/3-540-49430-8_3
    """

    def __init__(
        self,
        parameters: Sequence[Array],
        patience: int,
        min_delta: float = 0.0,
    ) -> None:
        at_least_one(patience=patience)
        at_least_zero(min_delta=min_delta)
        self.parameters = changeable(parameters)
        self.best_parameters = [p.copy() for p in self.parameters]
        self.patience, self.min_delta = patience, float(min_delta)
        self.best_loss, self.best_epoch, self.n_epochs = np.inf, 0, 0

    # --8<-- [start:update_restore]
    def update(self, loss: float) -> bool:
        """Take in the loss after an epoch; return whether to stop."""
        loss = as_number("loss", loss)
        self.n_epochs += 1
        if loss < self.best_loss - self.min_delta:  # never true of nan
            self.best_loss, self.best_epoch = loss, self.n_epochs
            self.best_parameters = [p.copy() for p in self.parameters]
        return self.n_epochs - self.best_epoch >= self.patience

    def restore(self) -> None:
        """Put the best parameters back, in place."""
        for p, best in zip(self.parameters, self.best_parameters, strict=True):
            p[...] = best

    # --8<-- [end:update_restore]


# --8<-- [end:early_stopping]
