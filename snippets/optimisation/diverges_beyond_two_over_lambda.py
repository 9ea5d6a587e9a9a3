"""Just below 2/λ_max the descent arrives; just above, it diverges."""

import numpy as np

from lecture_code.optimisers import gradient_descent

rng = np.random.default_rng(0)
x = np.column_stack([rng.uniform(0, 2, size=100), np.ones(100)])
y = x @ [1.5, -0.5] + rng.normal(scale=0.5, size=100)

hessian = 2 * x.T @ x / len(x)  # (2, 2), the same everywhere
limit = 2 / np.linalg.eigvalsh(hessian).max()
print(f"limit 2 / lambda_max = {limit:.3f}")

for lr in (0.99 * limit, 1.01 * limit):
    path = gradient_descent(
        lambda W: 2 * x.T @ (x @ W - y) / len(y), [-0.5, 1.5], lr, 1000
    )
    loss = np.mean((x @ path[-1] - y) ** 2)
    print(f"lr {lr:.3f}: loss {loss:.2g} after 1000 steps")
