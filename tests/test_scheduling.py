"""Every test runs in exactly one shard, and long ones do not come last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduling import SECONDS, in_order, parsed_shard, seconds, shards

GROUPS = st.sets(st.sampled_from([*SECONDS, *map(str, range(40))]))


@given(GROUPS, st.integers(1, 9))
def test_shards_hold_every_group_once(groups: set[str], number: int) -> None:
    dealt = shards(groups, number)
    assert dealt.keys() == groups
    assert set(dealt.values()) <= set(range(1, number + 1))


@given(GROUPS, st.integers(1, 9))
def test_no_shard_has_more_than_one_group_too_many(
    groups: set[str], number: int
) -> None:
    dealt = shards(groups, number)
    loads = [
        [seconds(group) for group, shard in dealt.items() if shard == each]
        for each in range(1, number + 1)
    ]
    longest = max(map(seconds, groups), default=0)
    assert max(map(sum, loads)) <= min(map(sum, loads)) + longest


@given(GROUPS)
def test_the_longest_group_comes_first(groups: set[str]) -> None:
    lengths = [seconds(group) for group in in_order(groups)]
    assert lengths == sorted(lengths, reverse=True)


def test_a_shard_is_read() -> None:
    assert parsed_shard("2/5") == (2, 5)


@pytest.mark.parametrize("text", ["", "2", "0/5", "6/5", "a/b", "1/0", "-1/2"])
def test_what_is_no_shard_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="is no shard; the second of five"):
        parsed_shard(text)


def test_every_slow_group_exists(request: pytest.FixtureRequest) -> None:
    root = request.config.rootpath
    files = {path.stem for path in root.glob("tests/**/test_*.py")}
    assert {group.partition("::")[0] for group in SECONDS} <= files | {"page"}
