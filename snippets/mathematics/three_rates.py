"""Three rates, multiplied, are the rate of the loss to the weight."""

import numpy as np

x, w = 3.0, 0.2
a = w * x
h = np.tanh(a)
rates = {"a to w": x, "h to a": 1 - h**2, "L to h": 2 * (h - 1)}
for name, rate in rates.items():
    print(f"rate of {name}: {rate:6.3f}")
print(f"their product:  {np.prod(list(rates.values())):6.3f}")

nudge = 1e-5
losses = [(np.tanh(v * x) - 1) ** 2 for v in (w - nudge, w + nudge)]
print(f"by nudging w:   {(losses[1] - losses[0]) / (2 * nudge):6.3f}")
