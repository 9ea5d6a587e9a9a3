"""Fit the weights of the slide aligner, and record how well they do.

For each fold the weights are fitted on the other lectures, so that no lecture
is scored by weights that have seen it; then once on all, to be shipped.
"""

import argparse
import json
from pathlib import Path

from rich.console import Console

from slide_aligner import gold, training
from slide_aligner.weights import METHODS, Weights

ROOT = Path(__file__).parents[1]
DATA = ROOT / "benchmarks" / "slide_alignment"
SHIPPED = ROOT / "src" / "slide_aligner"
SETS = ("coms4995_dev", "mavils_dev")
N_FOLDS = 5


def main() -> None:
    """Fit, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--method", choices=METHODS, default="lexical")
    method = parser.parse_args().method
    names, lectures = _lectures()
    everything = [name for each in names.values() for name in each]
    held_out = {
        f"fold {fold}": [
            name for each in names.values() for name in each[fold::N_FOLDS]
        ]
        for fold in range(N_FOLDS)
    }
    held_out |= {f"all but {s}": each for s, each in names.items()}
    with Console().status("comparing units with slides"):
        examples, layout = training.examples(lectures, method)
    with Console().status("fitting (about two minutes)"):
        fitted = training.fit(
            examples,
            [
                [name for name in everything if name not in left_out]
                for left_out in [*held_out.values(), []]
            ],
            layout,
        )
    _write(method, fitted[-1], dict(zip(held_out, fitted, strict=False)))
    _write_folds(held_out)


def _lectures() -> tuple[dict[str, list[str]], list[gold.Lecture]]:
    sets = {s: gold.read_lectures(DATA / f"{s}.json") for s in SETS}
    names = {s: [each.name for each in found] for s, found in sets.items()}
    return names, [each for found in sets.values() for each in found]


def _write(method: str, shipped: Weights, folds: dict[str, Weights]) -> None:
    path = SHIPPED / f"weights_{method}.json"
    path.write_text(shipped.as_json() + "\n", encoding="utf-8")
    kept = {name: json.loads(each.as_json()) for name, each in folds.items()}
    text = json.dumps(kept, indent=1, sort_keys=True)
    path = DATA / f"weights_of_folds_{method}.json"
    path.write_text(text + "\n", encoding="utf-8")


def _write_folds(held_out: dict[str, list[str]]) -> None:
    text = json.dumps(held_out, indent=1, ensure_ascii=False)
    path = DATA / "folds.json"
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
