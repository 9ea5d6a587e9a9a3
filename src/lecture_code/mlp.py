"""A multilayer perceptron is a stack of linear layers, bent in between.

Without the bends it would be one linear layer again.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from lecture_code.activations import Activation
from lecture_code.arrays import Array
from lecture_code.initialisers import Initialiser, xavier_normal
from lecture_code.layer import Layer
from lecture_code.linear import Linear
from lecture_code.sequential import Sequential


# --8<-- [start:mlp]
class MLP(Sequential):
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
        layers: list[Layer] = []
        for n_in, n_out in pairwise(sizes):
            layers.append(Linear(n_in, n_out, rng, initialiser))
            layers.append(Activation(activation))
        super().__init__(layers[:-1])  # the last layer stays linear

    def hidden(self, x: Array) -> list[Array]:
        """Return h¹, h², … of a batch: what the later linear layers read."""
        read = []
        for layer in self.layers:
            if isinstance(layer, Linear):
                read.append(x)  # (n_samples, n_in of this layer)
            x = layer.forward(x)
        return read[1:]


# --8<-- [end:mlp]
