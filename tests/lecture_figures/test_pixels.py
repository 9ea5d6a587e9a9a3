"""An image drawn as paths has the greys of its pixels."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import PathPatch

from lecture_figures.shared.pixels import N_LEVELS, draw_image


def test_the_ink_is_that_of_the_pixels() -> None:
    image = np.random.default_rng(0).integers(N_LEVELS + 1, size=(8, 8))
    _, ax = plt.subplots()
    draw_image(ax, image / N_LEVELS, left=3, top=10)
    ink = 0.0
    for patch in ax.patches:
        assert isinstance(patch, PathPatch)
        corners = patch.get_path().vertices.reshape(-1, 5, 2)
        sizes = np.ptp(corners, axis=1)
        ink += (patch.get_alpha() or 0) * np.prod(sizes, axis=1).sum()
        assert corners[..., 0].min() >= 3
        assert corners[..., 1].max() <= 10
    assert np.isclose(ink, image.sum() / N_LEVELS)


def test_a_blank_image_draws_nothing() -> None:
    _, ax = plt.subplots()
    draw_image(ax, np.zeros((8, 8)), left=0, top=0)
    assert len(ax.patches) == 0
