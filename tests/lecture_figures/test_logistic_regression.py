"""The figures of the page on logistic regression show what they should."""

import numpy as np

from lecture_figures.shared.confusion_matrix import confusion_counts
from recorded_figures import FiguresOf, rounding

shown = FiguresOf("logistic_regression")


def test_most_tumours_are_on_the_right_side_and_the_sure_ones_are() -> None:
    data = shown("from_logit_to_probability")
    wrong = (data["logits"] > 0) != data["is_malignant"]
    assert 0 < data["wrong"] == wrong.sum() < 0.06 * len(wrong)
    assert not wrong[np.abs(data["logits"]) > 5].any()


def test_the_lines_of_equal_probability_are_parallel_and_in_order() -> None:
    lines = shown("decision_line")["lines"]
    ends = np.array(list(lines.values()))  # (3, 2)
    rises, blur = np.diff(ends)[:, 0], rounding(ends).sum(axis=1)
    assert len(rises) == 3
    assert np.max(rises - blur) <= np.min(rises + blur)
    assert lines[0.1][0] < lines[0.5][0] < lines[0.9][0]
    assert shown("decision_line")["score"] > 0.9


def test_newton_ignores_the_scale_and_the_others_do_not_converge() -> None:
    left = shown("ways_to_the_minimum")["after_60"]
    for name in ("Newton, scaled", "Newton, as they are", "L-BFGS, scaled"):
        assert left[name] < 1e-9
    assert left["L-BFGS, as they are"] > 1e-2
    assert 1e-3 < left["descent, scaled"] < 0.1


def test_weights_grow_with_c_while_only_training_gains() -> None:
    sweep = shown("sweep_of_C")
    assert np.all(np.diff(sweep["norms"]) > 0)
    assert np.all(np.diff(sweep["train"]) >= 0)
    assert sweep["train"][-1] == 1
    assert sweep["test"][-1] < sweep["test"].max() - 0.01
    assert 0.01 < sweep["strengths"][np.argmax(sweep["test"])] < 10
    assert sweep["norms"][-1] > 1e3 * sweep["norms"][0]


def test_more_cancers_are_missed_than_false_alarms_raised_by_share() -> None:
    counts = shown("confusion_of_tumours")["counts"]
    assert counts.sum(axis=1).tolist() == [212, 357]
    missed, alarms = counts[0, 1] / 212, counts[1, 0] / 357
    assert missed > 2 * alarms > 0


def test_a_lower_threshold_finds_more_and_alarms_more() -> None:
    data = shown("threshold_and_roc")
    assert np.all(np.diff(data["found"]) <= 0)
    assert np.all(np.diff(data["alarms"]) <= 0)
    assert np.all(data["marks"][0.1] > data["marks"][0.5])


def test_only_the_penalty_keeps_the_probabilities_honest() -> None:
    held, free = shown("reliability").values()
    assert held["error"] < 0.02 < 2 * held["error"] < free["error"]
    assert np.all(np.diff(held["seen"]) > 0)
    assert free["seen"][0] > 0.03
    assert free["seen"][-1] < 0.97


def test_the_digits_are_read_and_ones_are_mistaken_for_eights() -> None:
    data = shown("confusion_of_digits")
    assert data["counts"].sum() == 1797
    assert np.trace(data["counts"]) > 0.95 * 1797
    assert data["worst"].tolist() == [8, 1]


def test_the_hidden_layer_gains_little_over_the_best_penalty() -> None:
    runs = shown("hidden_layer_on_digits")["runs"]
    default, best, hidden = np.median(runs, axis=1).T
    assert np.all(np.diff(hidden) > 0)
    assert np.all(hidden > default)
    assert np.all(np.abs(hidden - best) < 0.03)
    assert hidden[-1] > best[-1]


def test_counts_stand_in_the_row_of_the_truth() -> None:
    counts = confusion_counts(np.array([0, 0, 1]), np.array([0, 1, 1]), 2)
    assert counts.tolist() == [[1, 1], [0, 1]]


def test_the_alt_text_of_the_matrix_has_its_numbers() -> None:
    alt = shown.alt("confusion_of_tumours")
    for n in shown("confusion_of_tumours")["counts"].ravel():
        assert f" {n} " in alt
