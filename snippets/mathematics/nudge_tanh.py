"""A nudge of the input, times the slope, is nearly the change of tanh."""

import numpy as np

x = 0.5
slope = 1 - np.tanh(x) ** 2
for nudge in (0.5, 0.05, 0.005):
    change = np.tanh(x + nudge) - np.tanh(x)
    print(
        f"{nudge:5}: changes by {change:.5f}, slope says {slope * nudge:.5f}"
    )
