"""Other machines make the same, and whatever they do is made up for."""

import json
import os
import pickle
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.cluster.client import run_on
from lecture_site.cluster.maker import answered
from lecture_site.cluster.order import order_of
from lecture_site.processes.isolated import Outcome, Task, run_all
from lecture_site.processes.program import run_program
from lecture_site.staleness.fingerprint import Imports
from lecture_site.staleness.recipe import Recipe

SOURCES = Path(__file__).resolve().parents[3] / "src"
# It leaves a note of where it ran, and prints what would show a difference.
LISTING = """\
import os, time
from pathlib import Path

import numpy as np

DATA_FILES = ("data/scale.txt",)

with open({notes!r}, "a") as notes:
    print({number}, os.environ.get("MADE_BY", "here"), file=notes)
time.sleep(0.1)
scale = float(Path(__file__).parents[1].joinpath("data/scale.txt").read_text())
print(scale * np.random.default_rng({number}).normal(size=3))
print(os.environ["OMP_NUM_THREADS"])
"""
N_LISTINGS = 10


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A checkout with listings."""
    root = tmp_path_factory.mktemp("author") / "checkout"
    (root / "snippets").mkdir(parents=True)
    (root / "mkdocs.yml").touch()
    (root / "data").mkdir()
    (root / "data" / "scale.txt").write_text("2", encoding="utf-8")
    for number in range(N_LISTINGS):
        text = LISTING.format(number=number, notes=str(root.parent / "notes"))
        (root / "snippets" / f"{number}.py").write_text(text, encoding="utf-8")
    return Project(root)


def recipes(project: Project, *, shares: str = "") -> dict[Recipe, str]:
    paths = sorted(project.root.glob("snippets/*.py"))
    found = [recipe_of(path, shares) for path in paths]
    imports = Imports(project)
    return {recipe: recipe.fingerprint(imports) for recipe in found}


def recipe_of(path: Path, shares: str = "") -> Recipe:
    task = Task(f"listing {path.name}", run_program, (str(path),), shares)
    return Recipe(task, path)


def made_here(project: Project) -> dict[str, Outcome]:
    tasks = [recipe.task for recipe in recipes(project)]
    return {task.name: outcome for task, outcome in run_all(tasks)}


def notes(project: Project) -> list[str]:
    """Return who made what, and forget it."""
    path = project.root.parent / "notes"
    found = path.read_text("utf-8").split("\n") if path.exists() else [""]
    path.unlink(missing_ok=True)
    return sorted({line.split()[1] for line in found if line})


class Cluster:
    """A scheduler and workers on this machine.

    Each worker stands in a checkout of its own.
    """

    def __init__(self, folder: Path, project: Project) -> None:
        self._folder = folder
        self._project = project
        self._scheduler = self._start(folder, "scheduler", "--port", "0")
        self._workers: dict[str, subprocess.Popen[bytes]] = {}

    def _start(self, where: Path, *command: str) -> subprocess.Popen[bytes]:
        file = ("--scheduler-file", str(self._folder / "scheduler.json"))
        options = ("--host", "127.0.0.1", "--no-dashboard")
        with (self._folder / f"{where.name}.log").open("wb") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", *command, *file, *options],
                cwd=where,
                env=os.environ
                | {"PYTHONPATH": str(SOURCES), "MADE_BY": where.name},
                stderr=log,
            )

    @property
    def address(self) -> str:
        file = self._folder / "scheduler.json"
        while not file.exists():
            assert self._scheduler.poll() is None
            time.sleep(0.05)
        return str(json.loads(file.read_bytes())["address"])

    def checkout(self, worker: str) -> Path:
        return self._folder / worker

    def start(self, name: str, *options: str) -> None:
        """Start a worker in a copy of the checkout."""
        shutil.copytree(self._project.root, self.checkout(name))
        self._workers[name] = self._start(
            self.checkout(name), "worker", "--nthreads", "1", *options
        )

    def wait_for(self, number: int) -> None:
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(number, timeout=120)

    def kill(self, name: str) -> None:
        """End a worker in the middle of what it does, without a word."""
        worker = self._workers.pop(name)
        worker.kill()
        worker.wait()

    def end(self) -> None:
        for process in (*self._workers.values(), self._scheduler):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(
    tmp_path_factory: pytest.TempPathFactory, project: Project
) -> Iterator[Cluster]:
    """Start two workers: one under a nanny, as is usual, one without."""
    started = Cluster(tmp_path_factory.mktemp("cluster"), project)
    try:
        started.start("nannied")
        started.start("alone", "--no-nanny")
        yield started
    finally:
        started.end()


def test_workers_make_the_same_whatever_befalls_them(
    cluster: Cluster, project: Project
) -> None:
    expected = made_here(project)
    notes(project)
    told: list[str] = []

    def made(*, lose: str = "", seconds: float = 60) -> dict[str, Outcome]:
        found = {}
        told.clear()
        for task, outcome in run_on(
            cluster.address, recipes(project), project, told.append, seconds
        ):
            found[task.name] = outcome
            if lose and len(found) == 2:
                cluster.kill(lose)
        return found

    # Each stands in a checkout of its own, at another place.
    cluster.wait_for(2)
    assert made() == expected
    assert notes(project) == ["alone", "nannied"]
    assert told == []

    # One has another checkout: it is told once, and the other makes it all.
    scale = cluster.checkout("nannied") / "data" / "scale.txt"
    scale.write_text("3", encoding="utf-8")
    assert made() == expected
    assert notes(project) == ["alone"]
    (line,) = told
    assert "it has other sources, versions or arithmetic" in line
    scale.write_text("2", encoding="utf-8")

    # One is lost in the middle: the other makes what it was at.
    assert made(lose="nannied") == expected
    assert set(notes(project)) <= {"alone", "nannied"}
    assert told == []

    # All are lost in the middle: the rest is made here.
    assert made(lose="alone", seconds=3) == expected
    assert notes(project) == ["alone", "here"]
    assert told == ["no worker is left; what is lost is made here"]


def test_a_source_that_no_checkout_has_is_sent(
    project: Project, tmp_path: Path
) -> None:
    source = project.cache / "programs" / "sent.py"
    source.parent.mkdir(parents=True)
    source.write_text("print(__file__)", encoding="utf-8")
    recipe = recipe_of(source)
    asked = {recipe: recipe.fingerprint(Imports(project))}
    order = order_of(asked, project.root, project.cache)
    (answer,) = answered(pickle.dumps(order), Project(tmp_path))
    there = tmp_path / ".cache" / "programs" / "sent.py"
    assert answer == {"text": f"{there}\n"}


@pytest.mark.parametrize("asked", [b"no order", b""])
def test_what_cannot_be_read_is_refused(asked: bytes, tmp_path: Path) -> None:
    (answer,) = answered(asked, Project(tmp_path))
    assert answer["refused"].startswith("it has other sources")


def test_what_is_not_there_is_refused(
    project: Project, tmp_path: Path
) -> None:
    order = order_of(recipes(project), project.root, project.cache)
    answers = answered(pickle.dumps(order), Project(tmp_path))
    assert len(answers) == N_LISTINGS
    assert {tuple(answer) for answer in answers} == {("refused",)}


def refusal(address: str) -> str:
    """Return what is said where nothing can be handed out."""
    with pytest.raises(ProblemError) as raised:
        list(run_on(address, {}, Project(Path()), print, 0.5))
    return raised.value.problem.what


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:9", "nobody:8786", "carrier://pigeon", "::"]
)
def test_a_scheduler_that_is_not_there_is_told(address: str) -> None:
    assert refusal(address) == f"no scheduler answers at {address}"


def test_whoever_says_nothing_is_no_scheduler() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        assert refusal(address) == f"no scheduler answers at {address}"


def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "the package distributed is missing" in refusal("tcp://any:1")


def test_without_workers_nothing_of_the_engine_is_loaded() -> None:
    code = "import sys, lecture_site.build; print(*sys.modules)"
    loaded = subprocess.check_output(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(SOURCES)},
        text=True,
    ).split()
    assert "lecture_site.cluster.client" in loaded
    assert not {"distributed", "dask"} & set(loaded)
