"""In a long valley momentum gets where plain steps do not."""

import numpy as np

curvature = np.array([1.0, 100.0])  # flat along the first axis


def loss_after(n_steps, step_size, momentum):
    """Walk down the valley."""
    w, velocity = np.array([1.0, 0.1]), np.zeros(2)
    for _ in range(n_steps):
        gradient = curvature * w
        velocity = momentum * velocity + gradient
        w = w - step_size * velocity
    return np.sum(curvature * w**2) / 2


print(f"at the start   {loss_after(0, 0.0, 0.0):.1e}")
print(f"plain steps    {loss_after(100, 2 / 101, 0.0):.1e}")
print(f"with momentum  {loss_after(100, 4 / 121, (9 / 11) ** 2):.1e}")
