"""Scoring against lectures whose right slides people have marked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from slide_aligner.decisions.thresholds import INSERT_FROM
from slide_aligner.model.model import match
from slide_aligner.model.weights import Weights, shipped
from slide_aligner.training.gold import Lecture, read_lectures
from slide_aligner.training.scores import Judged, LectureScore, judge, score


def evaluate(
    path: Path,
    method: str = "lexical",
    *,
    progress: Callable[[int, int], object] = lambda *_: None,
) -> list[LectureScore]:
    """Score the shipped weights on a file of gold lectures.

    Parameters
    ----------
    path : Path
        See `gold.read_lectures`.
    method : {"lexical", "embeddings"}
        How units are compared with slides.
    progress : callable, optional
        Called with the numbers of lectures done and of all lectures.

    Returns
    -------
    list of LectureScore
        One for each lecture, in the file's order.

    Raises
    ------
    FileProblemError
        If the file is not of the right form.
    """
    lectures = read_lectures(path)
    scores = []
    for number, lecture in enumerate(lectures):
        progress(number, len(lectures))
        judged = judge_lecture(lecture, method=method)
        scores.append(score(judged, INSERT_FROM))
    return scores


def judge_lecture(
    lecture: Lecture,
    *,
    method: str = "lexical",
    weights: Weights | None = None,
) -> Judged:
    """Match a lecture and compare with its gold.

    Parameters
    ----------
    lecture : Lecture
        With at least one unit and one slide.
    method : {"lexical", "embeddings"}
        How units are compared with slides.
    weights : Weights, optional
        Other ones than the method's own, such as those of a fold.
    """
    used = weights or shipped(method)
    found = match(lecture.units, lecture.slides, method=method, weights=used)
    return judge(lecture, found, used.confidence)
