"""A layer can do two things: go forward, and pass the blame back.

Whatever does both can be stacked with others, and a stack of layers is again
a layer.
"""

from collections.abc import Sequence
from typing import Protocol

from lecture_code.arrays import Array


# --8<-- [start:layer]
class Layer(Protocol):
    """What every layer offers, and all that a network asks of it."""

    def forward(self, x: Array) -> Array:
        """Return the output for a batch, and remember what backward needs."""

    def backward(self, d_loss_d_output: Array) -> Array:
        """Keep the gradients on the parameters, return the one on the input.

        It belongs to the last batch that went forward. Neither that nor the
        parameters may have been changed in between: nothing is copied.
        """

    @property
    def parameters(self) -> Sequence[Array]:
        """The arrays that training changes, in place."""

    @property
    def gradients(self) -> Sequence[Array]:
        """Their gradients from the last backward, in the same order."""


# --8<-- [end:layer]


# --8<-- [start:set_training]
def set_training(layer: Layer, training: bool) -> None:
    """Tell a layer, and all inside it, whether it is being trained.

    Parameters
    ----------
    layer : Layer
        Those that behave differently in training, such as dropout, have an
        attribute `training`; the others are left alone.
    training : bool
        False for the evaluation.
    """
    for inner in getattr(layer, "layers", ()):
        set_training(inner, training)
    if hasattr(layer, "training"):
        layer.training = training


# --8<-- [end:set_training]
