"""A small package of teaching code, with tests, for a reference."""

from pathlib import Path

import griffe

from lecture_site.basics.project import Project
from lecture_site.extensions.reference.package import read_package

MODULES = {
    "__init__": '"""Tea."""\n',
    "water": '''\
"""Water boils.

It takes its time.
"""

from typing import TypeAlias

Litres: TypeAlias = float
KINDS = {"hot": (boil, d_boil)}


# --8<-- [start:boil]
def boil(amount: Litres, *, degrees: float = 1e2) -> Litres:
    r"""Return what is left of :math:`V` after boiling.

    .. math:: V' = V - 1

    Then `d_boil` and `Pot.fill`, ``amount`` as *it* is; see `numpy.exp`.

    Parameters
    ----------
    amount : float, in litres
        At least 0.
    degrees : float, optional

    Returns
    -------
    float, at least 0

    Raises
    ------
    ValueError
        If it is cold.

    References
    ----------
    Carnot, "Fire", 1824. arXiv:1412.6980, doi:10.1000/182.
    https://example.org/fire
    """
    return amount - _lost(degrees)


# --8<-- [end:boil]


def d_boil(amount: Litres, cups: int = 1) -> float:
    """Return 1."""
    return 1.0




def _lost(degrees: float) -> float:
    return degrees / 100
''',
    "pot": '''\
"""A pot holds water."""

from tea.water import Litres, boil

COLOUR = "blue"


class Vessel:
    """What holds something.

    Parameters
    ----------
    size : float
        In litres.
    *more : int
    name : str
    **rest
        Not used.
    """

    def __init__(self, size: float, /, *more: int, name="", **rest) -> None:
        self.size = size

    @property
    def is_full(self) -> bool:
        """Whether nothing more fits."""

    @property
    def weight(self) -> float:
        """In grams."""

    def _hidden(self) -> None:
        pass


@decorated
class Pot(Vessel):
    """A pot.

    Attributes
    ----------
    size, weight : float
        In litres and grams.
    """

    def fill(self, amount: Litres) -> Litres:
        """Pour it in.

        Parameters
        ----------
        amount : float
            In litres.
        """
        return boil(amount)


class Lid:
    """A lid takes nothing."""


def close(lid: Lid) -> None:
    """Put a lid on it."""
''',
}
TESTS = {
    "conftest": "def pot():\n    return 0\n",
    "every_tea": "from tea import water\nALL = {'boil': water.boil}\n"
    "NAMES = getattr(water, 'd_boil')\n",
    "test_water": """\
import pytest
from every_tea import ALL, NAMES
from tea.water import KINDS, boil

CASES: list = [(boil, 1)]


def helper():
    return CASES


@pytest.fixture
def hot():
    return boil


def test_it_boils(hot):
    assert hot


def test_a_helper_leads_there():
    assert helper()


def test_all_of_them():
    assert ALL


def test_the_names():
    assert NAMES


def test_a_table():
    assert KINDS


def test_nothing():
    assert 1


class TestPot:
    pass
""",
}


def write_tea(project: Project) -> None:
    """Write the package and its tests into a project."""
    for folder, files in (("src/tea", MODULES), ("tests/tea", TESTS)):
        place: Path = project.root / folder
        place.mkdir(parents=True)
        for name, text in files.items():
            (place / f"{name}.py").write_text(text, encoding="utf-8")


def tea(project: Project) -> griffe.Module:
    """Write the package, and return it as the reference reads it."""
    write_tea(project)
    return read_package("tea", project)
