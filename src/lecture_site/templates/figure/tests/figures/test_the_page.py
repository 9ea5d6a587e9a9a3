"""the_title: the figures show what their captions say."""

from pathlib import Path

import numpy as np

from lecture_site.modules import load_module

ROOT = Path(__file__).resolve().parents[2]


def test_the_name() -> None:
    figures = load_module(ROOT / "scripts/figures/the_page.py")
    counts = figures.the_name().data
    assert np.ptp(counts["one draw"][:10]) < 300
    assert 8 <= counts["sum of two"].argmax() <= 11
