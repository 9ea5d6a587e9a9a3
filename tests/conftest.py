from collections.abc import Iterator

import pytest

from lecture_site import arithmetic

arithmetic.fix()  # NumPy asks the processor once, when it is loaded

import matplotlib.pyplot as plt  # noqa: E402


@pytest.fixture(autouse=True)
def _close_figures() -> Iterator[None]:
    yield
    plt.close("all")
