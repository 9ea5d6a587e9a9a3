"""Random numbers that a browser draws too, so that both see the same run."""

from __future__ import annotations

import math
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from lecture_code.arrays import Array, IntArray

Size: TypeAlias = int | tuple[int, ...]
Words: TypeAlias = NDArray[np.uint32]

_GOLDEN = 0x9E3779B9
_WORDS = 2**32


class Draws:
    """A counter, mixed well; stands in for `numpy.random.Generator`.

    This is SplitMix with words of 32 bits and the finaliser of MurmurHash3.
    It has the methods by which the teaching code draws, under their names.

    Parameters
    ----------
    seed : int
        At least 0, below 2^32.
    stream : int
        The streams of one seed are different numbers.

    References
    ----------
    Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
    OOPSLA 2014. doi:10.1145/2660193.2660195
    """

    def __init__(self, seed: int, stream: int = 0) -> None:
        first = _mixed(np.array([(seed + _GOLDEN) % _WORDS], np.uint32))
        start = _mixed(first + np.uint32(stream))
        self._counter = int(start[0])

    def random(self, size: Size) -> Array:
        """Return numbers between 0 and 1, never one of them."""
        count = math.prod(size) if isinstance(size, tuple) else size
        steps = np.arange(1, count + 1, dtype=np.uint64) * _GOLDEN
        words = (steps + self._counter) % _WORDS
        self._counter = (self._counter + count * _GOLDEN) % _WORDS
        uniform = (_mixed(words.astype(np.uint32)) + 0.5) / _WORDS
        return np.reshape(uniform, size)

    def uniform(self, low: float, high: float, size: Size) -> Array:
        """Return numbers between two others."""
        return low + (high - low) * self.random(size)

    def normal(self, scale: float, size: Size) -> Array:
        """Return normal numbers with mean 0, as Box and Muller draw them."""
        shape = size if isinstance(size, tuple) else (size,)
        pairs = self.random((*shape, 2))
        radius = np.sqrt(-2.0 * np.log(pairs[..., 0]))
        return scale * radius * np.cos(2.0 * np.pi * pairs[..., 1])

    def permutation(self, n: int) -> IntArray:
        """Return 0, 1, …, n - 1 in some order."""
        order = np.arange(n, dtype=np.int64)
        at = np.arange(n - 1, 0, -1)
        for i, u in zip(at, self.random(n - 1), strict=True):
            j = int(u * (i + 1))
            order[i], order[j] = order[j], order[i]
        return order


def _mixed(words: Words) -> Words:
    words = (words ^ (words >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    words = (words ^ (words >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return words ^ (words >> np.uint32(16))
