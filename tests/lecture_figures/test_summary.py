"""The figures of the summary show what their captions say."""

import numpy as np
import pytest

from recorded_figures import FiguresOf

shown = FiguresOf("summary")


def test_only_the_cross_entropy_grows_without_end() -> None:
    curves = shown("squared_error_and_cross_entropy")
    squared, entropy = curves["losses"].T
    assert squared.max() < 1 < 10 <= entropy.max()  # 10.00005 is rounded
    assert np.all(np.diff(entropy) < 0)
    assert np.all(curves["gradients"] < 0)
    assert np.all(np.diff(squared) <= 0)
    beyond_rounding = curves["logits"] >= -8.5  # steps of 0.0001 and more
    assert np.all(np.diff(squared[beyond_rounding]) < 0)


def test_only_the_gradient_of_the_squared_error_dies_on_the_left() -> None:
    curves = shown("squared_error_and_cross_entropy")
    squared, entropy = curves["gradients"].T
    assert np.all(np.diff(entropy) >= 0)
    beyond_rounding = curves["logits"] >= -7.75  # steps of 0.0001 and more
    assert np.all(np.diff(entropy[beyond_rounding]) > 0)
    steepest = curves["logits"][np.argmin(squared)]
    assert -2 < steepest < 0
    assert abs(squared[0]) < 1e-3 < 0.99 < abs(entropy[0])


def test_the_gradients_are_the_slopes_of_the_losses() -> None:
    curves = shown("squared_error_and_cross_entropy")
    slopes = np.gradient(curves["losses"], curves["logits"], axis=0)
    np.testing.assert_allclose(
        slopes[1:-1], curves["gradients"][1:-1], atol=0.01
    )


def test_both_turn_back_but_not_at_the_same_time() -> None:
    crossed = shown("way_back_from_a_wrong_answer")["crossed"]
    assert 0 < 50 * crossed["cross-entropy"] < crossed["squared error"]
    for logits in shown("way_back_from_a_wrong_answer")["logits"].values():
        assert logits[0] == pytest.approx(-10)
        assert logits[-1] > 1
