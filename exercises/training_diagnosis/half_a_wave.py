r"""Half a wave.

A cosine schedule begins at $\eta_\text{max}$ and ends at 0 after `n_steps`
steps.
Complete the step size of step `t`.
"""

# %% grade: complete
# %% section: #learning-rate-schedules

# %% start
import numpy as np


def cosine(t, n_steps, eta_max):
    return ...


# %% solution
eta_max / 2 * (1 + np.cos(np.pi * t / n_steps))


# %% visible tests
def test_it_begins_at_the_peak():
    eta = cosine(0, 100, 0.4)
    assert np.isclose(eta, 0.4), f"At the start expect 0.4, and not {eta:.3f}."


# %% hidden tests
def test_it_is_at_half_in_the_middle():
    eta = cosine(50, 100, 0.4)
    assert np.isclose(eta, 0.2), f"Half-way expect 0.2, and not {eta:.3f}."


def test_it_ends_at_zero():
    eta = cosine(100, 100, 0.4)
    assert np.isclose(eta, 0), f"At the end expect 0, and not {eta:.3f}."


def test_it_is_no_straight_line():
    eta = cosine(25, 100, 0.4)
    says = f"After a quarter expect 0.341, and not {eta:.3f}."
    assert np.isclose(eta, 0.2 * (1 + np.sqrt(0.5))), says


# %% hint
# The cosine falls from 1 to −1 as its argument goes from 0 to $\pi$.

# %% hint
# Lift it by 1, so that it falls from 2 to 0, and halve it.

# %% wrong
# The cosine, lifted by 1, falls from 2 to 0: this begins at twice the peak.
eta_max * (1 + np.cos(np.pi * t / n_steps))

# %% wrong
# That is a quarter of a wave: it begins and ends in the same places, but stays
# near the peak for longer and does not settle at the end.
eta_max * np.cos(np.pi / 2 * t / n_steps)

# %% wrong
# That is a whole wave, which climbs back to the peak. Half of it is needed.
eta_max / 2 * (1 + np.cos(2 * np.pi * t / n_steps))

# %% wrong
# That is a straight line; the cosine leaves the peak and reaches 0 gently.
eta_max * (1 - t / n_steps)
