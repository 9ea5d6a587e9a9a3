"""On L(w) = 3 w², the limit of the step size is 2 / 6."""

from lecture_code.optimisers import gradient_descent


def gradient(w):
    """Return the derivative of 3 w², whose own derivative is 6."""
    return 6 * w


for lr in (0.10, 0.32, 1 / 3, 0.34):
    path = gradient_descent(gradient, [1.0], lr, n_steps=100)
    print(f"lr {lr:.3f}: after 100 steps |w| = {abs(path[-1, 0]):.2g}")
