"""What the chain rule has to know of a node: its inputs and the ways back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from lecture_code.arrays import Array


class AnyNode(Protocol):
    """A step of a computation, as `lecture_code.chain_rule` meets it.

    `lecture_code.computational_graph.Tensor` is one.
    """

    value: Array
    requires_grad: bool

    @cached_property  # which can be set, unlike a property
    def grad(self) -> Array:
        """What has been brought to it; zero until then."""

    @property
    def parents(self) -> tuple[Self, ...]:
        """What it was computed from."""

    @property
    def derivatives(self) -> tuple[Callable[[Array], Array], ...]:
        """For each parent, what becomes of a gradient on its way there."""

    def zero_grad(self) -> None:
        """Forget the gradient."""


Node = TypeVar("Node", bound=AnyNode)
