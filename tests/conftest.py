from collections.abc import Iterator

import pytest

from lecture_site.processes import arithmetic

arithmetic.fix()  # NumPy asks the processor once, when it is loaded

import matplotlib.pyplot as plt  # noqa: E402

from scheduling import in_order, parsed_shard, shards  # noqa: E402


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shard", help="run a part of the tests, such as 2/5")
    parser.addoption(
        "--every-width",
        action="store_true",
        help="let axe look at every width in the dark too",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Run tests that share what they build or compute in one process.

    These are the tests of a file, and of files of one name: the figures of a
    page and its numbers come from the same experiments. Those marked with
    ``on_its_own`` share nothing and go where there is room.
    """
    for item in items:
        if not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(group_of(item)))
    groups = list(map(group_of, items))
    place = {group: i for i, group in enumerate(in_order(groups))}
    items.sort(key=lambda item: place[group_of(item)])
    chosen = config.getoption("shard")
    if chosen:
        leave_one_shard(config, items, chosen)


def group_of(item: pytest.Item) -> str:
    marker = item.get_closest_marker("xdist_group")
    if marker:
        return str(marker.args[0])
    alone = item.get_closest_marker("on_its_own")
    return f"{item.path.stem}::{item.name}" if alone else item.path.stem


def leave_one_shard(
    config: pytest.Config, items: list[pytest.Item], chosen: str
) -> None:
    try:
        part, whole = parsed_shard(chosen)
    except ValueError as error:
        raise pytest.UsageError(str(error)) from None
    dealt = shards(map(group_of, items), whole)
    others = [item for item in items if dealt[group_of(item)] != part]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if dealt[group_of(item)] == part]


@pytest.fixture(autouse=True)
def _close_figures() -> Iterator[None]:
    yield
    plt.close("all")
