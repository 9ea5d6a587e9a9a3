"""A hidden unit is to blame for what its readers did with its output."""

import numpy as np

weight = np.array([2.0, -3.0])  # from the hidden unit to the two outputs
target = np.array([0.0, -1.0])


def loss(h):
    """Half the squared error of both outputs, given the hidden unit."""
    return 0.5 * np.sum((weight * h - target) ** 2)


h = 0.5
d_loss_d_output = weight * h - target  # (2,)
shares = weight * d_loss_d_output  # (2,)
nudged = (loss(h + 0.01) - loss(h - 0.01)) / 0.02

print("blame of the outputs:     ", d_loss_d_output)
print("passed on to the hidden h:", shares)
print(f"sum, the gradient on h:    {shares.sum():.1f}")
print(f"measured by nudging h:     {nudged:.1f}")
