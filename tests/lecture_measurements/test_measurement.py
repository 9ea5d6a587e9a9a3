import pytest

from lecture_measurements.measurement import measurement


@pytest.mark.parametrize(
    ("value", "form", "decimals", "shown"),
    [
        (-0.004, "percent", 1, "−0.4 %"),
        (-0.0004, "percent", 0, "0 %"),
        (-1234.5, "plain", 1, "−1,234.5"),
        (-0.001, "plain", 2, "0.00"),
        (-0.00009, "scientific", 0, "−9 × 10⁻⁵"),
    ],
)
def test_a_minus_is_a_minus_and_zero_has_none(value, form, decimals, shown):
    @measurement(low=-1e9, high=1e9, form=form, decimals=decimals)
    def number():
        """Return it."""
        return value

    assert number.record()["shown"] == shown
