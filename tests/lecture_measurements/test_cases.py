"""Cases of one function are measurements like any other."""

from pathlib import Path
from types import ModuleType

import pytest

from lecture_measurements.cases import measurement_named, measurements
from lecture_site.basics.problems import ProblemError
from lecture_site.products.measurements import measurement_names

MODULE = """\
from lecture_measurements.cases import measurements
from lecture_measurements.measurement import measurement


@measurement(low=0, high=1)
def alone() -> float:
    return 0.5


@measurements(cases=CASES)
def of(name: str) -> float:
    return 0.5
"""


@measurements(
    cases={"two": (4, 4), "three": (9, 9)},
    words={"two": "a pair"},
    decimals=0,
    seeds=(10, 20),
)
def power_of(name: str, seed: int) -> float:
    """Square of {}, whatever the seed."""
    return float({"two": 2, "three": 3}[name] ** 2 + 0 * seed)


def module_of_powers() -> ModuleType:
    module = ModuleType("powers")
    vars(module).update(power_of=power_of)
    return module


def test_each_case_has_its_name_its_bounds_and_its_words() -> None:
    assert power_of.keys() == {"power_of_two", "power_of_three"}
    two, three = power_of.values()
    assert (two.low, three.high) == (4, 9)
    assert two.description == "Square of a pair, whatever the seed."
    assert three.description == "Square of three, whatever the seed."


def test_each_case_is_measured_with_every_seed() -> None:
    assert power_of["power_of_three"].values() == [9, 9]
    assert power_of["power_of_two"](10) == 4


def test_a_case_is_found_by_its_name() -> None:
    found = measurement_named(module_of_powers(), "power_of_two")
    assert found is power_of["power_of_two"]


@pytest.mark.parametrize("name", ["power_of", "power_of_four", "two", ""])
def test_what_is_no_measurement_is_not_found(name: str) -> None:
    with pytest.raises(LookupError, match="powers has no measurement"):
        measurement_named(module_of_powers(), name)


def test_the_site_reads_the_names_without_running_anything(
    tmp_path: Path,
) -> None:
    path = tmp_path / "page.py"
    path.write_text(MODULE.replace("CASES", '{"a": (0, 1), "b": (0, 1)}'))
    assert measurement_names(path) == ["alone", "of_a", "of_b"]


@pytest.mark.parametrize("cases", ["CASES", "{**CASES}", "{NAME: (0, 1)}"])
def test_names_that_cannot_be_read_are_told_with_their_line(
    cases: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.py"
    path.write_text(MODULE.replace("CASES", cases, 1))
    with pytest.raises(ProblemError, match=r"page\.py:10: .*cannot be read"):
        measurement_names(path)


@pytest.mark.parametrize("written", ["measurements()", "measurements"])
def test_no_cases_at_all_are_told_with_their_line(
    written: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.py"
    path.write_text(MODULE.replace("measurements(cases=CASES)", written))
    with pytest.raises(ProblemError, match=r"page\.py:10: .*cannot be read"):
        measurement_names(path)
