"""All mistakes that have a sentence, in the order they are looked for."""

from __future__ import annotations

from collections.abc import Callable
from types import FrameType

from lecture_live.mistakes import arrays, calls, limits, names, shapes, syntax
from lecture_live.mistakes.mistake import Raised

Says = Callable[[Raised], str | None]

MISTAKES: tuple[Says, ...] = (
    shapes.of_matrix_product,
    shapes.of_product_with_a_number,
    shapes.of_dot,
    shapes.of_broadcasting,
    shapes.of_assignment,
    shapes.of_reshape,
    shapes.of_joining,
    names.not_imported,
    names.not_defined,
    names.not_installed,
    names.no_attribute,
    arrays.floats_into_integers,
    arrays.index_out_of_range,
    arrays.too_many_indices,
    arrays.truth_of_many,
    arrays.singular,
    calls.array_called,
    calls.argument_missing,
    calls.argument_unexpected,
    calls.too_many_arguments,
    syntax.colon_missing,
    syntax.indentation,
    syntax.not_closed,
    limits.division_by_zero,
    limits.recursion,
    limits.memory,
    limits.nothing_to_read,
)


def hint_for(
    error: BaseException, raised_in: tuple[FrameType, int] | None
) -> str | None:
    """Return a sentence about a common mistake, or None for another.

    Parameters
    ----------
    error : BaseException
        What ended the program.
    raised_in : tuple of (frame, int) or None
        The innermost frame and its last instruction.
    """
    frame, instruction = raised_in or (None, 0)
    raised = Raised(error, frame, instruction)
    return next(filter(None, (says(raised) for says in MISTAKES)), None)
