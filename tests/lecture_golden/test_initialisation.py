"""What a browser shows of signals and blame keeps what theory says of them."""

from typing import Any

import pytest

from lecture_golden.initialisation import BINS, N_SAMPLES, values


def sent(activation: str, scale: float, depth: int = 6) -> dict[str, Any]:
    state = {"activation": activation, "scale": scale, "depth": depth}
    return dict(values({**state, "width": 64, "seed": 3}))


@pytest.mark.parametrize(
    ("activation", "scale"),
    [("tanh", 1), ("identity", 1), ("relu", 2**0.5), ("leaky_relu", 1.4141)],
)
def test_at_the_critical_scale_the_gradient_is_kept(
    activation: str, scale: float
) -> None:
    found = sent(activation, scale, depth=3)
    assert found["critical"] == pytest.approx(scale, rel=1e-4)
    if activation != "tanh":  # whose slope falls as its units grow
        ratio = found["blame"][0] / found["blame"][-1]
        assert ratio == pytest.approx(1, rel=0.3)


def test_below_it_both_die_and_above_it_the_gradient_explodes() -> None:
    low, high = sent("tanh", 0.3), sent("tanh", 10)
    assert low["units"][-1] < 0.01 * low["units"][0]
    assert low["blame"][0] < 0.01 * low["blame"][-1]
    assert high["blame"][0] > 3 * high["blame"][-1]
    assert high["saturated"][-1] > 0.5


def test_relu_puts_half_of_its_units_at_zero() -> None:
    assert sent("relu", 1)["zero"][0] == pytest.approx(0.5, abs=0.05)


def test_every_unit_and_every_weight_is_counted_once() -> None:
    found = sent("relu", 40)
    first = found["of_units"][:BINS], found["of_gradients"][:BINS]
    assert [sum(counts) for counts in first] == [N_SAMPLES * 64, 64 * 64]
