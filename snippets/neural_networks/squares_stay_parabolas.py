"""With φ(z) = z² every width gives a parabola, so the error has a floor."""

import numpy as np

from lecture_code.activations import relu


def curve(x):
    """Two waves, one three times as fast as the other."""
    return np.sin(2 * np.pi * x) + 0.5 * np.sin(6 * np.pi * x)


rng = np.random.default_rng(0)
x = np.linspace(0, 1, 500)
for n_hidden in (10, 100, 1000):
    weight, bias = rng.normal(size=(2, n_hidden))
    z = np.multiply.outer(x, weight) + bias  # (500, n_hidden)
    for name, phi in {"square": np.square, "relu": relu}.items():
        h = np.column_stack([phi(z), np.ones(500)])
        v = np.linalg.lstsq(h, curve(x), rcond=None)[0]  # the best there is
        error = np.max(np.abs(h @ v - curve(x)))
        print(f"{n_hidden:4} {name:6} units: error {error:.2f}")
