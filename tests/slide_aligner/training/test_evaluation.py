import json
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest
from typer.testing import CliRunner

from slide_aligner.commands.app import app
from slide_aligner.model.weights import from_json
from slide_aligner.training.evaluation import evaluate, judge_lecture
from slide_aligner.training.gold import read_lectures
from slide_aligner.training.scores import (
    Judged,
    calibration,
    calibration_error,
    coverage_at,
)

DATA = Path(__file__).parents[3] / "benchmarks" / "slide_alignment"
FOLDS = json.loads((DATA / "folds.json").read_text(encoding="utf-8"))
WEIGHTS = json.loads(
    (DATA / "weights_of_folds_lexical.json").read_text(encoding="utf-8")
)


def judged(which: str, held_out: str) -> list[Judged]:
    found = []
    for lecture in read_lectures(DATA / f"{which}.json"):
        fold = next(
            fold
            for fold, names in FOLDS.items()
            if fold.startswith(held_out) and lecture.name in names
        )
        weights = from_json(json.dumps(WEIGHTS[fold]))
        found.append(judge_lecture(lecture, weights=weights))
    return found


@pytest.mark.parametrize(
    ("which", "least", "least_crossed"),
    [("mavils_dev", 0.67, 0.64), ("coms4995_dev", 0.73, 0.70)],
)
def test_unseen_lectures_are_matched_as_well_as_is_said(
    which: str, least: float, least_crossed: float
) -> None:
    unseen = judged(which, "fold")
    assert fmean(float(j.right.mean()) for j in unseen) >= least
    assert calibration_error(unseen) <= 0.05
    crossed = judged(which, "all but")
    assert fmean(float(j.right.mean()) for j in crossed) >= least_crossed


def test_every_lecture_is_left_out_once() -> None:
    names = [
        lecture.name
        for which in ("mavils_dev", "coms4995_dev")
        for lecture in read_lectures(DATA / f"{which}.json")
    ]
    dealt = [n for f, ns in FOLDS.items() if f.startswith("fold") for n in ns]
    assert sorted(dealt) == sorted(names)
    assert len({json.dumps(w, sort_keys=True) for w in WEIGHTS.values()}) == 7


def test_the_shipped_weights_score_a_file(tmp_path: Path) -> None:
    lectures = json.loads(
        (DATA / "coms4995_dev.json").read_text(encoding="utf-8")
    )
    path = tmp_path / "one.json"
    path.write_text(json.dumps(lectures[:1]), encoding="utf-8")
    (found,) = evaluate(path)
    assert found.name == "aml-01-introduction"
    assert 0.8 < found.top1 <= found.within1 <= 1
    assert found.insert_precision > 0.8
    assert found.insert_coverage > 0.1


ROWS = [
    {"text": "The step goes down the slope of the loss.", "gold": [0]},
    {"text": "Kernels share weights.", "heading": "Kernels", "gold": [1]},
]
SHOWN = [
    {"title": "Steps", "text": "Steps\ndown the slope of the loss"},
    {"title": "Kernels", "text": "Kernels\nshare their weights"},
]


@pytest.mark.parametrize(
    ("slides", "units", "is_scored"),
    [
        (SHOWN, ROWS, True),
        (SHOWN[:1], ROWS[:1], True),
        ([{"text": ""}] * 2, ROWS, True),
        (SHOWN, [row | {"text": ""} for row in ROWS], True),
        (SHOWN, [row | {"gold": []} for row in ROWS], False),
        (SHOWN, [], False),
        ([], [row | {"gold": []} for row in ROWS], False),
    ],
    ids=[
        *("as usual", "one slide", "empty slides", "empty units"),
        *("nothing scored", "no units", "no slides"),
    ],
)
def test_however_little_a_lecture_has_it_is_scored_as_json(
    slides: list[dict[str, str]],
    units: list[dict[str, Any]],
    is_scored: bool,
    tmp_path: Path,
) -> None:
    path = tmp_path / "gold.json"
    lectures = [{"name": "[b] 深", "slides": slides, "units": units}]
    path.write_text(json.dumps(lectures), encoding="utf-8")
    result = CliRunner().invoke(app, ["evaluate", str(path), "--json"])
    assert (result.exit_code, result.stderr) == (0, "")
    scores = json.loads(result.stdout, parse_constant=pytest.fail)
    (lecture,) = scores["lectures"]
    assert lecture.pop("name") == "[b] 深"
    assert lecture == scores["mean"]
    assert (lecture["top1"] is not None) == is_scored


def made(confidence: list[float], right: list[bool]) -> Judged:
    import numpy as np

    flags = np.array(right)
    return Judged("made", np.array(confidence), flags, flags)


def test_bins_of_equal_mass_go_from_unsure_to_sure() -> None:
    lecture = made([i / 30 for i in range(30)], [i >= 15 for i in range(30)])
    bins = calibration([lecture])
    assert [size for _, _, size in bins] == [2] * 15
    assert bins[0][:2] == pytest.approx((0.5 / 30, 0))
    assert bins[-1][:2] == pytest.approx((28.5 / 30, 1))


def test_the_error_of_a_sure_liar_is_its_confidence() -> None:
    liar = made([0.9] * 15, [False] * 15)
    assert calibration_error([liar]) == pytest.approx(0.9)


def test_coverage_is_how_many_can_be_had_at_a_precision() -> None:
    lecture = made([0.9, 0.8, 0.7, 0.6], [True, True, False, False])
    assert coverage_at([lecture], 1.0) == pytest.approx(0.5)
    assert coverage_at([lecture], 0.6) == pytest.approx(0.75)
    assert coverage_at([made([0.9], [False])], 0.5) == 0
