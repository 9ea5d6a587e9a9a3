def test_the_deviation_falls_with_the_root_of_the_draws(
    results: dict[str, float],
) -> None:
    assert -0.52 < results["exponent"] < -0.48


def test_the_predicted_number_of_draws_is_enough(
    results: dict[str, float],
) -> None:
    assert 0.0095 < results["deviation reached"] < 0.0105
