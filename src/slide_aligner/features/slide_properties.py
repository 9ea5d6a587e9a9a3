"""What of a slide itself tells how long it is spoken about."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from slide_aligner.features import counts
from slide_aligner.features.counts import Sparse

FEW_WORDS = 3  # a slide of fewer has nothing to be recognised by


def slide_properties(
    shown: Sparse, n_words: NDArray[np.int64]
) -> dict[str, NDArray[np.float32]]:
    """Return properties by name, each of shape (n_slides,).

    Parameters
    ----------
    shown : sparse array
        Counts of the slides' terms, shape (n_slides, n_terms).
    n_words : array of int
        How many words each slide has, shape (n_slides,).
    """
    lengths = np.log1p(n_words)
    rows = counts.unit_length(counts.log_counts(shown))
    alike = np.asarray(rows.multiply(counts.shifted(rows, -1)).sum(axis=1))
    return {
        "length": (lengths - lengths.mean()).astype(np.float32),
        "empty": (n_words < FEW_WORDS).astype(np.float32),
        "like_next": alike.astype(np.float32),
    }
