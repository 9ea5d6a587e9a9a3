"""The figures of the page on momentum and Adam show what it says."""

import numpy as np

from recorded_figures import FiguresOf

shown = FiguresOf("momentum_and_adam")


def test_momentum_gets_furthest_in_the_valley() -> None:
    left = shown("paths_in_a_valley")["left"]
    assert left["momentum"] < left["Adam"] < left["gradient descent"] < 1


def test_steps_follow_the_condition_number_or_its_root() -> None:
    steps = shown("steps_against_condition")["steps"]
    by_descent = np.array(steps["gradient descent"])
    by_momentum = np.array(steps["momentum"])
    # Each valley is about √10 times as long as the one before.
    assert np.all(by_descent[1:] / by_descent[:-1] > 2.8)
    assert np.all(by_momentum[1:] / by_momentum[:-1] < 2.3)


def test_adam_needs_the_axes() -> None:
    steps = shown("steps_against_condition")["steps"]
    along = np.array(steps["Adam, along an axis"])
    between = np.array(steps["Adam, between the axes"])
    assert along.max() < 1.3 * along.min()
    assert between[-1] > 3 * along[-1]
