import numpy as np
import pytest

from recorded_figures import FiguresOf

shown = FiguresOf("batch_normalisation")


def test_the_feature_gets_the_mean_and_std_of_the_caption() -> None:
    before, normalised, moved = shown("one_feature").values()
    assert before["mean"] > 8
    assert normalised == pytest.approx({"mean": 0, "std": 1}, abs=1e-5)
    assert moved == pytest.approx({"mean": 3, "std": 0.5}, abs=1e-5)


def test_every_normalised_layer_has_the_same_spread() -> None:
    stds = shown("layers_before_and_after")["stds"]
    assert len(stds["plain"]) == len(stds["BatchNorm"]) == 10
    assert stds["plain"][-1] < 0.02 * stds["plain"][0]
    np.testing.assert_allclose(stds["BatchNorm"], 1, rtol=2e-2)


def test_the_noise_comes_down_to_one_over_root_m() -> None:
    data = shown("noise_by_batch_size")
    excess = np.array(data["noise"]) * np.sqrt(data["sizes"])
    assert np.all(excess[:3] > 1.04)  # the variance is uncertain too
    np.testing.assert_allclose(excess[3:], 1, rtol=0.06)


def test_a_larger_momentum_is_quicker_and_more_restless() -> None:
    means = shown("running_mean")["means"]
    quick, usual, slow = (np.array(means[m]) for m in (0.3, 0.1, 0.01))
    assert quick[10] > usual[10] > slow[10]
    late = slice(60, None)
    assert quick[late].std() > usual[late].std()
    assert usual[100] == pytest.approx(5, abs=0.3)


def test_in_images_the_pixels_share_the_statistics_too() -> None:
    data = shown("who_shares_statistics")
    assert list(data["values_together"]) == [4, 36]
    assert list(data["squares_drawn"]) == [3 * 4, 3 * 36]


def test_with_batch_norm_more_steps_train_and_all_have_a_limit() -> None:
    losses = shown("loss_over_step_sizes")["losses"]
    train = {name: np.array(values) < 0.5 for name, values in losses.items()}
    assert 0 < 2 * train["plain"].sum() < train["BatchNorm"].sum()
    assert min(losses["BatchNorm"]) < min(losses["plain"]) / 4
    assert losses["BatchNorm"][-1] > 2


def test_at_the_larger_step_size_only_batch_norm_learns() -> None:
    losses = shown("loss_curves")["losses"]
    for lr in (0.125, 1.0):
        assert losses[lr]["BatchNorm"][-1] < 0.1
    assert losses[0.125]["plain"][-1] < 0.5
    assert losses[1.0]["plain"][-1] > 2


def test_batch_norm_forgives_small_weights_and_feels_large_ones() -> None:
    losses = shown("loss_over_scales")["losses"]
    assert losses["plain"][0] > 2
    assert losses["plain"][-1] > 2
    assert losses["BatchNorm"][0] < 0.1 < losses["BatchNorm"][-1] < 1.5


def test_batch_norm_is_rougher_at_the_start_and_smoother_later() -> None:
    ranges = shown("loss_along_the_gradient")["ranges"]
    assert ranges["BatchNorm"][0] > ranges["plain"][0]
    later = np.median(ranges["plain"][5:])
    assert np.median(ranges["BatchNorm"][5:]) < later / 3


def test_with_batch_norm_the_scale_does_not_matter_to_the_gradient() -> None:
    norms = shown("gradient_by_depth")["norms"]
    assert norms["plain, scale 0.5"][0] < 1e-4
    assert 0.05 < norms["plain, scale 1"][0] < 20
    np.testing.assert_allclose(
        norms["BatchNorm, scale 0.5"], norms["BatchNorm, scale 1"], rtol=0.05
    )
    assert norms["BatchNorm, scale 1"][0] > 10
