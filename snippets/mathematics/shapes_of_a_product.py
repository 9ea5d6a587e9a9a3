"""The inner sizes of a product must be equal, and vanish."""

import numpy as np

X = np.array([[1, 0, 2], [0, 1, 1], [3, 1, 0], [2, 2, 2]])  # 4 samples
W = np.array([[1, -1, 2], [0, 3, 1]])  # 2 units, 3 weights each
b = np.array([10, 20])

Z = X @ W.T + b
print(X.shape, "@", W.T.shape, "gives", Z.shape)
print("entry [2, 0]:", Z[2, 0], "=", 3 * 1 + 1 * (-1) + 0 * 2, "+ 10")

blame = np.ones_like(Z)  # one number for each entry of Z
print(blame.T.shape, "@", X.shape, "gives", (blame.T @ X).shape)
