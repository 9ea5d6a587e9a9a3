"""Four numbers of any size become four near zero."""

import numpy as np

x = np.array([50.0, 52.0, 54.0, 60.0])  # one feature, m = 4
mu = x.mean()
var = ((x - mu) ** 2).mean()  # divided by m, not m - 1
x_hat = (x - mu) / np.sqrt(var + 1e-5)
y = 2.0 * x_hat + 1.0  # gamma = 2, beta = 1

print(f"mean {mu:.0f}, variance {var:.0f}")
print("x_hat", x_hat.round(2))
print("y    ", y.round(2))
for name, values in {"x_hat": x_hat, "y": y}.items():
    mean, std = abs(values.mean()), values.std()
    print(f"{name}: mean {mean:.2f}, std {std:.2f}")
