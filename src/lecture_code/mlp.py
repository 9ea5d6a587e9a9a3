"""A multilayer perceptron is a stack of linear layers, bent in between.

Forward, each layer reads what the one below it wrote. Backward, each layer
hands the blame to the one below it: that is all of backpropagation.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from lecture_code.activations import Activation
from lecture_code.arrays import Array
from lecture_code.initialisers import Initialiser, xavier_normal
from lecture_code.layer import Layer
from lecture_code.linear import Linear


# --8<-- [start:mlp]
class MLP:
    r"""The network :math:`h^l = \varphi(W^l h^{l-1} + b^l)`, :math:`h^0 = x`.

    The last layer has no activation: its outputs are logits, or the
    prediction of a regression.

    Parameters
    ----------
    sizes : sequence of int
        Number of inputs, of units in each hidden layer, of outputs.
    activation : str
        The name of φ, a key of `activations.ACTIVATIONS`.
    rng : numpy.random.Generator
        Draws the weights, from the first layer to the last.
    initialiser : callable, optional
        From (n_in, n_out, rng) to a weight; see `initialisers`.

    Attributes
    ----------
    layers : list of Layer
        Linear, activation, linear, …, linear.

    Raises
    ------
    ValueError
        If there are fewer than two sizes, one is below 1, or the activation
        is unknown; in `forward` and `backward` as in `Linear`.

    References
    ----------
    Rumelhart, Hinton and Williams, "Learning representations by
    back-propagating errors", Nature 323, 1986. doi:10.1038/323533a0
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activation: str,
        rng: np.random.Generator,
        initialiser: Initialiser = xavier_normal,
    ) -> None:
        if len(sizes) < 2:
            raise ValueError(
                "sizes needs the number of inputs and of outputs at least, "
                f"got {list(sizes)}"
            )
        self.layers: list[Layer] = []
        for n_in, n_out in pairwise(sizes):
            self.layers.append(Linear(n_in, n_out, rng, initialiser))
            self.layers.append(Activation(activation))
        self.layers.pop()  # the last layer stays linear

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

    def hidden(self, x: Array) -> list[Array]:
        """Return h¹, h², … of a batch: what the later linear layers read."""
        read = []
        for layer in self.layers:
            if isinstance(layer, Linear):
                read.append(x)  # (n_samples, n_in of this layer)
            x = layer.forward(x)
        return read[1:]

    @property
    def parameters(self) -> list[Array]:
        """Weight and bias of every layer, from the first to the last."""
        return [p for layer in self.layers for p in layer.parameters]

    @property
    def gradients(self) -> list[Array]:
        """Their gradients from the last backward, in the same order."""
        return [g for layer in self.layers for g in layer.gradients]

    @property
    def n_parameters(self) -> int:
        """The numbers to learn, (n_in + 1) n_out in each linear layer."""
        return sum(p.size for p in self.parameters)


# --8<-- [end:mlp]
