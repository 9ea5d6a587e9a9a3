"""The wheel holds all that the command needs, and runs anywhere."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (
    "agreement",
    "lecture_code",
    "lecture_command",
    "lecture_exercises",
    "lecture_experiments",
    "lecture_live",
    "lecture_measurements",
    "slide_aligner",
    "terminal",
)
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
OFFLINE = ("--no-deps", "--no-index")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = ["--no-build-isolation", "--wheel-dir", folder, ROOT]
    subprocess.run([*PIP, "wheel", *OFFLINE, *build], check=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean environment with the wheel; its dependencies are borrowed."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=False)
    paths = sysconfig.get_paths(
        "venv", {"base": str(folder), "platbase": str(folder)}
    )
    borrowed = sysconfig.get_path("purelib")
    pth = Path(paths["purelib"]) / "borrowed.pth"
    pth.write_text(f"{borrowed}\n", encoding="utf-8")
    python = Path(paths["scripts"]) / Path(sys.executable).name
    into = ["--python", python, "install"]
    subprocess.run([*PIP, *into, *OFFLINE, wheel], check=True)
    return Path(paths["scripts"])


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_package_is_typed(wheel: Path) -> None:
    names = names_in(wheel)
    shipped = {name.partition("/")[0] for name in names}
    assert {f"{package}/py.typed" for package in PACKAGES} <= names
    assert {n for n in shipped if not n.endswith("info")} == set(PACKAGES)


def test_every_listing_is_there_with_its_output(wheel: Path) -> None:
    here = {
        f"lecture_command/shipped/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "snippets").rglob("*.*")
        if path.suffix in (".py", ".out")
    }
    assert here
    assert here <= names_in(wheel)
    assert "lecture_command/shipped/measured.json" in names_in(wheel)


def test_every_exercise_is_there(wheel: Path) -> None:
    here = {
        f"lecture_command/shipped/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "exercises").glob("*/*.py")
    }
    assert here
    assert here <= names_in(wheel)


def test_metadata_come_from_the_project(wheel: Path) -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith("METADATA"))
        metadata = archive.read(name).decode()
        licence = name.replace("METADATA", "licenses/LICENSE")
        assert "CC BY 4.0" in archive.read(licence).decode()
    assert f"\nVersion: {project['version']}\n" in metadata
    assert "\nLicense-Expression: MIT\n" in metadata


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--version"], "lecture 0.1"),
        (["list", "one_neuron"], "One neuron, its weights set by hand"),
        (["show", "one_neuron"], "# prints:"),
        (["run", "one_neuron"], "w·x + b = -1.5"),
        (["check", "one_neuron"], "1 snippets: 1 same"),
        (["exercise", "list", "softmax"], "Softmax that does not overflow"),
        (["check", "how_slides_are_matched"], "not in the package"),
        (["measure", "dead_at_the_start"], "kept"),
    ],
)
def test_the_command_runs_from_an_empty_folder(
    scripts: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    command = shutil.which("lecture", path=scripts)
    assert command
    ended = subprocess.run(
        [command, *arguments],
        cwd=tmp_path,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ended.stderr, ended.returncode) == ("", 0)
    assert said in ended.stdout
    assert not list(tmp_path.iterdir())
