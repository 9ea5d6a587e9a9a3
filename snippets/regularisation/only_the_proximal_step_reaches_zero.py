"""Twenty weights, five of use: who clears the other fifteen away."""

import numpy as np

from lecture_code.penalties import d_l1_penalty, d_l2_penalty, soft_threshold

rng = np.random.default_rng(0)
x = rng.normal(size=(60, 20))
true_w = np.array([2, -1.5, 1, -0.8, 0.6] + [0] * 15)
y = x @ true_w + rng.normal(size=60)
lr, penalty = 0.1, 0.3

w_l2, w_sub, w_prox = np.zeros((3, 20))
for _ in range(1000):
    for w, d_penalty in (
        (w_l2, d_l2_penalty([w_l2], penalty)[0]),
        (w_sub, d_l1_penalty([w_sub], penalty)[0]),
        (w_prox, 0),
    ):
        gradient = 2 * x.T @ (x @ w - y) / len(y)
        w -= lr * (gradient + d_penalty)
    w_prox = soft_threshold(w_prox, lr * penalty)

print("             exactly 0   smallest |w|")
for name, w in [
    ("L2", w_l2),
    ("L1, subgrad.", w_sub),
    ("L1, proximal", w_prox),
]:
    zeros = np.sum(w == 0)
    print(f"{name:13} {zeros:8} {np.abs(w).min():14.4f}")
