"""A smaller batch makes more updates and holds fewer numbers at a time."""

import numpy as np

from lecture_code.mlp import MLP
from lecture_code.training import minibatches

rng = np.random.default_rng(0)
n_samples, n_features = 1797, 64  # the digits that come with scikit-learn
model = MLP([n_features, 32, 10], "tanh", rng)

print("batch size  updates      bytes")
for batch_size in (n_samples, 32, 1):
    n_updates = len(list(minibatches(n_samples, batch_size, rng)))
    logits = model.forward(np.zeros((batch_size, n_features)))
    held = [layer.x for layer in model.layers] + [logits]
    n_bytes = sum(array.nbytes for array in held)
    print(f"{batch_size:10}  {n_updates:7}  {n_bytes:9,}")
