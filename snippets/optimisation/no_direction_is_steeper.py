"""Of ten thousand directions, none leads down faster than -gradient."""

import numpy as np

rng = np.random.default_rng(0)
curvature = np.array([1.0, 3.0, 10.0])
w = np.ones(3)


def drop(step):
    """How far the loss falls by a step, for steps of shape (..., 3)."""
    before = 0.5 * np.sum(curvature * w**2)
    return before - 0.5 * np.sum(curvature * (w + step) ** 2, axis=-1)


gradient = curvature * w
downhill = -gradient / np.linalg.norm(gradient)
directions = rng.normal(size=(10_000, 3))
directions /= np.linalg.norm(directions, axis=1, keepdims=True)
drops = drop(1e-3 * directions)
best = directions[np.argmax(drops)]

print(f"drop along -gradient:    {drop(1e-3 * downhill):.6f}")
print(f"drop along the best:     {drops.max():.6f}")
print(f"cosine between the two:  {best @ downhill:.4f}")
print(f"share that leads down:   {np.mean(drops > 0):.2f}")
