"""Reading digits: a small network, and images that it has not seen."""

from collections.abc import Sequence

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.arrays import Array, IntArray
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.training import train


def digit_reader(
    seed: int, hidden: Sequence[int] = (32,)
) -> tuple[MLP, Array, IntArray]:
    """Train on digits; return the network, fresh images, what they show."""
    rng = np.random.default_rng(seed)
    pixels, digit = load_digits(return_X_y=True)
    pixels = pixels / 16  # (1797, 64), 0 to 1
    fresh, seen = np.split(rng.permutation(len(pixels)), [400])
    model = MLP([64, *hidden, 10], "tanh", rng)
    sgd = SGD(model.parameters, lr=0.3)
    data = pixels[seen], digit[seen]
    train(model, cross_entropy, d_cross_entropy, sgd, *data, 30, 32, rng)
    return model, pixels[fresh].reshape(-1, 8, 8), digit[fresh]


def logits_of(model: MLP, images: Array) -> Array:
    """Let a network look at images of 8 by 8 pixels."""
    return model.forward(images.reshape(-1, 64))


def one_pixel_right(images: Array) -> Array:
    """Return the images moved to the right by one pixel."""
    moved = np.zeros_like(images)
    moved[:, :, 1:] = images[:, :, :-1]
    return moved
