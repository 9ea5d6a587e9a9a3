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

        It belongs to the last batch that went forward.
        """

    @property
    def parameters(self) -> Sequence[Array]:
        """The arrays that training changes, in place."""

    @property
    def gradients(self) -> Sequence[Array]:
        """Their gradients from the last backward, in the same order."""


# --8<-- [end:layer]
