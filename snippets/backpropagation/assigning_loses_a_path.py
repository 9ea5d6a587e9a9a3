"""Wrong on purpose: a backward pass that assigns instead of adding."""

from lecture_code.chain_rule import topological_order
from lecture_code.computational_graph import Tensor


def wrong_backward(result):
    """Bring everything the gradient of the last path only."""
    result.grad = 1.0
    for node in reversed(topological_order(result)):
        ways = zip(node.parents, node.derivatives, strict=True)
        for parent, derivative in ways:
            parent.grad = derivative(node.grad)  # wrong: this must be +=


x, y = Tensor(3.0, "x"), Tensor(-1.0, "y")
f = (x + y) * x
wrong_backward(f)
print("df/dx, wrong:", x.grad)

x.zero_grad()
f.backward()
print("df/dx, right:", x.grad)
