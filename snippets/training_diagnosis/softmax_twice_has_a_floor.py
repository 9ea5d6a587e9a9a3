"""Probabilities taken for logits: the loss cannot fall below a floor."""

import numpy as np

from lecture_code.losses import cross_entropy, softmax

y = np.array([3])
for logit in (0.0, 5.0, 9.0):
    z = np.zeros((1, 10))
    z[0, 3] = logit  # of the true class
    once, twice = cross_entropy(z, y), cross_entropy(softmax(z), y)
    print(f"logit {logit:4}: softmax once {once:.2f}, twice {twice:.2f}")
print(f"log(1 + 9/e) = {np.log(1 + 9 / np.e):.2f}")
