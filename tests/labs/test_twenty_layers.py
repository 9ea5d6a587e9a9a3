GUESSING = (0.05, 0.2)


def test_the_scale_found_by_measuring_is_near_the_root_of_two(
    results: dict[str, float],
) -> None:
    assert 1.38 < results["my scale"] < 1.48


def test_the_scale_found_by_measuring_trains_and_so_does_kaimings(
    results: dict[str, float],
) -> None:
    assert 0.7 < results["accuracy from my scale"] < 0.95
    assert 0.65 < results["accuracy from Kaiming's scale"] < 0.95


def test_too_small_and_too_large_a_scale_leave_it_guessing(
    results: dict[str, float],
) -> None:
    low, high = GUESSING
    assert low < results["accuracy at scale 1"] < high
    assert low < results["accuracy at scale 2"] < high


def test_tanh_trains_where_relu_does_not(results: dict[str, float]) -> None:
    assert 0.93 < results["accuracy of tanh at scale 1"] < 0.99


def test_tanh_bears_too_large_a_scale_and_not_too_small_a_one(
    results: dict[str, float],
) -> None:
    low, high = GUESSING
    assert 0.93 < results["accuracy of tanh at Kaiming's scale"] < 0.99
    assert low < results["accuracy of tanh at scale 0.5"] < high
