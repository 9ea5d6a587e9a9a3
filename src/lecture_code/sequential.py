"""Layers stacked on one another are a network, and that is a layer again.

Forward, each layer reads what the one below it wrote. Backward, each layer
hands the blame to the one below it: that is all of backpropagation.
"""

from collections.abc import Iterable

from lecture_code.arrays import Array
from lecture_code.layer import Layer, set_training


# --8<-- [start:sequential]
class Sequential:
    """A stack of layers, which goes forward and back as torch's does.

    Parameters
    ----------
    layers : iterable of Layer
        From the input to the output; without any, the input is the output.

    Attributes
    ----------
    layers : list of Layer

    Raises
    ------
    ValueError
        In `forward` and `backward`, as the layers do.
    """

    def __init__(self, layers: Iterable[Layer]) -> None:
        self.layers = list(layers)

    # --8<-- [start:forward_backward]
    def forward(self, x: Array) -> Array:
        """Return the output for a batch, (n_samples, n_out)."""
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, d_loss_d_output: Array) -> Array:
        """Let each layer keep its gradients; return that on the input."""
        for layer in reversed(self.layers):
            d_loss_d_output = layer.backward(d_loss_d_output)
        return d_loss_d_output

    # --8<-- [end:forward_backward]

    def train(self) -> None:
        """Let all layers inside behave as in training; so they start."""
        set_training(self, True)

    def eval(self) -> None:
        """Let all layers inside behave as when predictions are wanted."""
        set_training(self, False)

    @property
    def parameters(self) -> list[Array]:
        """Those of every layer, from the first to the last."""
        return [p for layer in self.layers for p in layer.parameters]

    @property
    def gradients(self) -> list[Array]:
        """Their gradients from the last backward, in the same order."""
        return [g for layer in self.layers for g in layer.gradients]

    @property
    def n_parameters(self) -> int:
        """The numbers to learn, those of all layers together."""
        return sum(p.size for p in self.parameters)


# --8<-- [end:sequential]
