from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slide_aligner.model.chain import Jumps, posterior
from slide_aligner.model.potentials import (
    DECAYS,
    ChainWeights,
    Potentials,
    jump_factors,
)


def some(n_units: int, n_slides: int, seed: int) -> Potentials:
    rng = np.random.default_rng(seed)
    return Potentials(
        emission=rng.normal(size=(n_units, n_slides)).astype(np.float32),
        entry=rng.normal(size=(n_units, n_slides)).astype(np.float32),
        stay=rng.normal(size=n_slides),
        cue=rng.normal(size=(n_units, 1)),
        moves=ChainWeights(
            kappa=0.0,
            stay=0.0,
            stay_r=0.0,
            step=float(rng.normal()),
            start=0.1,
            forward=rng.normal(size=len(DECAYS)),
            backward=rng.normal(size=len(DECAYS)),
        ),
    )


def factor_of_move(p: Potentials, before: int, after: int, unit: int) -> float:
    distance = after - before
    if distance == 0:
        return float(np.exp(p.stay[after] + p.cue[unit, 0]))
    decays = np.array(DECAYS)
    if distance == 1:
        factor = np.exp(p.moves.step)
    elif distance > 1:
        factor = np.sum(np.exp(p.moves.forward) * decays ** (distance - 2))
    else:
        factor = np.sum(np.exp(p.moves.backward) * decays ** (-distance - 1))
    return float(factor * np.exp(p.entry[unit, after]))


def by_all_paths(p: Potentials) -> np.ndarray:
    n_units, n_slides = p.emission.shape
    total = np.zeros((n_units, n_slides))
    for path in product(range(n_slides), repeat=n_units):
        factor = np.exp(
            -0.3 * np.exp(p.moves.start) * path[0] + p.emission[0, path[0]]
        )
        for unit in range(1, n_units):
            factor *= factor_of_move(p, path[unit - 1], path[unit], unit)
            factor *= np.exp(p.emission[unit, path[unit]])
        total[range(n_units), path] += factor
    return total / total.sum(axis=1, keepdims=True)


@settings(max_examples=30, deadline=None)
@given(
    n_units=st.integers(1, 4),
    n_slides=st.integers(1, 5),
    seed=st.integers(0, 10**6),
)
def test_the_two_passes_add_up_all_paths(
    n_units: int, n_slides: int, seed: int
) -> None:
    potentials = some(n_units, n_slides, seed)
    np.testing.assert_allclose(
        posterior(potentials), by_all_paths(potentials), atol=2e-6
    )


@pytest.mark.parametrize("n_slides", [1, 2, 3, 40])
def test_the_recursion_along_slides_adds_up_the_table_of_jumps(
    n_slides: int,
) -> None:
    moves = some(1, n_slides, 0).moves
    slides = np.arange(n_slides)
    table = jump_factors(moves, slides - slides[:, None], np.exp)
    jumps = Jumps(moves)
    each = np.eye(n_slides)
    onward = np.stack([jumps.onward(row) for row in each])
    back = np.stack([jumps.back(row) for row in each])
    np.testing.assert_allclose(onward, table, atol=1e-12)
    np.testing.assert_allclose(back, table.T, atol=1e-12)


@pytest.mark.parametrize("size", [1e3, -1e3])
def test_extreme_values_stay_finite(size: float) -> None:
    potentials = some(6, 7, 0)
    potentials.emission[2, 3] = size
    potentials.entry[4] = size
    found = posterior(potentials)
    assert np.isfinite(found).all()
    np.testing.assert_allclose(found.sum(axis=1), 1, atol=1e-5)


def test_thousands_of_slides_need_no_table_of_jumps() -> None:
    found = posterior(some(50, 20_000, 0))
    assert found.shape == (50, 20_000)
    np.testing.assert_allclose(found.sum(axis=1), 1, atol=1e-4)
