"""A softmax over two logits is a sigmoid of their difference."""

import numpy as np

from lecture_code.activations import sigmoid
from lecture_code.losses import softmax

logits = np.array([[1.0, 3.0], [-2.0, 0.0], [7.0, 4.0]])
difference = logits[:, 1] - logits[:, 0]
print("softmax:", softmax(logits)[:, 1].round(3))
print("sigmoid:", sigmoid(difference).round(3))
