"""From the same place in the same mountains, the step size decides."""

from lecture_code.computational_graph import Tensor


def height(w):
    """Return the height of a landscape: two valleys, a hill between."""
    return 0.025 * w**4 - 0.01 * w**3 - 0.2 * w**2 + 0.6


for lr in (0.02, 0.5, 3.0, 5.0):
    w = Tensor(3.0)
    path = []
    for _ in range(4):
        w.zero_grad()
        height(w).backward()  # feel the slope
        w.value -= lr * w.grad  # step downhill
        path.append(f"{w.value:7.3g}")
    print(f"lr {lr:4}:", *path)
