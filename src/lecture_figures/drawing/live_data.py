"""The mark of a function that returns what a live picture starts from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Data = dict[str, Any]


def live_data(function: Callable[[], Data]) -> Callable[[], Data]:
    """Mark a function as the source of a live picture."""
    return function
