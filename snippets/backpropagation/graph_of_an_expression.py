"""Any expression is a list of atomic assignments, in the order computed."""

from lecture_code.chain_rule import topological_order
from lecture_code.computational_graph import Tensor
from lecture_code.tensor_functions import sigmoid

w, x, b = Tensor(2.0, "w"), Tensor(-1.0, "x"), Tensor(1.5, "b")
y = (sigmoid(w * x + b) - 1.0) ** 2
y.backward()

print("     computed by  value gradient")
names = {}
for node in topological_order(y):
    names[node] = node.name or f"v{len(names)}"
    inputs = ", ".join(names[parent] for parent in node.parents)
    formula = f"{node.operation or 'given'} {inputs}"
    gradient = f"{node.grad:7.3f}" if node.requires_grad else ""
    print(f"{names[node]:2} = {formula:10} {node.value:7.3f}  {gradient}")
