"""The numbers that a browser draws too: random, and the same in any pieces."""

import numpy as np
import pytest

from lecture_golden.shared.draws import Draws

WORD = 2**32 - 1


def mixed(word: int) -> int:
    """Mix a word as MurmurHash3 ends, in whole numbers of any size."""
    word ^= word >> 16
    word = word * 0x85EBCA6B & WORD
    word ^= word >> 13
    word = word * 0xC2B2AE35 & WORD
    return word ^ word >> 16


def test_each_number_is_the_next_count_mixed() -> None:
    golden = 0x9E3779B9
    counter = mixed(mixed(7 + golden & WORD) + 3 & WORD)
    counts = [counter + i * golden & WORD for i in (1, 2, 3)]
    wanted = [(mixed(count) + 0.5) / 2**32 for count in counts]
    assert Draws(7, 3).random(3).tolist() == wanted


def test_pieces_are_the_same_numbers_as_the_whole() -> None:
    whole, pieces = Draws(1), Draws(1)
    found = [pieces.random(2), pieces.random((1, 3)).ravel()]
    assert np.concatenate(found).tolist() == whole.random(5).tolist()


def test_seeds_and_streams_give_other_numbers() -> None:
    pairs = [(0, 0), (1, 0), (0, 1), (1, 1), (2**32 - 1, 0)]
    firsts = {float(Draws(*pair).random(1)[0]) for pair in pairs}
    assert len(firsts) == len(pairs)


def test_uniform_and_normal_numbers_have_their_moments() -> None:
    n = 100_000
    uniform = Draws(2).uniform(-1.0, 3.0, n)
    assert -1 < uniform.min() < uniform.max() < 3
    assert uniform.mean() == pytest.approx(1, abs=0.02)
    assert uniform.std() == pytest.approx(4 / 12**0.5, rel=0.01)
    normal = Draws(2).normal(scale=3.0, size=(n, 1))
    assert normal.mean() == pytest.approx(0, abs=0.05)
    assert normal.std() == pytest.approx(3, rel=0.02)
    assert np.mean(normal**4) == pytest.approx(3 * 81, rel=0.05)
    neighbours = np.corrcoef(normal[:-1, 0], normal[1:, 0])
    assert neighbours[0, 1] == pytest.approx(0, abs=0.02)


@pytest.mark.parametrize("n", [1, 2, 100])
def test_a_permutation_has_each_number_once(n: int) -> None:
    draws = Draws(5)
    orders = [draws.permutation(n).tolist() for _ in range(50)]
    assert all(sorted(order) == list(range(n)) for order in orders)
    assert len({tuple(order) for order in orders}) == min(50, n)
