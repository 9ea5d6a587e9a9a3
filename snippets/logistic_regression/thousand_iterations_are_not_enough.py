"""Wrong on purpose: features are not scaled, so the solver gives up."""

import warnings

from sklearn.datasets import load_breast_cancer
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import scale

x, y = load_breast_cancer(return_X_y=True)

for name, features, max_iter in [
    ("as they are", x, 100),
    ("as they are", x, 1000),
    ("scaled", scale(x), 100),
]:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        model = LogisticRegression(max_iter=max_iter).fit(features, y)
    gave_up = any(issubclass(w.category, ConvergenceWarning) for w in told)
    print(f"{name:11} limit {max_iter:4}, gave up: {gave_up}")
