"""The glossary has every feature that there is, and no other."""

import numpy as np
import pytest

from samples import DECK
from slide_aligner.features import embeddings
from slide_aligner.features.glossary import (
    CUES,
    OF_VECTORS,
    SIMILARITIES,
    SLIDES,
)
from slide_aligner.features.terms import Unit
from slide_aligner.model.model import case
from slide_aligner.model.weights import shipped
from slide_aligner.training.layout import ENTRY

UNITS = [Unit("Multiply the derivatives."), Unit("They shrink.")]


@pytest.fixture
def drawn_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(0)
    monkeypatch.setattr(
        embeddings,
        "_vectors",
        lambda texts: rng.normal(size=(len(texts), 3)).astype(np.float32),
    )


@pytest.mark.parametrize(
    ("method", "similarities"),
    [("lexical", SIMILARITIES), ("embeddings", SIMILARITIES | OF_VECTORS)],
)
@pytest.mark.usefixtures("drawn_vectors")
def test_the_glossary_has_what_is_compared_and_weighted(
    method: str, similarities: dict[str, str]
) -> None:
    seen = case(UNITS, DECK.slides, method=method)
    assert list(dict(seen.similarities)) == list(similarities)
    assert seen.cues.keys() == CUES.keys()
    assert seen.slides.keys() == SLIDES.keys()
    weights = shipped(method)
    assert weights.emission.keys() == similarities.keys()
    assert weights.cues.keys() == CUES.keys()
    assert weights.slides.keys() == SLIDES.keys()


def test_what_counts_on_entering_is_in_the_glossary() -> None:
    assert set(ENTRY) <= (SIMILARITIES | OF_VECTORS).keys()


def test_every_feature_has_one_sentence() -> None:
    for table in (SIMILARITIES, OF_VECTORS, CUES, SLIDES):
        for meaning in table.values():
            assert meaning.endswith((".", "?"))
            assert ". " not in meaning
