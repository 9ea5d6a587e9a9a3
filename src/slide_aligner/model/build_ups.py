"""Slides that build up: each shows all of the one before, and more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from slide_aligner.documents import Slide
from slide_aligner.features.aliases import Aliases
from slide_aligner.features.stems import words

_KEPT = 0.9


def build_ups(slides: Sequence[Slide], aliases: Aliases) -> NDArray[np.int64]:
    """Return for each slide the index of the most complete of its build-up.

    Parameters
    ----------
    slides : sequence of Slide
        In order.
    aliases : Aliases
        What formulas stand for.

    Returns
    -------
    array of int
        Shape (n_slides,), indices from 0; a slide that builds up to nothing
        has its own.
    """
    shown = [Counter(words(slide.text, aliases)) for slide in slides]
    last = np.arange(len(slides))
    for index in range(len(slides) - 2, -1, -1):
        here, after = slides[index], slides[index + 1]
        same_title = here.title.strip() == after.title.strip()
        if same_title and _stays(shown[index], shown[index + 1]):
            last[index] = last[index + 1]
    return last


def _stays(here: Counter[str], after: Counter[str]) -> bool:
    """Whether nearly all that is shown here is shown afterwards too."""
    return (here & after).total() >= _KEPT * here.total() > 0
