"""Logistic regression is one neuron trained on cross-entropy."""

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression

from lecture_code.penalised_loss import d_penalised_loss, penalised_loss

x, y = load_breast_cancer(return_X_y=True)
x = (x - x.mean(axis=0)) / x.std(axis=0)  # all train here

w, b = np.zeros((1, 30)), np.zeros(1)  # (n_outputs, n_features)
for step in range(1001):
    if step in (0, 10, 100, 1000):
        loss = penalised_loss(w, b, x, y, C=1.0)
        print(f"step {step:4}: loss {loss:.4f}")
    d_w, d_b = d_penalised_loss(w, b, x, y, C=1.0)
    w -= 0.5 * d_w
    b -= 0.5 * d_b

theirs = LogisticRegression(C=1.0).fit(x, y)
loss = penalised_loss(theirs.coef_, theirs.intercept_, x, y, 1.0)
print(f"scikit-learn: loss {loss:.4f}")
