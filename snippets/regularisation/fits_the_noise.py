"""The more powers of x, the better the fit; but not elsewhere."""

import numpy as np

rng = np.random.default_rng(0)


def draw(n_samples):
    """Return x, and y with noise."""
    x = rng.uniform(-1, 1, size=n_samples)
    noise = rng.normal(scale=0.3, size=n_samples)
    return x, np.sin(3 * x + 0.5) + noise


x, y = draw(20)
x_val, y_val = draw(1000)

print("degree  training  validation")
for degree in (1, 4, 12):
    fit = np.polynomial.Polynomial.fit(x, y, degree)
    train = np.mean((fit(x) - y) ** 2)
    val = np.mean((fit(x_val) - y_val) ** 2)
    print(f"{degree:6} {train:9.2f} {val:11.2f}")
