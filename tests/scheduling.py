"""Which tests run together, in which order, and in which part of many."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from xdist.scheduler import LoadScopeScheduling

# They share nothing that is built, and run where there is room.
ALONE = (
    "test_builders::test_properdocs_builds_the_same_pages",
    "test_builders::test_a_plain_theme_shows_the_same_words",
)
# Their tests are of a page each, which they name in brackets.
BY_PAGE = ("test_every_page", "test_accessibility")

# Processor seconds of the slow groups, with waits. They decide an order and
# nothing else, so it does no harm if a machine is slower or a number is old.
SECONDS = {
    "test_explorers": 120.0,
    "test_touched_explorers": 120.0,
    "test_delivery": 100.0,
    "test_instant": 90.0,
    "test_live_listings": 80.0,
    "test_in_node": 60.0,
    "test_activation_functions": 50.0,
    "test_bad_input": 50.0,
    "test_harmful_files": 50.0,
    "test_labs": 50.0,
    "test_offline": 50.0,
    "test_command": 40.0,
    "test_mishaps": 40.0,
    "test_new": 40.0,
    "test_notebooks": 40.0,
    "test_pages": 40.0,
    "test_search": 40.0,
    "test_serve": 40.0,
    "test_slide_cards": 40.0,
    "test_another_lecture": 30.0,
    "test_arithmetic": 30.0,
    "test_arm_proof": 30.0,
    "test_exercises_in_node": 30.0,
    "test_exercises_in_page": 30.0,
    "test_batch_norm": 25.0,
    "test_accessibility": 20.0,
    "test_builders": 20.0,
    "test_cache_truth": 20.0,
    "test_front_page": 20.0,
    "test_no_script": 20.0,
    "test_printed_lecture": 10.0,
    "page": 10.0,
}
QUICK = 1.0  # of a group that is not named


class Groups(LoadScopeScheduling):
    """Gives each process whole groups; they are found by a test's name.

    The groups of pytest-xdist are lost with pytest 9.2 (xdist 3.8 writes
    them where that no longer looks).
    """

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def group_of(nodeid: str) -> str:
    """Return the group of a test.

    Tests of a file share what they build, and those of files of one name
    what they compute: figures and numbers of a page have the same
    experiments.
    """
    path, _, test = nodeid.partition("::")
    file = PurePosixPath(path).stem
    name, bracket, rest = test.partition("[")
    page = rest.removesuffix("]")
    if file in BY_PAGE and bracket and (not page or page.endswith("/")):
        return f"page[{page}]"
    return f"{file}::{name}" if f"{file}::{name}" in ALONE else file


def seconds(group: str) -> float:
    """Return about how long a group takes; parts of one file are alike."""
    file = group.partition("[")[0].partition("::")[0]
    return SECONDS.get(file, QUICK)


def in_order(groups: Iterable[str]) -> list[str]:
    """Return groups with the longest first: what is left over is short."""
    return sorted(set(groups), key=lambda group: (-seconds(group), group))


def shards(groups: Iterable[str], number: int) -> Mapping[str, int]:
    """Deal groups out, each to the shard that has the least so far.

    Parameters
    ----------
    groups : iterable of str
        All groups there are.
    number : int
        How many shards, at least 1.

    Returns
    -------
    mapping
        The shard of each group, from 1; the same on every machine.
    """
    loads = dict.fromkeys(range(1, number + 1), 0.0)
    dealt = {}
    for group in in_order(groups):
        dealt[group] = least = min(loads, key=lambda shard: loads[shard])
        loads[least] += seconds(group)
    return dealt
