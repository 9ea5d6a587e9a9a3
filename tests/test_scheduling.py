"""Every test runs in exactly one shard, and long ones do not come last."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lecture_site.products.shards import parsed_shard
from scheduling import (
    ALONE,
    QUICK,
    SECONDS,
    group_of,
    in_order,
    seconds,
    shards,
)

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


@pytest.mark.parametrize(
    ("nodeid", "group"),
    [
        ("tests/lecture_code/test_mlp.py::test_a[x]", "test_mlp"),
        ("tests/lecture_figures/test_mlp.py::test_b", "test_mlp"),
        (
            "t/test_builders.py::test_properdocs_builds_the_same_pages",
            ALONE[0],
        ),
        ("t/test_every_page.py::test_axe[a/b/]", "page[a/b/]"),
        ("t/test_every_page.py::test_axe[]", "page[]"),
        ("t/test_accessibility.py::test_keyboard[a/b/]", "page[a/b/]"),
        ("t/test_accessibility.py::test_drawer[light]", "test_accessibility"),
        ("README.md::line 3", "README"),
    ],
)
def test_what_shares_something_is_one_group(nodeid: str, group: str) -> None:
    assert group_of(nodeid) == group


def test_a_group_runs_in_one_process(tmp_path: Path) -> None:
    """Xdist is asked, for it has lost groups before without a word."""
    for name in ("test_a.py", "test_b.py"):
        (tmp_path / name).write_text(
            "import os, pytest\n"
            "@pytest.mark.parametrize('n', range(8))\n"
            "def test_it(n):\n"
            "    with open(f'{__file__}.log', 'a') as log:\n"
            "        print(os.getpid(), file=log)\n"
        )
    (tmp_path / "conftest.py").write_text(
        "from scheduling import Groups\n"
        "def pytest_xdist_make_scheduler(config, log):\n"
        "    return Groups(config, log)\n"
    )
    options = ["-p", "no:cacheprovider", "-n", "2", "--dist", "loadscope"]
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *options],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent)},
        check=True,
    )
    logs = [path.read_text().split() for path in tmp_path.glob("*.log")]
    assert [len(pids) for pids in logs] == [8, 8]
    assert [len(set(pids)) for pids in logs] == [1, 1]


@pytest.mark.parametrize("group", [*ALONE, "page[introduction/]"])
def test_a_part_of_a_slow_file_is_known_to_be_slow(group: str) -> None:
    assert seconds(group) > QUICK


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
