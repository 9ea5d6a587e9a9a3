"""Golden values are the teaching code's, the same every time, and many."""

import json

import numpy as np
import pytest

from lecture_code.activations import d_sigmoid, sigmoid
from lecture_golden import activations
from lecture_golden.export import FEWEST, export, golden, names


@pytest.mark.parametrize("name", names())
def test_there_are_many_states_and_the_same_each_time(name: str) -> None:
    text = export(name)
    content = json.loads(text)
    assert text == export(name)
    assert len(content["states"]) >= FEWEST
    assert 0 < content["tolerance"] <= 1e-6
    values = [json.dumps(one["values"]) for one in content["states"]]
    assert len(set(values)) > FEWEST / 2


def test_an_unknown_explorer_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match=r"no explorer 'export'.*activations"):
        golden("export")


def test_a_stack_multiplies_the_slopes_and_the_weights() -> None:
    state = {"kind": "sigmoid", "alpha": 0, "z": 1, "weight": 3, "layers": 2}
    values = activations.values(state)
    first = sigmoid(np.array(1.0))
    wanted = d_sigmoid(np.array(1.0)) * 3 * d_sigmoid(3 * first)
    assert values["left"] == pytest.approx([d_sigmoid(1.0), wanted])
    assert values["outputs"] == pytest.approx([first, sigmoid(3 * first)])


@pytest.mark.parametrize("z", [-2.0, 0.0, 2.0])
def test_alpha_is_the_slope_below_zero_and_of_the_second_line(
    z: float,
) -> None:
    state = {"alpha": 3.0, "z": z, "weight": 1.0, "layers": 1}
    slopes = {
        kind: activations.values({"kind": kind, **state})["slope"]
        for kind in ("prelu", "maxout")
    }
    assert slopes["prelu"] == (1 if z > 0 else 3)
    assert slopes["maxout"] == (3 if z > 0 else 1)
