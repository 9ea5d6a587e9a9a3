import numpy as np
import pytest

from recorded_figures import FiguresOf

shown = FiguresOf("backpropagation")


@pytest.mark.parametrize(
    ("step", "values", "gradients"),
    [
        ("step_1_inputs", {"x": -2, "y": 5, "z": -4}, {}),
        ("step_2_sum", {"q": 3}, {}),
        ("step_3_product", {"f": -12}, {}),
        ("step_4_start", {}, {"f": 1}),
        ("step_5_through_product", {}, {"q": -4, "z": 3}),
        ("step_6_through_sum", {}, {"x": -4, "y": -4}),
    ],
)
def test_each_step_adds_what_the_text_beside_it_says(
    step: str, values: dict[str, float], gradients: dict[str, float]
) -> None:
    data = shown(step)
    assert values.items() <= data["values"].items()
    assert gradients.items() <= data["gradients"].items()


def test_no_step_knows_more_than_those_before_it_have_computed() -> None:
    steps = [name for name in shown.names() if name.startswith("step_")]
    known = [sum(map(len, shown(name).values())) for name in sorted(steps)]
    assert known == [3, 4, 5, 6, 8, 10]


def test_the_graph_has_the_edges_of_the_expression() -> None:
    data = shown("graph_of_the_example")
    assert data["edges"] == 4
    assert data["slopes"] == {"xq": "1", "yq": "1", "qf": "z", "zf": "q"}


def test_the_blame_of_a_hidden_unit_is_the_sum_of_the_shares() -> None:
    data = shown("blame_of_a_hidden_unit")
    assert data["shares"].tolist() == [2.0, 1.5]
    assert data["gradient"] == sum(data["shares"])


def test_the_gates_distribute_scale_and_route() -> None:
    data = {name: list(pair) for name, pair in shown("three_gates").items()}
    assert data == {"add": [2, 2], "mul": [-8, 6], "max": [2, 0]}


def test_the_mixed_gates_have_the_gradients_of_the_text() -> None:
    data = shown("gates_mixed")
    assert [data[name] for name in "abcdef"] == [-15, 10, 5, 0, -2, 1]


def test_a_value_used_twice_has_the_sum_of_both_paths() -> None:
    assert shown("used_twice")["x"] == 3 + 2


def test_the_walks_end_where_the_text_says() -> None:
    walks = shown("walks_in_the_dark")["walks"]
    assert walks[0.02][-1] > 2.6  # hardly moved from 3
    assert walks[0.5][-1] == pytest.approx(2.156, abs=0.01)
    assert walks[3.0][1] < 0 < walks[3.0][0]  # over the valley at once


def test_only_the_factor_one_keeps_the_gradient() -> None:
    gradients = shown("chain_of_factors")["gradients"]
    assert gradients[1.0].tolist() == [1.0] * 41
    for factor, values in gradients.items():
        assert np.all(np.sign(np.diff(values)) == np.sign(factor - 1))


def test_normalised_small_weights_do_not_shrink_the_gradient() -> None:
    norms = shown("gradient_in_a_deep_network")["norms"]
    assert norms["scale 0.5"][0] < 1e-8
    assert norms["scale 0.5, normalised"][0] > 10
    assert 0.1 < norms["scale √2"][0] < 10
    assert all(norm[-1] == 1 for norm in norms.values())


def test_the_shapes_of_a_layer_multiply() -> None:
    for made, left, right in shown("shapes_of_a_layer")["shapes"]:
        assert left[1] == right[0]
        assert made.tolist() == [left[0], right[1]]


def test_backpropagation_costs_three_passes_and_differences_thousands() -> (
    None
):
    costs = shown("cost_of_a_gradient")["costs"]
    assert 2 < costs["forward and backward"] < 3
    assert costs["central differences"] > costs["forward differences"] > 1e4
