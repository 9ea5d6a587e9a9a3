"""Whether the engines do the same work: only then their times compare."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engines.task import Contestant


def check_agreement(contestants: Mapping[str, Contestant]) -> None:
    """Refuse to compare engines that have not learned the same by now.

    Raises
    ------
    AssertionError
        If the weights of one are not those of the first.
    """
    first, *others = contestants
    expected = contestants[first].weights()
    for other in others:
        found = contestants[other].weights()
        for a, b in zip(found, expected, strict=True):
            np.testing.assert_allclose(a, b, 1e-9, 1e-12, err_msg=other)
