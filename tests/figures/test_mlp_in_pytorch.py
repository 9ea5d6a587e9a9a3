"""What the figures of the MLP in PyTorch show is in their data."""

from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import torch

from lecture_site.modules import load_module

torch.set_num_threads(1)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def figures() -> ModuleType:
    return load_module(ROOT / "scripts/figures/mlp_in_pytorch.py")


def test_each_moment_fits_the_sine_better_than_the_one_before(
    figures: ModuleType,
) -> None:
    data = figures.fit_over_epochs().data
    assert list(data["losses"]) == [0, 20, 50, 200]
    assert np.all(np.diff(list(data["losses"].values())) < 0)
    sine = np.sin(figures.ACROSS)
    errors = [np.mean((fit - sine) ** 2) for fit in data["fits"].values()]
    assert np.all(np.diff(errors) < 0)


def test_the_moments_shown_are_those_that_the_listing_prints(
    figures: ModuleType,
) -> None:
    out = ROOT / "snippets/mlp_in_pytorch/train_on_a_curve_in_torch.out"
    printed = [
        line.split()[-1]
        for line in out.read_text(encoding="utf-8").splitlines()
    ]
    losses = list(figures.fit_over_epochs().data["losses"].values())
    assert printed == [f"{loss:.3f}" for loss in losses]


def test_most_of_ten_seeds_end_above_the_variance_of_the_noise(
    figures: ModuleType,
) -> None:
    curves = figures.loss_over_epochs().data["losses"]
    assert len(curves) == 10
    last = np.array([curve[-1] for curve in curves.values()])
    assert np.sum(last > 2 * figures.NOISE**2) >= 7


def test_every_run_that_forgets_to_clear_ends_above_every_one_that_does(
    figures: ModuleType,
) -> None:
    for right, wrong in figures.forgotten_zero_grad().data.values():
        assert len(right) == len(wrong) == 5
        assert max(right) < min(wrong)


def test_a_row_of_targets_leaves_a_flat_line_at_their_mean(
    figures: ModuleType,
) -> None:
    data = figures.fit_to_a_row_of_targets().data
    assert np.max(np.abs(data["prediction"] - data["mean"])) < 0.02


def test_single_precision_is_a_hundred_million_times_off(
    figures: ModuleType,
) -> None:
    data = figures.drift_from_the_twin().data
    single, double = (np.array(data[n]) for n in ("float32", "float64"))
    assert np.min(single[:, -1]) > 1e8 * np.max(double[:, -1])
    for curves in (single, double):
        assert np.all(curves[:, -1] > 2 * curves[:, 0])


def test_adam_beats_momentum_beats_plain_descent_at_every_rate(
    figures: ModuleType,
) -> None:
    data = figures.error_by_learning_rate().data
    for rate, plain in data["SGD"].items():
        with_momentum = data["SGD with momentum"][rate]
        assert data["Adam"][rate] < with_momentum < plain
    assert max(data["SGD"]) == max(data["SGD with momentum"]) == 0.2
    assert max(data["Adam"]) == 0.5


def test_adam_hardly_changes_over_a_factor_of_ten(
    figures: ModuleType,
) -> None:
    adam = figures.error_by_learning_rate().data["Adam"]
    plateau = [error for rate, error in adam.items() if rate >= 0.05]
    assert len(plateau) == 4
    assert max(plateau) < 1.1 * min(plateau)
