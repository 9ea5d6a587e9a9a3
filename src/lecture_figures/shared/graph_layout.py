"""Where the nodes of a computational graph stand when it is drawn.

The graph is the one that the engine has recorded; nothing is drawn by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from lecture_code.chain_rule import topological_order
from lecture_code.computational_graph import Tensor

SIGNS = {"*": "×", "-": "−", "maximum": "max"}


def places(result: Tensor) -> dict[Tensor, tuple[float, float]]:
    """Return the column and the row of everything a result came from.

    A leaf stands in column 0, a result one column to the right of its last
    parent. Leaves have a row each, from above in the order of their use; a
    result stands in the middle of its parents.
    """
    found: dict[Tensor, tuple[float, float]] = {}
    n_leaves = 0
    for node in topological_order(result):
        above = [found[parent] for parent in node.parents]
        if above:
            column = 1 + max(column for column, _ in above)
            found[node] = column, sum(row for _, row in above) / len(above)
        else:
            found[node] = 0.0, float(n_leaves)
            n_leaves += 1
    return found


def edges(result: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield each parent with the node that was computed from it."""
    for node in topological_order(result):
        for parent in node.parents:
            yield parent, node


def sign(node: Tensor) -> str:
    """Return what stands in a node: its operation, or a leaf's name."""
    return SIGNS.get(node.operation, node.operation) or node.name


def number(value: object) -> str:
    """Return a number with a minus sign that is as wide as a plus."""
    return f"{value:g}".replace("-", "−")


def in_words(result: Tensor) -> str:
    """Return the values and gradients of a graph as a sentence."""
    return "; ".join(
        f"{node.name} is {number(node.value)}, gradient {number(node.grad)}"
        for node in topological_order(result)
    )
