"""Kaiming asks only how many numbers a unit adds up."""

import numpy as np

layers = {
    "linear, 256 inputs": 256,
    "3 x 3 convolution, 64 channels": 3 * 3 * 64,
    "1 x 1 convolution, 64 channels": 1 * 1 * 64,
}
for layer, fan_in in layers.items():
    std = np.sqrt(2 / fan_in)
    print(f"{layer:31s} {fan_in:4d} {std:.4f}")
