"""What a page computes is compared number by number, even if it is none."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from lecture_site.explorers import golden
from lecture_site.explorers.golden import (
    compare_with_golden_values,
    differences,
    model_values,
)

MODEL = """
export const model = { golden: ({ x }) => ({
  root: Math.sqrt(x), inverse: 1 / x, both: [x, [2 * x]],
}) };
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "roots.mjs"
    path.write_text(MODEL, encoding="utf-8")
    return path


def test_a_model_is_computed_and_numbers_that_json_lacks_are_words(
    script: Path,
) -> None:
    states = [{"x": 4}, {"x": 0}, {"x": -1}]
    four, zero, negative = model_values(script, states)
    assert four == {"root": 2, "inverse": 0.25, "both": [4, [8]]}
    assert zero["inverse"] == "inf"
    assert negative["root"] == "nan"


@pytest.mark.parametrize(
    ("found", "wanted", "off"),
    [
        (2.0, 2.0, 0),
        (0.5, 0.25, 0.25),
        (110, 100, 0.1),
        ("nan", "nan", 0),
        (math.nan, "nan", 0),
        (math.inf, "inf", 0),
        (math.inf, "-inf", math.inf),
        ("nan", 1.0, math.inf),
        (1.0, "nan", math.inf),
        (None, 1.0, math.inf),
        ([1.0], 1.0, math.inf),
        (1.0, [1.0], math.inf),
    ],
)
def test_a_difference_is_in_units_of_the_larger_of_1_and_the_value(
    found: Any, wanted: Any, off: float
) -> None:
    ((name, told),) = differences({"x": found}, {"x": wanted})
    assert name == "x"
    assert told == pytest.approx(off)


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ({"y": 1}, r"there are \['y'\] and not \['x'\]"),
        ({"x": [1, 2, 3]}, "'x' has 3 numbers and not 2"),
        ({"x": [1, [2]]}, None),
    ],
)
def test_other_names_or_counts_agree_with_nothing(
    found: dict[str, Any], says: str | None
) -> None:
    wanted = {"x": [1, 2]}
    if says:
        with pytest.raises(ArithmeticError, match=says):
            list(differences(found, wanted))
    else:
        assert max(off for _, off in differences(found, wanted)) == math.inf


class Export:
    """Golden values of three roots; the last one is off by a thousandth."""

    @staticmethod
    def export(name: str) -> str:
        assert name == "roots"
        states = [
            {
                "state": {"x": x},
                "values": {
                    "root": root,
                    "inverse": 1 / x,
                    "both": [x, [2 * x]],
                },
            }
            for x, root in ((1, 1), (4, 2), (9, 3.003))
        ]
        return json.dumps({"tolerance": Export.tolerance, "states": states})

    tolerance = 1e-2
    FEWEST = 3


def test_states_and_values_are_counted_and_what_is_off_is_named(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(golden.importlib, "import_module", lambda _: Export)
    told = json.loads(compare_with_golden_values("roots.py", str(script)))
    assert told.pop("largest_difference") == pytest.approx(0.003 / 3.003)
    assert told == {"states": 3, "golden_values": 12}
    monkeypatch.setattr(Export, "FEWEST", 4)
    with pytest.raises(ArithmeticError, match="3 states, and 4 are the fewe"):
        compare_with_golden_values("roots.py", str(script))
    monkeypatch.setattr(Export, "FEWEST", 3)
    monkeypatch.setattr(Export, "tolerance", 1e-9)
    with pytest.raises(
        ArithmeticError, match=r"'root' is off by 1.0e-03.*\{\"x\": 9\}"
    ):
        compare_with_golden_values("roots.py", str(script))
