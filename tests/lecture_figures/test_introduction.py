"""What the figures of the introduction show is in their data."""

import numpy as np

from recorded_figures import PROJECT, FiguresOf

shown = FiguresOf("introduction")


def test_the_loop_counts_33_weights_and_gets_better() -> None:
    data = shown("four_parts")
    assert data["n_weights"] == 8 * 2 + 8 + 8 + 1
    assert data["losses"][0] > data["losses"][1] > data["losses"][-1]


def test_every_curve_of_the_loss_falls_at_every_step() -> None:
    data = shown("loss_falls")
    assert len(data["losses"]) == 10
    assert list(data["falls"].values()) == [1000] * 10
    for curve in data["losses"].values():
        assert len(curve) == len(data["steps"])
        assert np.all(np.diff(curve) < 0)


def test_the_boundary_gets_better_from_moment_to_moment() -> None:
    correct = shown("boundary_moves")["correct"]
    assert list(correct) == [0, 10, 100, 1000]
    assert np.all(np.diff(list(correct.values())) > 0)
    assert correct[1000] > 0.99


def test_the_moments_shown_are_those_that_the_listing_prints() -> None:
    out = PROJECT.root / "snippets/introduction/training_loop.out"
    lines = out.read_text(encoding="utf-8").splitlines()
    printed = [
        (int(line.split()[1].rstrip(":")), line.split()[-1]) for line in lines
    ]
    correct = shown("boundary_moves")["correct"]
    assert printed == [(k, f"{share:.1%}") for k, share in correct.items()]


def test_the_median_rises_with_the_samples_and_the_spread_shrinks() -> None:
    accuracies = shown("experience_helps")["accuracies"]
    medians = [np.median(values) for values in accuracies.values()]
    assert np.all(np.diff(medians) > 0)
    assert np.ptp(accuracies[128]) < np.ptp(accuracies[8]) / 3


def test_all_digits_are_read_as_they_are_and_most_not_when_moved() -> None:
    as_it_is, moved = shown("one_pixel_off")["read"]
    assert as_it_is.tolist() == [0, 1, 2, 3, 4, 5]
    assert sum(k == answer for k, answer in enumerate(moved)) in range(1, 5)
