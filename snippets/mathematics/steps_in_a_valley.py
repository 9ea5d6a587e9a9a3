"""Along an eigenvector, a step multiplies by one minus eta times lambda."""

import numpy as np

H = np.array([[2.5, 1.5], [1.5, 2.5]])
curvatures, directions = np.linalg.eigh(H)
print("curvatures:", curvatures.round(2))

for curvature, v in zip(curvatures, directions.T, strict=True):
    print("H v = lambda v:", np.allclose(H @ v, curvature * v))

for eta in (0.45, 0.55):
    w = np.array([1.0, 0.5])
    for _ in range(20):
        w = w - eta * H @ w
    print(f"eta = {eta}: after 20 steps {np.linalg.norm(w):.2f} away")
