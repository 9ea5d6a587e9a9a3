"""A loss a thousand times as large: SGD leaves, Adam walks the same path."""

import numpy as np

from lecture_code.adam import Adam
from lecture_code.optimisers import SGD

curvature = np.array([1.0, 100.0])


def end_of_path(optimiser_of, scale):
    """Return both weights after 20 steps, as text."""
    w = np.array([1.0, 0.1])
    optimiser = optimiser_of([w])
    for _ in range(20):
        optimiser.step([scale * curvature * w])
    return f"{w[0]:.3g}, {w[1]:.3g}"


for scale in (1, 1000):
    print(f"loss times {scale}")
    print(f"  SGD   {end_of_path(lambda w: SGD(w, lr=0.015), scale)}")
    print(f"  Adam  {end_of_path(lambda w: Adam(w, lr=0.015), scale)}")
