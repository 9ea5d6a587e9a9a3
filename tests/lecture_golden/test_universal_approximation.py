"""Bumps of one's own are the lecture's bumps, wherever they are put."""

import pytest

from lecture_experiments.neural_networks.small_networks import bump_error
from lecture_golden.universal_approximation import N_POINTS, values

STATE = {
    "curve": "wavy",
    "drawn": "_".join(["0.5"] * N_POINTS),
    "by": "fit",
    "n": 40,
    "sharpness": 40,
    "bumps": "-0.2_1.2_0.5",
}


def test_bumps_that_follow_the_waves_err_as_the_page_says() -> None:
    assert values(STATE)["error"] == bump_error(40)


def test_one_wide_bump_is_a_level_curve() -> None:
    found = values({**STATE, "curve": "drawn", "by": "hand"})
    assert found["curve"] == pytest.approx([0.5] * 41)
    assert found["error"] < 0.01


def test_bumps_on_top_of_each_other_add_up() -> None:
    found = values({**STATE, "by": "hand", "bumps": "0_1_0.5*0.2_0.8_0.25"})
    assert found["outputs"][20] == pytest.approx(0.75, abs=1e-6)
    assert found["outputs"][4] == pytest.approx(0.5, abs=0.02)


def test_a_jump_is_never_followed() -> None:
    errors = values({**STATE, "curve": "jump"})["errors"]
    assert min(errors) >= 0.5 - 1e-9
