"""Tells linear work from quadratic, on a machine of any speed.

A bound in seconds fails where the machine is slow or busy. Here the same work
is timed at two sizes in one process, and only their ratio counts.
"""

import time
from collections.abc import Callable

_TIMES_AS_MUCH = 4  # work that is linear takes 4 times as long, quadratic 16
_AT_MOST = 8
_ROUNDS = 8


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """Fail if work at `size` takes far more than four times a quarter of it.

    What disturbs the clock makes work look slower, never faster. So the least
    of several times is the truest, and as soon as it is near enough to linear
    the question is settled. Quadratic work never comes near.
    """
    short = long = float("inf")
    for _ in range(_ROUNDS):
        short = min(short, _seconds(work, size // _TIMES_AS_MUCH))
        long = min(long, _seconds(work, size))
        if long < _AT_MOST * short:
            return
    raise AssertionError(
        f"{_TIMES_AS_MUCH} times as much takes {long / short:.1f} times as "
        f"long: {short:.4f} s and {long:.4f} s"
    )


def _seconds(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start
