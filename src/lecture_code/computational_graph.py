"""Every computation is a graph, and every node knows its way back.

A `Tensor` remembers what it was computed from and, for each of its inputs,
how a gradient gets back there. `lecture_code.chain_rule` does the rest.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from lecture_code.arrays import as_floats, as_number, overflow_is_inf
from lecture_code.chain_rule import backward

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from numpy.typing import ArrayLike

    from lecture_code.arrays import Array

    Operand: TypeAlias = "Tensor | ArrayLike"
    Axis: TypeAlias = int | tuple[int, ...] | None
    Derivative: TypeAlias = Callable[[Array], Array]


class Tensor:
    """An array that knows where it came from.

    Arithmetic builds a graph as it computes. There are ``+ - * /``, which
    broadcast, ``**`` with one number as exponent, ``@`` between vectors and
    matrices, indexing (not assignment) as NumPy's, `sum`, `mean`, `reshape`,
    `T` and, in `lecture_code.tensor_functions`, `exp`, `relu` and their kind.
    Numbers, lists and arrays take part as constants. Nothing else of NumPy
    is here: its functions refuse a tensor, and ``==`` asks whether two are
    the same one. Compute with ``value`` where no gradient is wanted.

    Parameters
    ----------
    value : array_like
        Real numbers in any shape; copied, as float64.
    name : str
        What a drawing of the graph calls it.
    requires_grad : bool
        False for constants, such as data: their gradient is not computed.

    Attributes
    ----------
    value : ndarray of float64
        A training step can change it in place. A graph that was computed
        before keeps what it needs, so its gradients are still those of the
        old value. Of constants and results it is read-only.
    grad : ndarray, of the shape of ``value``
        What `backward` has brought here. A leaf adds it up over all calls,
        as in torch, until `zero_grad`; a result keeps that of the last call.
    operation : str
        What it was computed by, ``""`` for a leaf.
    parents : tuple of Tensor
        What it was computed from, in the order of the operands.

    References
    ----------
    Rumelhart, Hinton & Williams, "Learning representations by
    back-propagating errors", Nature 323 (1986), doi:10.1038/323533a0.
    """

    __array_ufunc__ = None  # leaves array + tensor to Tensor.__radd__

    value: Array
    name: str = ""
    requires_grad: bool = False
    operation: str = ""
    parents: tuple[Tensor, ...] = ()
    derivatives: tuple[Derivative, ...] = ()

    def __init__(
        self, value: ArrayLike, name: str = "", requires_grad: bool = True
    ) -> None:
        self.value = np.array(as_floats(value))
        self.value.setflags(write=requires_grad)
        self.name = name
        self.requires_grad = requires_grad

    def __array__(self, *_: Any, **__: Any) -> Array:
        raise TypeError(
            "NumPy's functions do not record what they compute: use the "
            "methods and operators of the Tensor, or compute with its value"
        )

    def __repr__(self) -> str:
        return f"Tensor({self.value}, {self.name or self.operation!r})"

    @cached_property
    def grad(self) -> Array:
        """Zero until `backward` brings something."""
        return np.zeros(self.value.shape)

    def zero_grad(self) -> None:
        """Forget the gradients brought here so far."""
        self.grad = np.zeros(self.value.shape)

    def backward(self, gradient: ArrayLike | None = None) -> None:
        """Bring all it was computed from the gradient of this scalar."""
        backward(self, gradient)

    # --8<-- [start:addition]
    @overflow_is_inf
    def __add__(self, other: Operand) -> Tensor:
        """Distribute: both inputs receive the gradient as it is."""
        a, b = self, as_tensor(other)
        y = a.value + b.value
        return record("+", y, (a, lambda g: g), (b, lambda g: g))

    # --8<-- [end:addition]

    @overflow_is_inf
    def __sub__(self, other: Operand) -> Tensor:
        """Subtract: the second input receives the gradient with a minus."""
        a, b = self, as_tensor(other)
        y = a.value - b.value
        return record("-", y, (a, lambda g: g), (b, lambda g: -g))

    def __neg__(self) -> Tensor:
        """Change the sign, and that of the gradient."""
        return record("neg", -self.value, (self, lambda g: -g))

    # --8<-- [start:multiplication]
    @overflow_is_inf
    def __mul__(self, other: Operand) -> Tensor:
        """Scale: each input receives the gradient times the other input."""
        a, b = self, as_tensor(other)
        x, y = kept(a, b), kept(b, a)  # the values as they are now
        return record("*", x * y, (a, lambda g: g * y), (b, lambda g: g * x))

    # --8<-- [end:multiplication]

    @np.errstate(all="ignore")  # x / 0 is inf or nan, without a warning
    def __truediv__(self, other: Operand) -> Tensor:
        """Divide: d(a/b)/da = 1/b and d(a/b)/db = −a/b²."""
        a, b = self, as_tensor(other)
        x = kept(b, a, b)
        y: Array = a.value / x
        return record("/", y, (a, lambda g: g / x), (b, lambda g: -g * y / x))

    @np.errstate(all="ignore")
    def __pow__(self, n: float) -> Tensor:
        """Raise to a constant power: dxⁿ/dx = n xⁿ⁻¹."""
        if not isinstance(n, int | float | np.generic):
            raise ValueError(
                f"the exponent must be a plain number, not a "
                f"{type(n).__name__}; write exp(y * log(x)) for x**y"
            )
        x, n = kept(self, self), as_number("the exponent", n)
        m = n - 1 if n else 0  # x⁰ is flat, even at 0
        return record(f"**{n:g}", x**n, (self, lambda g: g * n * x**m))

    # --8<-- [start:matrix_product]
    @overflow_is_inf
    def __matmul__(self, other: Operand) -> Tensor:
        """Multiply: for C = AB, dL/dA = dL/dC Bᵀ and dL/dB = Aᵀ dL/dC.

        Where the other factor is a vector, this is an outer product.
        """
        other = as_tensor(other)
        a, b = kept(self, other), kept(other, self)
        if not {a.ndim, b.ndim} <= {1, 2} or a.shape[-1] != b.shape[0]:
            raise ValueError(
                f"@ multiplies (n, k) or (k,) by (k, m) or (k,), not "
                f"{a.shape} by {b.shape}; is one to be transposed?"
            )
        outer = np.multiply.outer
        return record(
            "@",
            a @ b,
            (self, lambda g: g @ b.T if b.ndim == 2 else outer(g, b)),
            (other, lambda g: a.T @ g if a.ndim == 2 else outer(a, g)),
        )

    # --8<-- [end:matrix_product]

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: ArrayLike) -> Tensor:
        return as_tensor(other) - self

    def __rtruediv__(self, other: ArrayLike) -> Tensor:
        return as_tensor(other) / self

    def __rmatmul__(self, other: ArrayLike) -> Tensor:
        return as_tensor(other) @ self

    @overflow_is_inf
    def sum(self, axis: Axis = None, keepdims: bool = False) -> Tensor:
        """Add up along ``axis``: every summand receives the gradient."""
        shape = self.value.shape

        def spread(g: Array) -> Array:
            if axis is not None and not keepdims:
                g = np.expand_dims(g, axis)
            return np.full(shape, g)

        return record(
            "sum", self.value.sum(axis, keepdims=keepdims), (self, spread)
        )

    def mean(self, axis: Axis = None, keepdims: bool = False) -> Tensor:
        """Average along ``axis``: the sum over the number of summands."""
        if self.value.size == 0:
            raise ValueError(
                f"shape {self.value.shape} has no mean; is the batch empty?"
            )
        total = self.sum(axis, keepdims)
        return total / (self.value.size / total.value.size)

    def reshape(self, *shape: int | tuple[int, ...]) -> Tensor:
        """Arrange the same numbers in another shape, and the gradient back.

        The shape is given as numbers or as one tuple; -1 stands for what is
        left.
        """
        x = self.value
        before = x.shape
        return record(
            "reshape", x.reshape(*shape), (self, lambda g: g.reshape(before))
        )

    @property
    def T(self) -> Tensor:  # noqa: N802 - NumPy's name
        """Transpose, and the gradient back."""
        return record("T", self.value.T, (self, lambda g: g.T))

    def __getitem__(self, index: Any) -> Tensor:
        """Pick entries: they receive the gradient, the others nothing."""
        y, shape = self.value[index], self.value.shape
        picked = deepcopy(index)  # an array in it may change later

        def put_back(g: Array) -> Array:
            gradient = np.zeros(shape)
            np.add.at(gradient, picked, g)  # an entry may be picked twice
            return gradient

        return record("[]", y, (self, put_back))


def as_tensor(operand: Operand) -> Tensor:
    """Return a tensor as it is, and anything else as a constant."""
    if isinstance(operand, Tensor):
        return operand
    return Tensor(operand, requires_grad=False)


def kept(tensor: Tensor, *readers: Tensor) -> Array:
    """Return a value as it is now, for derivatives that will read it later.

    Parameters
    ----------
    tensor : Tensor
        Only if it is a parameter can its value change, and is copied.
    *readers : Tensor
        Those whose derivative reads the value. Nothing is copied if none of
        them requires a gradient.
    """
    value = tensor.value
    if value.flags.writeable and any(t.requires_grad for t in readers):
        return value.copy(order="K")
    return value


def record(
    operation: str, value: ArrayLike, *inputs: tuple[Tensor, Derivative]
) -> Tensor:
    """Return a result that knows how it was computed.

    Parameters
    ----------
    operation : str
        Name of the operation.
    value : array_like
        What it gave. An array becomes read-only, or is copied if it is a
        view of another one.
    *inputs : pairs of a Tensor and a function
        What it was given. The function turns dL/d value, in the shape of
        ``value``, into dL/d input; it may ignore that the input was
        broadcast, since `backward` adds up the copies. The value of an input
        may change before: the function takes it from `kept`.
    """
    value = as_floats(value)
    if value.base is not None:
        value = value.copy(order="K")
    value.setflags(write=False)
    result = Tensor.__new__(Tensor)  # without the copy that __init__ makes
    result.value, result.operation = value, operation
    parents: tuple[Tensor, ...] = ()
    derivatives: tuple[Derivative, ...] = ()
    requires_grad = False
    for parent, derivative in inputs:
        parents += (parent,)
        derivatives += (derivative,)
        requires_grad |= parent.requires_grad
    result.parents, result.derivatives = parents, derivatives
    result.requires_grad = requires_grad
    return result
