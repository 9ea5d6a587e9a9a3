from collections.abc import Iterator

import pytest

from lecture_site import arithmetic

arithmetic.fix()  # NumPy asks the processor once, when it is loaded

import matplotlib.pyplot as plt  # noqa: E402


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests of a file in one process, for they share what they build.

    Those marked with ``on_its_own`` share nothing and go where there is room.
    """
    for item in items:
        if not item.get_closest_marker("on_its_own"):
            item.add_marker(pytest.mark.xdist_group(str(item.path)))


@pytest.fixture(autouse=True)
def _close_figures() -> Iterator[None]:
    yield
    plt.close("all")
