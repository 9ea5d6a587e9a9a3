"""the_title: the figures show what their captions say."""

from pathlib import Path

import numpy as np

from lecture_site.modules import load_module

ROOT = Path(__file__).resolve().parents[2]


def test_the_measured_deviations_lie_on_the_line() -> None:
    figures = load_module(ROOT / "scripts/figures/the_page.py")
    data = figures.how_far_means_stray().data
    np.testing.assert_allclose(data["measured"], data["formula"], rtol=0.03)
