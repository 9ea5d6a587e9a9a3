"""The first loss says how sure a network is before it has learned."""

import numpy as np

rng = np.random.default_rng(0)
C, n = 10, 10_000
y = rng.integers(C, size=n)  # classes that the logits know nothing of
print(f"log C = {np.log(C):.2f}")
for s in (0.1, 1, 4, 16):
    z = rng.normal(scale=s, size=(n, C))  # (n_samples, n_classes)
    z -= z.max(axis=1, keepdims=True)  # so that exp cannot overflow
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    print(f"spread {s:4}: loss {-log_p[np.arange(n), y].mean():5.2f}")
