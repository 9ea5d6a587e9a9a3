import pytest

GUESSING = 2.3026


def test_the_healthy_program_is_healthy(results: dict[str, float]) -> None:
    assert GUESSING < results["healthy, first"] < 3.6
    assert results["healthy, last"] < 0.05


def test_patient_1_begins_far_above_guessing(
    results: dict[str, float],
) -> None:
    assert results["patient 1, first"] > 50 * GUESSING


def test_patient_2_rests_above_its_floor_and_reads_all_the_same(
    results: dict[str, float],
) -> None:
    assert results["patient 2, floor"] == pytest.approx(1.461, abs=0.001)
    assert 1.461 < results["patient 2, last"] < 1.8
    assert results["patient 2, accuracy"] > 0.7


def test_patient_3_learns_by_heart_and_knows_nothing(
    results: dict[str, float],
) -> None:
    assert results["patient 3, last"] < 2.1
    assert results["patient 3, other digits"] > 0.98 * GUESSING


def test_patient_4_gets_better_and_then_worse(
    results: dict[str, float],
) -> None:
    assert results["patient 4, lowest"] < 0.6
    assert results["patient 4, last"] > 5 * results["patient 4, lowest"]


def test_patient_5_answers_twice_until_it_is_mended(
    results: dict[str, float],
) -> None:
    assert 0.08 < results["patient 5, other answers"] < 0.3
    assert results["patient 5, other answers when mended"] == 0
    mended = results["patient 5, accuracy when mended"]
    assert mended > results["patient 5, accuracy"] + 0.02


@pytest.mark.parametrize("patient", range(1, 6))
def test_every_mended_program_trains(
    patient: int, results: dict[str, float]
) -> None:
    name = f"patient {patient} mended"
    assert GUESSING < results[f"{name}, first"] < 4
    assert results[f"{name}, other digits"] < 0.25
