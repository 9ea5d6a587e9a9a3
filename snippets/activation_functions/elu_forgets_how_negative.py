"""Far below 0 an ELU says -1, whatever the noise; a leak passes it on."""

import numpy as np

from lecture_code.activations import elu, leaky_relu

noise = 0.5 * np.random.default_rng(0).normal(size=100_000)
print("centre  ELU      Leaky ReLU")
for centre in (-2.0, -3.0, -5.0, -8.0):
    z = centre + noise
    print(f"{centre:6.0f} {elu(z).std():8.4f} {leaky_relu(z).std():8.4f}")
