"""Newton's method and scikit-learn end at the same weights."""

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression as Theirs

from lecture_code.logistic_regression import LogisticRegression

x, y = load_breast_cancer(return_X_y=True)
x = (x - x.mean(axis=0)) / x.std(axis=0)

ours = LogisticRegression(C=1.0).fit(x, y)
for step, loss in enumerate(ours.losses[:7]):
    print(f"step {step}: loss {loss:.5f}")

theirs = Theirs(C=1.0, tol=1e-8, max_iter=1000).fit(x, y)
apart = np.abs(ours.weight - theirs.coef_).max()
same = np.mean(ours.predict(x) == theirs.predict(x))
print(f"weights within 1e-4: {apart < 1e-4}")
print(f"same predictions: {same:.0%}")
