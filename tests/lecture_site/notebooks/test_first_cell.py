"""The first cell of a notebook installs what is missing, and only that."""

import importlib.metadata
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from lecture_site.notebooks.wheel import Wheel
from lecture_site.notebooks.write import (
    Checked,
    for_binder,
    pinned_version,
    setup,
)

WHEEL = "lecture_code-1.0-py3-none-any.whl"
SITE = "https://example.org/notebooks/"
NUMPY, TORCH = map(pinned_version, ("numpy", "torch"))
CPU = "https://download.pytorch.org/whl/cpu"
OURS = f"lecture-code @ {SITE}{WHEEL}#sha256=abc"


class Machine:
    """A machine with some packages, on which the first cell is run."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.there = folder, dict[str, str]()
        self.direct_url: dict[str, object] = {}
        self.called: list[list[str]] = []
        self.failure = ""
        monkeypatch.chdir(folder)
        monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
        monkeypatch.setattr(importlib.metadata, "version", self._version)
        monkeypatch.setattr(
            importlib.metadata,
            "distribution",
            lambda _: SimpleNamespace(
                read_text=lambda _: json.dumps(self.direct_url)
            ),
        )
        monkeypatch.setattr(subprocess, "run", self._run)

    def _version(self, name: str) -> str:
        if name not in self.there:
            raise importlib.metadata.PackageNotFoundError(name)
        return self.there[name]

    def _run(self, command: list[str], **_: object) -> SimpleNamespace:
        assert command[:3] == [sys.executable, "-m", "pip"]
        self.called.append(command[3:])
        return SimpleNamespace(
            returncode=bool(self.failure), stderr=self.failure
        )

    def run(self, source: str) -> None:
        exec(compile(source, "cell", "exec"), {"__name__": "__main__"})


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    for module in ("numpy", "torch", "lecture_code"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    return Machine(tmp_path, monkeypatch)


def cell(site: str) -> str:
    wheel = Wheel(Path(WHEEL), "abc")
    checked = Checked("2026-01-02", wheel, site, {"numpy": "2.3"})
    return setup({"numpy", "torch"}, checked).source


CELL, WITHOUT_SITE = cell(SITE), cell("")
SAME_WHEEL = {"archive_info": {"hash": "sha256=abc"}}
ALL = {"numpy": NUMPY, "torch": f"{TORCH}+cpu", "lecture-code": "1.0"}


def test_a_bare_machine_gets_exactly_what_was_tested(machine: Machine) -> None:
    machine.run(CELL)
    assert machine.called == [
        ["install", "--quiet", "--index-url", CPU, f"torch=={TORCH}"],
        ["install", "--quiet", f"numpy=={NUMPY}", OURS],
    ]


def test_where_only_torch_is_missing_nothing_else_is_asked_for(
    machine: Machine,
) -> None:
    machine.there = {name: v for name, v in ALL.items() if name != "torch"}
    machine.direct_url = SAME_WHEEL
    machine.run(CELL)
    assert machine.called == [
        ["install", "--quiet", "--index-url", CPU, f"torch=={TORCH}"]
    ]


def test_a_local_folder_of_wheels_needs_no_index_of_torch(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_FIND_LINKS", "wheels")
    machine.run(CELL)
    wanted = [f"numpy=={NUMPY}", f"torch=={TORCH}", OURS]
    assert machine.called == [["install", "--quiet", *wanted]]


@pytest.mark.parametrize(
    "direct_url", [SAME_WHEEL, {"dir_info": {"editable": True}}]
)
def test_nothing_is_done_where_all_is_there(
    direct_url: dict[str, object],
    machine: Machine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    machine.there, machine.direct_url = ALL, direct_url
    machine.run(CELL)
    assert machine.called == []
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "direct_url",
    [{}, {"dir_info": {}}, {"archive_info": {"hash": "sha256=abd"}}],
)
def test_another_wheel_of_the_same_version_is_replaced(
    direct_url: dict[str, object], machine: Machine
) -> None:
    machine.there, machine.direct_url = ALL, direct_url
    machine.run(CELL)
    assert machine.called[0] == ["uninstall", "--yes", "lecture-code"]
    assert machine.called[1][-1:] == [OURS]
    assert f"torch=={TORCH}" not in machine.called[1]


def test_another_torch_is_kept_and_named(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.there, machine.direct_url = ALL | {"torch": "2.9.1"}, SAME_WHEEL
    machine.run(CELL)
    assert machine.called == []
    printed = capsys.readouterr().out
    assert printed.startswith(f"torch 2.9.1 is kept; tested was {TORCH}")


def test_a_numpy_that_is_too_old_is_replaced(machine: Machine) -> None:
    machine.there, machine.direct_url = ALL | {"numpy": "2.2.9"}, SAME_WHEEL
    machine.run(CELL)
    assert machine.called[0][-1] == f"numpy=={NUMPY}"


def test_a_wheel_beside_the_notebook_comes_first(machine: Machine) -> None:
    (machine.folder / WHEEL).touch()
    machine.run(CELL)
    beside = (machine.folder / WHEEL).as_uri()
    assert machine.called[-1][-1] == f"lecture-code @ {beside}#sha256=abc"


@pytest.mark.parametrize(
    ("source", "failure", "message"),
    [
        (WITHOUT_SITE, "", f"Put {WHEEL} beside this file and run it again."),
        (
            CELL,
            "warning\nERROR: no such host\n",
            "failed: ERROR: no such host",
        ),
        (CELL, "no module named pip", "failed: no module named pip"),
    ],
)
def test_a_failure_is_told_in_one_line(
    source: str, failure: str, message: str, machine: Machine
) -> None:
    machine.failure = failure
    with pytest.raises(SystemExit) as error:
        machine.run(source)
    assert str(error.value).endswith(message)
    assert "\n" not in str(error.value)


def test_a_package_that_was_loaded_asks_for_a_restart(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "numpy", SimpleNamespace())
    with pytest.raises(SystemExit, match="Restart the kernel"):
        machine.run(CELL)
    assert len(machine.called) == 2


@pytest.mark.parametrize("needed", [{"numpy"}, {"numpy", "torch"}])
def test_binder_takes_only_torch_from_the_index_of_torch(
    needed: set[str],
) -> None:
    files = for_binder(needed, Checked("", Wheel(Path(WHEEL), "abc"), "", {}))
    assert files["requirements.txt"].splitlines() == [
        f"numpy=={NUMPY}",
        f"./{WHEEL}",
    ]
    assert ("postBuild" in files) == ("torch" in needed)
    *_, last = files.get("postBuild", "").splitlines() or [""]
    assert last.partition(CPU)[2].split() == [
        f"{name}=={TORCH}" for name in needed - {"numpy"}
    ]
