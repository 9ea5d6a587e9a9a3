import os
import signal
from collections.abc import Iterator

import pytest

from lecture_site.cluster import client
from lecture_site.exchange import results
from lecture_site.processes import arithmetic
from lecture_site.products.shards import parsed_shard

arithmetic.fix()  # NumPy asks the processor once, when it is loaded
# A shell's job in the background ignores it, and so does all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
for elsewhere in (results.VARIABLE, client.ON):
    os.environ.pop(elsewhere, None)  # a test makes what it looks at

os.environ["MPLBACKEND"] = "Agg"  # no test opens a window

import matplotlib.pyplot as plt  # noqa: E402

from scheduling import Groups, group_of, in_order, shards  # noqa: E402


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shard", help="run a part of the tests, such as 2/5")
    parser.addoption(
        "--every-width",
        action="store_true",
        help="let axe look at every width in the dark too",
    )


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Groups:
    return Groups(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Put long groups first, and leave one shard where one is wanted."""
    groups = [group_of(item.nodeid) for item in items]
    place = {group: i for i, group in enumerate(in_order(groups))}
    items.sort(key=lambda item: place[group_of(item.nodeid)])
    chosen = config.getoption("shard")
    if chosen:
        leave_one_shard(config, items, chosen)


def leave_one_shard(
    config: pytest.Config, items: list[pytest.Item], chosen: str
) -> None:
    try:
        part, whole = parsed_shard(chosen)
    except ValueError as error:
        raise pytest.UsageError(str(error)) from None
    dealt = shards((group_of(item.nodeid) for item in items), whole)
    others = [item for item in items if dealt[group_of(item.nodeid)] != part]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if dealt[group_of(item.nodeid)] == part]


@pytest.fixture(autouse=True)
def _close_figures() -> Iterator[None]:
    yield
    plt.close("all")
