from lecture_code.computational_graph import Tensor
from lecture_figures.shared.graph_layout import (
    edges,
    in_words,
    number,
    places,
    sign,
)


def test_results_stand_to_the_right_of_their_parents_and_between_them() -> (
    None
):
    x, y, z = Tensor(1.0, "x"), Tensor(2.0, "y"), Tensor(3.0, "z")
    q = x + y
    f = q * z
    assert [places(f)[node] for node in (x, y, q, z, f)] == [
        (0, 0),
        (0, 1),
        (1, 0.5),
        (0, 2),
        (2, 1.25),
    ]


def test_a_value_used_twice_has_one_place_and_two_edges() -> None:
    x = Tensor(3.0, "x")
    f = x * x
    assert len(places(f)) == 2
    assert list(edges(f)) == [(x, f), (x, f)]


def test_signs_are_those_of_the_formula() -> None:
    x = Tensor(3.0, "x")
    assert [sign(node) for node in (x, x * x, x - x)] == ["x", "×", "−"]


def test_the_words_tell_values_and_gradients() -> None:
    x = Tensor(-0.5, "x")
    x.backward()
    assert in_words(x) == "x is −0.5, gradient 1"
    assert number(-12.0) == "−12"
