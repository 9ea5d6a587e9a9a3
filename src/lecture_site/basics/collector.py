"""Python's search for objects that only hold each other, made seldom.

A build makes millions of objects and keeps most of them. With Python's usual
thresholds it looks through them again and again.
"""

from __future__ import annotations

import gc

# Further objects after which the youngest are looked through, and how often
# that happens before older ones are; by itself Python takes 700, 10 and 10.
THRESHOLDS = (50_000, 5, 5)


def look_seldom() -> None:
    """Pass over what is loaded by now, and look seldom at what is new."""
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
