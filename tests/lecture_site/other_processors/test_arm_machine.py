"""The emulated machine is assembled from the right parts, once."""

import os
import platform
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from rich.console import Console

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.other_processors.arm import machine as arm_machine
from lecture_site.other_processors.arm import parts as arm_parts
from lecture_site.other_processors.arm.machine import (
    ArmMachine,
    unfit,
    write_processor,
)
from lecture_site.other_processors.arm.parts import (
    EXTRAS,
    apt_command,
    assembled,
    fill_once,
    wheel_command,
)

ROOT = Path(__file__).resolve().parents[3]
posix = pytest.mark.skipif(
    platform.system() == "Windows", reason="there is no qemu-user there"
)


@pytest.fixture
def machine(tmp_path: Path) -> ArmMachine:
    made = ArmMachine(tmp_path / "an arm")
    programs = made.root / "usr" / "bin"
    programs.mkdir(parents=True)
    (programs / "python3").symlink_to("python3.12")
    return made


def there(*tools: str) -> object:
    return lambda tool: tool if tool in tools else None


def test_what_is_missing_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", there("apt-get", "dpkg"))
    message = str(unfit("x86_64"))
    assert "qemu-aarch64-static: not found" in message
    assert "'apt-get install qemu-user-static'" in message
    assert "dpkg" not in message


def test_nothing_is_wanting_where_all_tools_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", there(*arm_machine.TOOLS))
    assert unfit("x86_64") is None


@pytest.mark.parametrize("processor", ["aarch64", "arm64"])
def test_an_arm_machine_needs_no_emulation(processor: str) -> None:
    assert "make unchanged" in str(unfit(processor))


def test_nothing_is_fetched_where_a_tool_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", there())
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    with pytest.raises(ProblemError, match="not found"):
        assembled(Project(tmp_path), Console())
    assert not list(tmp_path.iterdir())


def test_apt_leaves_the_packages_of_the_system_alone(tmp_path: Path) -> None:
    places = [
        option.partition("=")[2]
        for option in apt_command(tmp_path)
        if option.startswith("-oDir")
    ]
    assert len(places) == 3
    assert all(Path(place).parent == tmp_path for place in places)
    assert "--download-only" in apt_command(tmp_path)


def wheels(machine: ArmMachine, **environment: str) -> str:
    return " ".join(wheel_command(machine, Project(ROOT), environment))


@posix
def test_wheels_are_for_the_processor_and_the_python_of_the_machine(
    machine: ArmMachine,
) -> None:
    command = wheels(machine)
    assert "--python-platform aarch64-manylinux_2_28" in command
    assert "--python-version 3.12" in command
    assert f"--target {machine.site}" in command
    assert "--only-binary :all:" in command
    assert f"--constraint {ROOT / 'constraints.txt'}" in command


@posix
def test_torch_comes_from_where_the_set_up_has_it_from(
    machine: ArmMachine,
) -> None:
    assert "--torch-backend cpu" in wheels(machine)
    local = wheels(machine, PIP_FIND_LINKS="wheels")
    assert "--find-links wheels" in local
    assert "--torch-backend" not in local


def test_the_extras_that_are_asked_for_exist() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    offered = tomllib.loads(text)["project"]["optional-dependencies"]
    assert set(EXTRAS) <= set(offered)


def test_a_folder_is_filled_once_for_each_set_of_versions(
    tmp_path: Path,
) -> None:
    folder, versions = tmp_path / "site", tmp_path / "constraints.txt"
    filled = []

    def fill() -> None:
        filled.append(versions.read_text())

    for text in ("numpy==1", "numpy==1", "numpy==2"):
        versions.write_text(text)
        fill_once(folder, [versions], fill)
    assert filled == ["numpy==1", "numpy==2"]


def test_a_folder_that_was_filled_in_part_is_begun_anew(
    tmp_path: Path,
) -> None:
    folder, versions = tmp_path / "site", tmp_path / "constraints.txt"
    versions.write_text("numpy==1")

    def half() -> None:
        (folder / "half").touch()
        raise ProblemError(arm_parts.Problem("no network", "wait"))

    with pytest.raises(ProblemError):
        fill_once(folder, [versions], half)
    fill_once(folder, [versions], (folder / "whole").touch)
    assert [path.name for path in folder.iterdir()] == ["whole"]


@posix
def test_what_failed_is_told_with_what_it_said() -> None:
    with pytest.raises(ProblemError, match=r"(?s)sh failed.*no arm64 here"):
        arm_parts.run(["sh", "-c", "echo no arm64 here >&2; exit 100"])


@posix
def test_python_is_started_under_the_name_that_starts_it_again(
    machine: ArmMachine, tmp_path: Path
) -> None:
    write_processor(machine)
    qemu = tmp_path / "qemu-aarch64-static"
    qemu.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n")
    qemu.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    said = subprocess.run(
        [machine.python, "-c", "two words"],
        env={"PATH": path},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    python = machine.root / "usr" / "bin" / "python3"
    assert said[2:] == [
        *("-0", str(machine.python)),
        *("-L", str(machine.root)),
        *(str(python), "-c", "two words"),
    ]


def test_programs_read_of_the_emulated_processor(machine: ArmMachine) -> None:
    write_processor(machine)
    text = (machine.root / "proc" / "cpuinfo").read_text()
    assert "CPU part\t: 0xd0c" in text
    assert text.endswith("\n\n")
    assert "sve" not in text
