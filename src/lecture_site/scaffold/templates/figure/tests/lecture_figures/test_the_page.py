"""the_title: the figures show what their captions say."""

import numpy as np

from recorded_figures import FiguresOf

shown = FiguresOf("the_page")


def test_the_name() -> None:
    counts = shown("the_name")
    assert np.ptp(counts["one draw"][:10]) < 300
    assert 8 <= counts["sum of two"].argmax() <= 11
