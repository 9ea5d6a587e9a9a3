def test_the_gradient_written_by_hand_is_right(
    results: dict[str, float],
) -> None:
    assert results["largest error of the gradient"] < 1e-7


def test_the_network_beats_logistic_regression_by_about_a_per_cent(
    results: dict[str, float],
) -> None:
    assert 0.005 < results["mean gain over logistic regression"] < 0.015


def test_it_is_ahead_on_at_least_four_of_five_splits(
    results: dict[str, float],
) -> None:
    assert results["splits on which the network is ahead"] >= 4


def test_digits_that_one_of_them_reads_alone_speak_for_the_network(
    results: dict[str, float],
) -> None:
    alone = results["digits read by the network alone"]
    assert alone > 1.5 * results["digits read by logistic regression alone"]


def test_the_rival_is_no_weak_one(results: dict[str, float]) -> None:
    assert 0.955 < results["accuracy of logistic regression"] < 0.975
    assert 0.965 < results["accuracy of the network"] < 0.985


def test_one_pixel_to_the_right_spoils_more_than_a_third(
    results: dict[str, float],
) -> None:
    assert 0.4 < results["accuracy one pixel to the right"] < 0.65
