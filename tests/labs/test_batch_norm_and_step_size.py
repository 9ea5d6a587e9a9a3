import pytest


def test_the_normalisation_written_by_hand_is_right(
    results: dict[str, float],
) -> None:
    assert results["difference from BatchNorm1d"] < 1e-12


def test_normalisation_bears_a_step_at_least_eight_times_as_large(
    results: dict[str, float],
) -> None:
    plain = results["largest step size, plain"]
    normalised = results["largest step size, normalised"]
    assert plain in (0.125, 0.25)
    assert normalised in (2, 4)
    assert normalised / plain >= 8


def test_at_its_best_step_size_it_learns_the_digits_better(
    results: dict[str, float],
) -> None:
    assert 0.1 < results["best median loss, plain"] < 0.4
    assert results["best median loss, normalised"] < 0.02


def test_ten_times_the_weights_have_a_tenth_of_the_gradient(
    results: dict[str, float],
) -> None:
    factor = results["gradient after ten times the weights"]
    assert factor == pytest.approx(0.1, rel=0.01)


def test_a_large_step_makes_the_weights_longer(
    results: dict[str, float],
) -> None:
    assert 1.4 < results["growth of the first weights"] < 2


def test_training_mode_cannot_read_a_batch_of_one_kind(
    results: dict[str, float],
) -> None:
    assert results["accuracy in evaluation mode"] > 0.9
    assert results["accuracy in training mode, one kind a batch"] < 0.2
