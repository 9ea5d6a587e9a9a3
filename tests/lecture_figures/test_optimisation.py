"""The figures of the page on optimisation show what their captions say."""

import numpy as np
import pytest

from lecture_experiments.optimisation.line_fit import line_fit
from lecture_experiments.optimisation.smallest_network import gradient as slope
from lecture_experiments.optimisation.smallest_network import (
    loss as valley_loss,
)
from recorded_figures import FiguresOf

shown = FiguresOf("optimisation")


def test_each_line_is_better_than_the_one_before() -> None:
    losses = shown("lines_and_their_loss")["losses"]
    lowest = shown("lines_and_their_loss")["lowest"]
    assert losses["A"] > losses["B"] > losses["C"] > lowest


def test_random_search_falls_behind_as_dimensions_are_added() -> None:
    left = shown("budget_against_dimension")
    assert np.all(np.diff(left["random search"]) > 0)
    assert np.all(np.diff(left["gradient from differences"]) > 0)
    assert np.all(left["analytic gradient"] < 1e-10)


def test_every_strategy_beats_the_one_above_it() -> None:
    left = shown("budget_against_dimension")
    by_differences = left["gradient from differences"]
    assert np.all(left["random search"] > by_differences)
    assert np.all(by_differences > left["analytic gradient"])


def test_the_limit_lies_between_the_edge_and_too_large() -> None:
    limit = 2 / np.linalg.eigvalsh(line_fit(0).hessian)[-1]
    assert list(shown("four_step_sizes")["paths"]) == [0.01, 0.2, 0.4, 0.43]
    assert 0.4 < limit < 0.43


def test_only_the_path_that_is_too_large_climbs() -> None:
    paths = shown("four_step_sizes")["paths"]
    for lr, path in paths.items():
        rises = np.diff(line_fit(0).loss(path)) > 0
        assert rises[-1] == (lr == 0.43)
    assert not (np.diff(line_fit(0).loss(paths[0.4])) > 0).any()


def test_a_step_at_the_edge_crosses_the_valley() -> None:
    problem = line_fit(0)
    steepest = np.linalg.eigh(problem.hessian)[1][:, -1]
    for lr, crosses in [(0.2, False), (0.4, True)]:
        path = shown("four_step_sizes")["paths"][lr]
        side = np.sign((path - problem.best) @ steepest)
        assert (side[1:10] != side[2:11]).all() == crosses


def test_the_best_step_size_and_the_limit_are_where_theory_says() -> None:
    curve = shown("loss_against_step_size")
    lowest = curve["rates"][np.argmin(curve["excess"])]
    assert lowest == pytest.approx(curve["best"], rel=0.02)
    start = line_fit(0).excess(np.array([-0.5, 1.5]))
    beyond = curve["rates"][np.argmax(curve["excess"][1:] > start) + 1]
    assert curve["limit"] < beyond < 1.02 * curve["limit"]


def test_paths_of_the_smallest_network_end_in_either_minimum() -> None:
    reached = shown("two_valleys_of_a_network")["reached"]
    ends = {tuple(int(x) for x in np.round(end)) for end in reached}
    assert ends == {(1, 1), (-1, -1)}
    assert np.all(valley_loss(reached) < 1e-3)


def test_the_saddle_has_no_slope_and_is_no_minimum() -> None:
    assert np.all(slope(np.zeros(2)) == 0)
    along, across = np.array([0.1, 0.1]), np.array([0.1, -0.1])
    here = valley_loss(np.zeros(2))
    assert valley_loss(along) < here < valley_loss(across)


def test_the_best_steps_are_near_those_of_theory() -> None:
    errors = shown("error_against_h")
    for name, theory in zip(
        ["forward", "central", "single"], errors["best"], strict=True
    ):
        measured = errors["h"][np.argmin(errors[name])]
        assert 1 / 5 < measured / theory < 5


def test_the_right_arms_have_the_slopes_one_and_two() -> None:
    errors = shown("error_against_h")
    arm = (errors["h"] > 1e-4) & (errors["h"] < 1e-2)
    for name, power in [("forward", 1), ("central", 2)]:
        h, error = np.log(errors["h"][arm]), np.log(errors[name][arm])
        assert np.polyfit(h, error, 1)[0] == pytest.approx(power, abs=0.05)


def test_only_with_64_bits_differences_pass_the_check() -> None:
    errors = shown("error_against_h")
    assert errors["single"].min() > 1e-6
    passing = {n: (errors[n] < 1e-7).sum() for n in ("forward", "central")}
    assert passing["central"] > passing["forward"] > 0


def test_the_loops_make_5_50_and_500_updates_in_five_epochs() -> None:
    paths = shown("three_paths")["paths"]
    assert {n: len(p) - 1 for n, p in paths.items()} == {
        1: 500,
        10: 50,
        100: 5,
    }


def test_only_the_whole_batch_goes_down_at_every_update() -> None:
    for size, path in shown("three_paths")["paths"].items():
        falls = np.diff(line_fit(0).loss(path)) < 0
        assert falls.all() == (size == 100)


def test_large_batches_lead_by_updates_and_small_ones_by_epochs() -> None:
    first = shown("loss_against_updates_and_epochs")["first"]
    assert first[1797][0] < first[32][0] < first[1][0] / 10
    assert first[1797][1] > 10 * max(first[32][1], first[1][1])


def test_the_variance_follows_both_formulas() -> None:
    variance = shown("variance_against_batch_size")
    sizes = np.array(variance["sizes"])
    one = variance["drawn"][0]
    dealt = one / sizes * (100 - sizes) / 99
    assert variance["drawn"] == pytest.approx(one / sizes, rel=0.06)
    assert variance["dealt"] == pytest.approx(dealt, rel=0.06)


def test_a_floor_stays_unless_the_step_falls_or_a_line_fits() -> None:
    excess = shown("noise_floor")
    for lr in (0.1, 0.02):
        assert excess[lr][-1] == pytest.approx(excess[lr][-8], rel=0.5)
    assert excess["falling"][-1] < excess["falling"][-8] / 2
    assert excess["falling"][-1] < excess[0.02][-1] < excess[0.1][-1]
    assert excess["exact"][-1] < 1e-20


def test_the_whole_batch_never_leaves_the_shallow_valley() -> None:
    shares = shown("escape_from_the_shallow_valley")["shares"]
    assert np.all(shares[100] == 0)


def test_the_noise_has_to_fit_for_an_escape() -> None:
    escape = shown("escape_from_the_shallow_valley")
    single, ten = escape["shares"][1], escape["shares"][10]
    assert single[0] < 0.02  # a fifth of 0.05
    assert single.max() > 0.8 > single[-1] > 0.5
    assert ten[-1] > 0.8
    assert np.all(ten[escape["rates"] < 0.06] == 0)
