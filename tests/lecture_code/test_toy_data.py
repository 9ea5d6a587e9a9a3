import numpy as np
import pytest

from lecture_code.toy_data import (
    and_gate,
    noisy_sine,
    or_gate,
    two_moons,
    two_rings,
    xor_gate,
)


@pytest.mark.parametrize(
    ("gate", "truth"),
    [
        (and_gate, lambda a, b: a and b),
        (or_gate, lambda a, b: a or b),
        (xor_gate, lambda a, b: a != b),
    ],
)
def test_a_gate_lists_its_truth_table(gate, truth):
    x, y = gate()
    assert x.shape == (4, 2)
    assert x.dtype == np.float64
    assert y.dtype == np.int64
    np.testing.assert_array_equal(x, [[0, 0], [0, 1], [1, 0], [1, 1]])
    assert y.tolist() == [int(truth(bool(a), bool(b))) for a, b in x]


def test_a_gate_is_new_each_time():
    and_gate()[0][:] = 7.0
    assert and_gate()[0].max() == 1.0


@pytest.mark.parametrize("draw", [two_rings, two_moons])
@pytest.mark.parametrize("n_samples", [1, 7, 100])
def test_the_classes_have_half_of_the_samples_each(draw, n_samples, rng):
    x, y = draw(n_samples, 0.1, rng)
    assert x.shape == (n_samples, 2)
    assert x.dtype == np.float64
    assert y.shape == (n_samples,)
    assert y.dtype == np.int64
    assert y.sum() == n_samples // 2


def test_rings_without_noise_have_radius_1_and_2(rng):
    x, y = two_rings(100, 0.0, rng)
    np.testing.assert_allclose(np.hypot(*x.T), 1.0 + y)
    assert np.all(x.min(axis=0) < -1.5)  # all the way round
    assert np.all(x.max(axis=0) > 1.5)


def test_moons_without_noise_are_half_circles(rng):
    x, y = two_moons(200, 0.0, rng)
    upper, lower = x[y == 0], x[y == 1]
    np.testing.assert_allclose(np.hypot(*upper.T), 1.0)
    assert upper[:, 1].min() >= 0
    np.testing.assert_allclose(np.hypot(*(lower - [1.0, 0.5]).T), 1.0)
    assert lower[:, 1].max() <= 0.5
    assert lower[:, 0].min() < 0.5 < upper[:, 0].max()  # they interlock


@pytest.mark.parametrize("draw", [two_rings, two_moons])
def test_noise_spreads_every_coordinate(draw):
    exact, _ = draw(20_000, 0.0, np.random.default_rng(1))
    noisy, _ = draw(20_000, 0.3, np.random.default_rng(1))
    spread = np.std(noisy - exact, axis=0)
    np.testing.assert_allclose(spread, 0.3, rtol=0.03)


def test_the_curve_is_a_sine_with_noise_on_y_alone(rng):
    x, y = noisy_sine(20_000, 0.2, rng)
    assert x.shape == y.shape == (20_000, 1)
    assert -np.pi <= x.min() < -3 < 3 < x.max() <= np.pi
    assert np.std(y - np.sin(x)) == pytest.approx(0.2, rel=0.03)
    x, y = noisy_sine(5, 0.0, rng)
    np.testing.assert_array_equal(y, np.sin(x))


@pytest.mark.parametrize("draw", [two_rings, two_moons, noisy_sine])
def test_the_same_seed_gives_the_same_data(draw):
    one, other = (draw(9, 0.1, np.random.default_rng(2)) for _ in range(2))
    np.testing.assert_array_equal(one[0], other[0])
    np.testing.assert_array_equal(one[1], other[1])


@pytest.mark.parametrize("draw", [two_rings, two_moons, noisy_sine])
def test_no_samples_and_negative_noise_are_refused(draw, rng):
    with pytest.raises(ValueError, match="n_samples must be at least 1"):
        draw(0, 0.1, rng)
    with pytest.raises(ValueError, match="scale < 0"):
        draw(5, -0.1, rng)


def share_by_sector(angle, n_sectors, end):
    return np.histogram(angle, n_sectors, (0.0, end))[0] / len(angle)


def test_the_points_are_spread_evenly_along_their_curves(rng):
    x, y = two_rings(40_000, 0.0, rng)
    for ring in (x[y == 0], x[y == 1]):
        angle = np.arctan2(*ring.T) % (2 * np.pi)
        shares = share_by_sector(angle, 8, 2 * np.pi)
        np.testing.assert_allclose(shares, 1 / 8, atol=0.01)
    x, y = two_moons(40_000, 0.0, rng)
    lower = [1.0, 0.5] - x[y == 1]
    for moon in (x[y == 0], lower):
        shares = share_by_sector(np.arctan2(*moon.T[::-1]), 8, np.pi)
        np.testing.assert_allclose(shares, 1 / 8, atol=0.01)
    x, _ = noisy_sine(40_000, 0.0, rng)
    shares = share_by_sector(x[:, 0] + np.pi, 8, 2 * np.pi)
    np.testing.assert_allclose(shares, 1 / 8, atol=0.01)


@pytest.mark.parametrize("draw", [two_rings, two_moons, noisy_sine])
def test_the_noise_is_added_after_the_exact_points_were_drawn(draw):
    exact, _ = draw(9, 0.0, np.random.default_rng(4))
    noisy, more = draw(9, 0.5, np.random.default_rng(4))
    if draw is noisy_sine:
        exact, noisy = np.sin(noisy), more
    rng = np.random.default_rng(4)
    rng.uniform(size=9)
    np.testing.assert_allclose(
        noisy - exact, rng.normal(scale=0.5, size=noisy.shape), atol=1e-15
    )
