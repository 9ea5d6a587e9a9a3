import pytest

from lecture_site.extensions.typed_numbers import typed_results


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("an error of 0.25 remains", ["0.25"]),
        ("it reaches 93 % after", ["93"]),
        ("it reaches 93% after", ["93"]),
        ("93 per cent of them", ["93"]),
        ("about 6× faster", ["6"]),
        ("after 200 epochs", ["200"]),
        ("it took 12,345 steps", ["12,345"]),
        ("below 1e-7 and", []),
        ("in 1989 and in 2015", []),
        ("two layers, 16 units and 3 classes", []),
        ("no number", []),
    ],
)
def test_only_measurements_may_state_results(
    prose: str, found: list[str]
) -> None:
    assert typed_results(prose) == found
