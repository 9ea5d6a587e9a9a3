"""How often a paragraph gets the right slide, measured on marked lectures."""

from __future__ import annotations

import math
from statistics import fmean

from lecture_experiments.how_slides_are_matched.slide_matching import (
    bare,
    judged,
    one_off,
    scores,
)
from lecture_measurements.measurement import measurement
from slide_aligner.training.scores import calibration_error, coverage_at


def _top1(which: str, held_out: str = "fold") -> float:
    return fmean(float(j.right.mean()) for j in judged(which, held_out))


def _within1(which: str) -> float:
    return fmean(float(j.near.mean()) for j in judged(which))


def _precision(which: str) -> float:
    found = [each.insert_precision for each in scores(which)]
    return fmean(value for value in found if not math.isnan(value))


def _coverage(which: str) -> float:
    return fmean(each.insert_coverage for each in scores(which))


@measurement(low=0.722, high=0.733)
def top1_mavils() -> float:
    """MaViLS: mean share of sentences that get the right slide."""
    return _top1("MaViLS")


@measurement(low=0.74, high=0.751)
def top1_coms() -> float:
    """COMS: mean share of paragraphs that get the right slide."""
    return _top1("COMS")


@measurement(low=0.954, high=0.965)
def within1_mavils() -> float:
    """MaViLS: mean share of sentences that are at most one slide off."""
    return _within1("MaViLS")


@measurement(low=0.932, high=0.943)
def within1_coms() -> float:
    """COMS: mean share of paragraphs that are at most one slide off."""
    return _within1("COMS")


@measurement(low=0.72, high=0.731)
def top1_mavils_from_coms() -> float:
    """MaViLS: the same with weights fitted on COMS alone."""
    return _top1("MaViLS", "all but")


@measurement(low=0.716, high=0.727)
def top1_coms_from_mavils() -> float:
    """COMS: the same with weights fitted on MaViLS alone."""
    return _top1("COMS", "all but")


@measurement(low=0.958, high=0.969)
def precision_mavils() -> float:
    """MaViLS: mean share of right ones among the slides to insert."""
    return _precision("MaViLS")


@measurement(low=0.951, high=0.962)
def precision_coms() -> float:
    """COMS: mean share of right ones among the slides to insert."""
    return _precision("COMS")


@measurement(low=0.309, high=0.32)
def coverage_mavils() -> float:
    """MaViLS: mean share of sentences with a slide to insert."""
    return _coverage("MaViLS")


@measurement(low=0.321, high=0.332)
def coverage_coms() -> float:
    """COMS: mean share of paragraphs with a slide to insert."""
    return _coverage("COMS")


@measurement(low=0.36, high=0.371)
def coverage_at_95_mavils() -> float:
    """MaViLS: most sentences that can be had with one in twenty wrong."""
    return coverage_at(judged("MaViLS"), 0.95)


@measurement(low=0.305, high=0.316)
def coverage_at_95_coms() -> float:
    """COMS: most paragraphs that can be had with one in twenty wrong."""
    return coverage_at(judged("COMS"), 0.95)


@measurement(low=0.0325, high=0.0336, decimals=3)
def calibration_error_mavils() -> float:
    """MaViLS: mean distance of confidence and share of right ones."""
    return calibration_error(judged("MaViLS"))


@measurement(low=0.0406, high=0.0417, decimals=3)
def calibration_error_coms() -> float:
    """COMS: mean distance of confidence and share of right ones."""
    return calibration_error(judged("COMS"))


@measurement(low=0.841, high=0.852, form="percent", decimals=0)
def one_off_mavils() -> float:
    """MaViLS: share of wrong slides that are next to the right one."""
    return one_off("MaViLS")


@measurement(low=0.759, high=0.77, form="percent", decimals=0)
def one_off_coms() -> float:
    """COMS: share of wrong slides that are next to the right one."""
    return one_off("COMS")


@measurement(low=0.383, high=0.394, form="percent", decimals=0)
def bare_coms() -> float:
    """COMS: share of wrong choices where the slide has under 5 words."""
    return bare("COMS")
