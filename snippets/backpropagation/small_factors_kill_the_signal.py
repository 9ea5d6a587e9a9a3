"""A chain of mul gates multiplies the gradient by every factor in it."""

from lecture_code.computational_graph import Tensor


def gradient_through(factor, n_gates):
    """Gradient that reaches x through a chain of mul gates."""
    x = Tensor(1.0)
    y = x
    for _ in range(n_gates):
        y = y * factor
    y.backward()
    return x.grad


for factor in (0.5, 0.9, 1.0, 1.1, 1.5):
    reached = (gradient_through(factor, n) for n in (10, 20, 40))
    print(f"factor {factor}: ", *(f"{g:8.2g}" for g in reached))
