"""What the figures of the MLP in PyTorch show is in their data."""

import numpy as np

from lecture_experiments.mlp_in_pytorch.curve_in_torch import NOISE
from recorded_figures import PROJECT, FiguresOf

shown = FiguresOf("mlp_in_pytorch")


def test_each_moment_fits_the_sine_better_than_the_one_before() -> None:
    data = shown("fit_over_epochs")
    assert list(data["losses"]) == [0, 20, 50, 200]
    assert np.all(np.diff(list(data["losses"].values())) < 0)
    sine = np.sin(data["across"])
    errors = [np.mean((fit - sine) ** 2) for fit in data["fits"].values()]
    assert np.all(np.diff(errors) < 0)


def test_the_moments_shown_are_those_that_the_listing_prints() -> None:
    out = (
        PROJECT.root / "snippets/mlp_in_pytorch/train_on_a_curve_in_torch.out"
    )
    printed = [
        line.split()[-1]
        for line in out.read_text(encoding="utf-8").splitlines()
    ]
    losses = list(shown("fit_over_epochs")["losses"].values())
    assert printed == [f"{loss:.3f}" for loss in losses]


def test_most_of_ten_seeds_end_above_the_variance_of_the_noise() -> None:
    curves = shown("loss_over_epochs")["losses"]
    assert len(curves) == 10
    last = np.array([curve[-1] for curve in curves.values()])
    assert np.sum(last > 2 * NOISE**2) >= 7


def test_every_run_that_forgets_to_clear_ends_above_every_one_that_does() -> (
    None
):
    for right, wrong in shown("forgotten_zero_grad").values():
        assert len(right) == len(wrong) == 5
        assert max(right) < min(wrong)


def test_a_row_of_targets_leaves_a_flat_line_at_their_mean() -> None:
    data = shown("fit_to_a_row_of_targets")
    assert np.max(np.abs(data["prediction"] - data["mean"])) < 0.02


def test_single_precision_is_a_hundred_million_times_off() -> None:
    data = shown("drift_from_the_twin")
    for seed in range(3):
        ends = [data[name][f"end {seed}"] for name in ("float32", "float64")]
        assert ends[0] > 8 + ends[1]  # powers of ten
        begins = [data[n][f"begin {seed}"] for n in ("float32", "float64")]
        assert np.all(np.array(ends) > np.log10(2) + begins)


def test_adam_beats_momentum_beats_plain_descent_at_every_rate() -> None:
    data = shown("error_by_learning_rate")
    for rate, plain in data["SGD"].items():
        with_momentum = data["SGD with momentum"][rate]
        assert data["Adam"][rate] < with_momentum < plain
    assert max(data["SGD"]) == max(data["SGD with momentum"]) == 0.2
    assert max(data["Adam"]) == 0.5


def test_adam_hardly_changes_over_a_factor_of_ten() -> None:
    adam = shown("error_by_learning_rate")["Adam"]
    plateau = [error for rate, error in adam.items() if rate >= 0.05]
    assert len(plateau) == 4
    assert max(plateau) < 1.1 * min(plateau)
