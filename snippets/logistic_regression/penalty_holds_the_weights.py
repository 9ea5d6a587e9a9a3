"""On separable classes only a penalty keeps the weight finite."""

import numpy as np

from lecture_code.logistic_regression import LogisticRegression

x = np.array([[-2.0], [-1.0], [1.0], [2.0]])
y = np.array([0, 0, 1, 1])

for C in (0.1, 1.0, 100.0):
    w = LogisticRegression(C).fit(x, y).weight[0, 0]
    print(f"C = {C:5}: w = {w:.2f}")

print("no penalty:")
for tol in (1e-3, 1e-6, 1e-9):  # stop at this slope
    model = LogisticRegression(np.inf, tol=tol).fit(x, y)
    print(f"tol {tol:.0e}: w = {model.weight[0, 0]:.1f}")
