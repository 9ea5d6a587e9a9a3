"""Lectures matched with slides by weights that have not seen them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from lecture_experiments.missing_data import DataMissingError
from slide_aligner.decisions.thresholds import INSERT_FROM
from slide_aligner.features.stems import words
from slide_aligner.model.weights import Weights, from_json
from slide_aligner.training.evaluation import judge_lecture
from slide_aligner.training.gold import read_lectures
from slide_aligner.training.scores import Judged, LectureScore, score

DATA_FILES = (
    "benchmarks/slide_alignment/*.json",
    "src/slide_aligner/features/*.toml",
    "src/slide_aligner/features/*.txt",
)
SETS = {"MaViLS": "mavils_dev", "COMS": "coms4995_dev"}
FEW_WORDS = 5
_FOLDER = "benchmarks/slide_alignment"
_DATA = Path(__file__).parents[3] / _FOLDER


@cache
def judged(which: str, held_out: str = "fold") -> tuple[Judged, ...]:
    """Return what was chosen for the lectures of a set.

    Parameters
    ----------
    which : {"MaViLS", "COMS"}
        The set of lectures.
    held_out : {"fold", "all but"}
        Whether the weights were fitted without the fifth of both sets that
        a lecture is in, or without its whole set.
    """
    lectures = read_lectures(_data(f"{SETS[which]}.json"))
    return tuple(
        judge_lecture(lecture, weights=_unseeing(lecture.name, held_out))
        for lecture in lectures
    )


def scores(which: str) -> list[LectureScore]:
    """Return the figures of each lecture of a set, from weights of folds."""
    return [score(each, INSERT_FROM) for each in judged(which)]


def one_off(which: str) -> float:
    """Return the share of wrong slides that are next to the right one."""
    near = sum(int((j.near & ~j.right).sum()) for j in judged(which))
    return near / sum(int((~j.right).sum()) for j in judged(which))


def bare(which: str) -> float:
    """Return the share of wrong choices whose right slide has few words."""
    lectures = read_lectures(_data(f"{SETS[which]}.json"))
    few = wrong = 0
    for lecture, found in zip(lectures, judged(which), strict=True):
        lengths = [len(words(slide.text)) for slide in lecture.slides]
        scored = [accepted for accepted in lecture.gold if accepted]
        for accepted, right in zip(scored, found.right, strict=True):
            wrong += not right
            few += not right and lengths[min(accepted)] < FEW_WORDS
    return few / wrong


def _unseeing(name: str, held_out: str) -> Weights:
    folds: dict[str, list[str]] = _read("folds.json")
    fold = next(
        fold
        for fold, names in folds.items()
        if fold.startswith(held_out) and name in names
    )
    return from_json(json.dumps(_read("weights_of_folds_lexical.json")[fold]))


def _data(name: str) -> Path:
    if not _DATA.is_dir():
        raise DataMissingError(
            f"{_FOLDER} is in the repository, not in the package: "
            "run this in a checkout"
        )
    return _DATA / name


def _read(name: str) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(_data(name).read_text(encoding="utf-8"))
    return kept
