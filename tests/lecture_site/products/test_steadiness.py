"""What comes out otherwise each time is not recorded as if it did not."""

import io
import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.processes.elsewhere import ZONES, zone_of_another_day
from lecture_site.processes.isolated import Task
from lecture_site.processes.program import run_program
from lecture_site.products.ledger import Seals
from lecture_site.products.making import bring_up_to_date
from lecture_site.products.product import Product
from lecture_site.products.steadiness import unsteady

Record = Callable[..., list[Problem]]

WORDS = "{'loss', 'gate', 'unit', 'bias', 'step', 'ramp', 'tanh', 'seed'}"
UNSTEADY = {
    "chance": "import random; print(random.random())",
    "chance of NumPy": (
        "import numpy as np; print(np.random.default_rng().normal())"
    ),
    "an order that nobody chose": f"print(*{WORDS})",
    "a hash": "print(hash('loss'))",
    "an address": "print(object())",
    "the clock": "import time; print(time.time())",
    "the date": "import datetime; print(datetime.date.today())",
    "the process": "import os; print(os.getpid())",
    "a temporary name": "import tempfile; print(tempfile.mkdtemp())",
    "the time zone": "import datetime as d; print(d.datetime(2026, 1, 1)"
    ".astimezone())",
    "a file that it leaves": (
        "from pathlib import Path\n"
        "seen = Path(__file__).with_name('seen')\n"
        "print(seen.exists())\n"
        "seen.touch()\n"
    ),
}
OF_THIS_PLACE = {
    "its own path": "print(__file__)",
    "a path in words": "print(f'read from {__file__!r}')",
}
STEADY = {
    "a seed": "import random; print(random.Random(1).random())",
    "a sorted set": f"print(*sorted({WORDS}))",
    "a given date": "import datetime; print(datetime.date(2026, 1, 1))",
    "nothing": "",
}


def product(project: Project, name: str = "a") -> Product:
    source = project.root / f"{name.replace(' ', '_')}.py"
    return Product(
        task=Task(f"listing {name}", run_program, (str(source),)),
        source=source,
        target=FileTarget(source.with_suffix(".out")),
        mentioned_as="listing",
        again="python listing.py",
    )


def recorded(
    project: Project, codes: Mapping[str, str], **options: Any
) -> list[Problem]:
    """Write listings, record them and return what is wrong."""
    products = [product(project, name) for name in codes]
    for each, code in zip(products, codes.values(), strict=True):
        each.source.write_text(code, encoding="utf-8")
    console = Console(file=io.StringIO())
    return bring_up_to_date(
        products, project, record=True, console=console, **options
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "docs").mkdir()
    return Project(tmp_path)


@pytest.fixture
def record(project: Project) -> Record:
    return lambda code, **options: recorded(project, {"a": code}, **options)


@pytest.fixture(scope="module")
def everything(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Project, dict[str, Problem]]:
    """Record all of them at once, and return what is said of each."""
    project = Project(tmp_path_factory.mktemp("steady"))
    (project.root / "docs").mkdir()
    problems = recorded(project, UNSTEADY | STEADY)
    said = {
        name: problem
        for name in UNSTEADY | STEADY
        for problem in problems
        if problem.what.startswith(f"listing {name} ")
    }
    assert len(said) == len(problems)
    return project, said


@pytest.mark.parametrize("name", UNSTEADY)
def test_what_changes_without_a_reason_gets_no_seal(
    everything: tuple[Project, dict[str, Problem]], name: str
) -> None:
    project, said = everything
    assert "comes out otherwise each time it is made" in said[name].what
    assert "seed" in said[name].remedy
    kept = product(project, name).target.read()
    assert not Seals(project.seals).holds(f"listing {name}", kept)


@pytest.mark.parametrize("name", STEADY)
def test_what_stays_is_sealed(
    everything: tuple[Project, dict[str, Problem]], name: str
) -> None:
    project, said = everything
    assert name not in said
    kept = product(project, name).target.read()
    assert Seals(project.seals).holds(f"listing {name}", kept)


@pytest.mark.parametrize("code", OF_THIS_PLACE.values(), ids=OF_THIS_PLACE)
def test_a_path_of_this_machine_gets_no_seal(
    record: Record, project: Project, code: str
) -> None:
    (problem,) = record(code)
    assert "a path of this machine" in problem.what
    kept = product(project).target.read()
    assert not Seals(project.seals).holds("listing a", kept)


def test_what_fails_the_second_time_is_told(record: Record) -> None:
    (problem,) = record(
        "from pathlib import Path\n"
        "seen = Path(__file__).with_name('seen')\n"
        "seen.touch(exist_ok=False)\n"
    )
    assert "failed when it was made a second time" in problem.what
    assert "FileExistsError" in problem.what


def test_a_record_that_vanishes_meanwhile_is_told(
    record: Record, project: Project
) -> None:
    assert record(STEADY["a seed"]) == []
    product(project).target.path.unlink()
    console = Console(file=io.StringIO())
    (problem,) = unsteady([product(project)], project, console)
    assert "vanished while it was made a second time" in problem.what


def test_an_author_who_waits_hears_of_it_later(
    record: Record, project: Project
) -> None:
    recorded: list[Product] = []
    assert record(UNSTEADY["chance"], recorded=recorded) == []
    assert recorded == [product(project)]
    console = Console(file=io.StringIO())
    assert len(unsteady(recorded, project, console)) == 1


def test_another_environment_leaves_this_one_as_it_was(record: Record) -> None:
    before = dict(os.environ)
    assert record(UNSTEADY["the date"])
    assert dict(os.environ) == before


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("here", [-12, -5, 0, 1, 9, 14])
def test_somewhere_it_is_always_another_day(here: int, hour: int) -> None:
    zone = timezone(timedelta(hours=here))
    now = datetime(2026, 2, 28, hour, tzinfo=zone)
    hours = next(h for h, z in ZONES.items() if z == zone_of_another_day(now))
    there = now.astimezone(UTC).replace(tzinfo=None) + timedelta(hours=hours)
    assert there.date() != now.date()
