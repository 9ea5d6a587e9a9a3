"""In two dimensions two bumps make a cross; one more unit makes a tower."""

import numpy as np

from lecture_code.approximation import bump, one_hidden_layer, tower

points = np.array([[0.5, 0.5], [0.5, 0.9], [0.9, 0.9]])
lower, upper = np.array([0.3, 0.3]), np.array([0.7, 0.7])
cross = sum(
    one_hidden_layer(points[:, k], *bump(0.3, 0.7, 1.0, 200.0))
    for k in range(2)
)
print("points:", points.tolist())
print("cross: ", np.round(cross, 2))
print("tower: ", np.round(tower(points, lower, upper, 200.0), 2))
