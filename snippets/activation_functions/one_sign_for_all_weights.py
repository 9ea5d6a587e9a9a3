"""With positive inputs, all weights of a unit must move together."""

import numpy as np

rng = np.random.default_rng(0)
positive = rng.uniform(size=(4, 3))  # (n_samples, n_inputs)
centred = positive - 0.5
blame = np.array([[1.0], [-2.0], [0.5], [-1.0]])  # on the unit

for name, x in (("positive", positive), ("centred", centred)):
    gradients = blame * x  # one row per sample, one column per weight
    print(f"{name} inputs, signs of the gradients:")
    for row in np.sign(gradients).astype(int):
        print("   ", " ".join(f"{sign:+d}" for sign in row))
