"""Wrong on purpose: the test samples help to choose the features."""

import numpy as np
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(0)
x = rng.normal(size=(100, 2000))  # nothing but noise
y = rng.permutation(np.arange(100) % 2)


def best_features(x, y):
    """Return the 20 columns that differ most between classes."""
    gap = np.abs(x[y == 1].mean(axis=0) - x[y == 0].mean(axis=0))
    return np.argsort(-gap)[:20]


for name, n in [("wrong, all samples", 100), ("right, training", 50)]:
    columns = best_features(x[:n], y[:n])
    model = LogisticRegression().fit(x[:50, columns], y[:50])
    score = model.score(x[50:, columns], y[50:])
    print(f"chosen by {name:18}: test {score:.2f}")
