"""Fit the weights of the slide aligner, and record how well they do.

For each fold the weights are fitted on the other lectures, so that no lecture
is scored by weights that have seen it; then once on all, to be shipped.
"""

import argparse
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from rich.console import Console
from sklearn.linear_model import LogisticRegression

from slide_aligner.model.calibration import log_odds, ratio_of
from slide_aligner.model.weights import METHODS, Weights
from slide_aligner.training import gold
from slide_aligner.training.evaluation import judge_lecture
from slide_aligner.training.examples import examples
from slide_aligner.training.fit import fit

Sets = dict[str, list[gold.Lecture]]
Odds = tuple[np.ndarray, np.ndarray]

ROOT = Path(__file__).parents[1]
DATA = ROOT / "benchmarks" / "slide_alignment"
SHIPPED = ROOT / "src" / "slide_aligner" / "model"
SETS = ("coms4995_dev", "mavils_dev")
N_FOLDS = 5


def main() -> None:
    """Fit, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--method", choices=METHODS, default="lexical")
    method = parser.parse_args().method
    sets = {s: gold.read_lectures(DATA / f"{s}.json") for s in SETS}
    lectures = [lecture for found in sets.values() for lecture in found]
    held_out = _held_out(sets)
    chosen, layout = examples(lectures, method)
    with Console().status("fitting (about seven minutes)"):
        fitted = fit(chosen, _fitted_on(held_out, lectures), layout)
    folds = dict(zip(held_out, fitted, strict=False))
    with Console().status("calibrating"):
        shipped, folds = _calibrated(fitted[-1], folds, held_out, sets, method)
    _write(SHIPPED / f"weights_{method}.json", asdict(shipped))
    _write(
        DATA / f"weights_of_folds_{method}.json",
        {name: asdict(each) for name, each in folds.items()},
    )
    _write(DATA / "folds.json", held_out)


def _held_out(sets: Sets) -> dict[str, list[str]]:
    """Return which lectures each set of weights has not seen."""
    names = {s: [each.name for each in found] for s, found in sets.items()}
    folds = {
        f"fold {fold}": [
            name for each in names.values() for name in each[fold::N_FOLDS]
        ]
        for fold in range(N_FOLDS)
    }
    return folds | {f"all but {s}": each for s, each in names.items()}


def _fitted_on(
    held_out: dict[str, list[str]], lectures: list[gold.Lecture]
) -> list[list[str]]:
    return [
        [each.name for each in lectures if each.name not in left_out]
        for left_out in [*held_out.values(), []]
    ]


def _calibrated(
    shipped: Weights,
    folds: dict[str, Weights],
    held_out: dict[str, list[str]],
    sets: Sets,
    method: str,
) -> tuple[Weights, dict[str, Weights]]:
    """Learn from unseen lectures what a probability is worth.

    A fold learns it from the lectures that it was fitted on, each judged by
    weights that had not seen it.
    """
    unseen = {
        lecture.name: _odds(lecture, folds[fold], method)
        for fold, names in held_out.items()
        if fold.startswith("fold")
        for found in sets.values()
        for lecture in found
        if lecture.name in names
    }
    return replace(shipped, confidence=_learn(unseen)), {
        fold: replace(
            weights,
            confidence=_learn(
                {n: x for n, x in unseen.items() if n not in held_out[fold]}
            ),
        )
        for fold, weights in folds.items()
    }


def _odds(lecture: gold.Lecture, weights: Weights, method: str) -> Odds:
    judged = judge_lecture(lecture, method=method, weights=weights)
    ratio = ratio_of((len(lecture.units), len(lecture.slides)))
    odds = log_odds(judged.confidence)
    return np.stack([odds, np.full_like(odds, ratio)], axis=1), judged.right


def _learn(unseen: dict[str, Odds]) -> dict[str, float]:
    """Fit a logistic regression in which every lecture counts the same."""
    x = np.concatenate([odds for odds, _ in unseen.values()])
    y = np.concatenate([right for _, right in unseen.values()])
    weight = np.concatenate(
        [np.full(len(right), 1 / len(right)) for _, right in unseen.values()]
    )
    model = LogisticRegression(C=1e6).fit(x, y, sample_weight=weight)
    slope, ratio = model.coef_[0]
    fitted = {"slope": slope, "offset": model.intercept_[0], "ratio": ratio}
    return {name: round(float(value), 4) for name, value in fitted.items()}


def _write(path: Path, values: Mapping[str, object]) -> None:
    text = json.dumps(values, indent=1, sort_keys=True, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
