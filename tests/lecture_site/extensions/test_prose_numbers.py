import pytest

from lecture_site.extensions.typed_numbers import typed_results


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("an error of 0.25 remains", ["0.25"]),
        ("97 out of 99 were right", ["97"]),
        ("it got 9 of the 10 right", ["9"]),
        ("19 of all 20 starts", ["19"]),
        ("sees 4 of 9 places", []),
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
        ("93\u00a0% of it", ["93"]),
        ("93\u202f% of it", ["93"]),
        ("93\u2009per cent", ["93"]),
        ("93 percent", ["93"]),
        ("93-percent", ["93"]),
        ("92‰ of it", ["92"]),
        ("a 12-fold rise", ["12"]),
        ("12 fold", ["12"]),
        ("ninety-three per cent", ["ninety-three"]),
        ("forty percent", ["forty"]),
        ("0·93 and", ["0·93"]),
        ("１２３ of them", ["１２３"]),
        ("&#48;.93 of it", ["0.93"]),
        ("after 1987 steps", ["1987"]),
        ("after 1987 updates", ["1987"]),
        ("in 1987 it was", []),
        ("since 2013 has", []),
        ("the 1986 paper", []),
        ("five times as many", []),
        ("93 pct of it", ["93"]),
        ("93 p.c. of it", ["93"]),
        ("gains 12 pp here", ["12"]),
        ("93٪ of it", ["93"]),
        ("0\u200b.97 of it", ["0.97"]),
        ("0\u00ad.97 of it", ["0.97"]),
        ("0\u200e.\u200f97 of it", ["0.97"]),
        ("0\u2066.97\u2069 of it", ["0.97"]),
        ("0\ufe0e.97 of it", ["0.97"]),
        ("9\u034f7 %", ["97"]),
        ("0\uff0e97 of it", ["0\uff0e97"]),
        ("0\uff0c97 of it", ["0\uff0c97"]),
        ("in the 1990s and", []),
        ("\x02amp\x03#109;\x02amp\x03#101;", []),
    ],
)
def test_only_measurements_may_state_results(
    prose: str, found: list[str]
) -> None:
    assert typed_results(prose) == found
