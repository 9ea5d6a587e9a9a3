CURES = ("early stopping", "L2", "dropout", "noise", "L2 and dropout")


def test_without_a_cure_most_wrong_labels_are_learned_by_heart(
    results: dict[str, float],
) -> None:
    assert 0.65 < results["wrong labels repeated without a cure"] < 0.9


def test_with_a_cure_most_wrong_labels_are_corrected(
    results: dict[str, float],
) -> None:
    assert results["wrong labels repeated with my cure"] < 0.25
    assert 0.65 < results["wrong labels corrected with my cure"] < 0.95


def test_the_validation_loss_turns_early_and_rises(
    results: dict[str, float],
) -> None:
    assert 4 <= results["epoch of the least validation loss"] <= 16
    assert 1.2 < results["rise of the validation loss"] < 1.7


def test_every_cure_helps_on_every_seed(results: dict[str, float]) -> None:
    assert results["least gain of any cure on any seed"] > 0.01


def test_every_cure_reads_more_test_digits_than_none(
    results: dict[str, float],
) -> None:
    assert 0.78 < results["test, none"] < 0.87
    for cure in CURES:
        assert 0.87 < results[f"test, {cure}"] < 0.93
