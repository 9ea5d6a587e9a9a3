import pytest

from agreement.texts import compare
from agreement.tolerance import NO_MORE, Tolerance, ToleranceError, stated_in


def test_a_program_states_a_share_or_a_size_with_its_reason() -> None:
    share = stated_in('"""Doc."""\n# Agrees within 2 %: float32.\nprint(1)\n')
    assert share == Tolerance(relative=0.02, reason="float32.")
    size = stated_in("# Agrees within 1e-3: because.\n")
    assert size == Tolerance(absolute=1e-3, reason="because.")
    assert stated_in("print('# Agrees within 1: a')\n") == NO_MORE


@pytest.mark.parametrize(
    "line",
    [
        "# Agrees within 2 %",
        "# Agrees within 2 %:",
        "# agrees within 0.1: lower case",
        "# Agrees within much: why",
        "# Agrees within -1: why",
        "# Agrees within nan: why",
        "# Agrees within 100 %: why",
    ],
)
def test_a_statement_that_is_none_is_refused(line: str) -> None:
    with pytest.raises(ToleranceError):
        stated_in(f"{line}\nprint(1)\n")


def test_a_stated_tolerance_is_added_to_what_digits_allow() -> None:
    allowed = Tolerance(absolute=0.05, reason="float32")
    assert compare("loss 0.50", "loss 0.56", allowed).agrees
    assert not compare("loss 0.50", "loss 0.57", allowed).agrees
    share = Tolerance(relative=0.25, reason="float32")
    assert compare("4 epochs", "5 epochs", share).agrees
    assert not compare("4 epochs", "6 epochs", share).agrees


def test_a_tolerance_wider_than_all_it_is_for_is_refused() -> None:
    allowed = Tolerance(absolute=1.0, reason="because")
    with pytest.raises(ToleranceError, match=r"wider .* the largest is 0.5"):
        compare("loss 0.50 and 0.2", "loss 0.60 and 0.2", allowed)
