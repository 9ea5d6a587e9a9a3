"""the_title: the figures show what their captions say."""

import numpy as np

from recorded_figures import FiguresOf

shown = FiguresOf("the_page")


def test_the_measured_deviations_lie_on_the_line() -> None:
    data = shown("how_far_means_stray")
    np.testing.assert_allclose(data["measured"], data["formula"], rtol=0.03)
