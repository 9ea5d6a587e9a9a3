"""Walking back by recursion fails on a deep graph; a stack does not."""

from lecture_code.chain_rule import topological_order
from lecture_code.computational_graph import Tensor


def recursive_order(node, seen):
    """List the parents first and then the node, the short way."""
    if node in seen:
        return []
    seen.add(node)
    order = [n for p in node.parents for n in recursive_order(p, seen)]
    return [*order, node]


x = y = Tensor(2.0)
for _ in range(100_000):
    y = -y

try:
    recursive_order(y, set())
except RecursionError as error:
    print("recursion:", str(error).partition(" while")[0])

y.backward()
print("a stack:  ", len(topological_order(y)) - 1, "steps, gradient", x.grad)
