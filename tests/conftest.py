from collections.abc import Iterator

import pytest

from lecture_site.processes import arithmetic

arithmetic.fix()  # NumPy asks the processor once, when it is loaded

import matplotlib.pyplot as plt  # noqa: E402


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run tests that share what they build or compute in one process.

    These are the tests of a file, and of files of one name: the figures of a
    page and its numbers come from the same experiments. Those marked with
    ``on_its_own`` share nothing and go where there is room.
    """
    for item in items:
        if not item.get_closest_marker("on_its_own"):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture(autouse=True)
def _close_figures() -> Iterator[None]:
    yield
    plt.close("all")
