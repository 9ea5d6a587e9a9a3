"""A wall that is crossed is named: each contract can fail."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# What is not allowed: the module that imports, and what it imports.
CROSSINGS = {
    "from a package to one above": ("agreement.texts", "lecture_site.build"),
    "between packages side by side": (
        "lecture_command.names",
        "lecture_figures.drawing",
    ),
    "from a wing of the site to one above": (
        "lecture_site.basics.project",
        "lecture_site.pages.reader",
    ),
    "from a wing of the aligner to one above": (
        "slide_aligner.notes.anchors",
        "slide_aligner.model.chain",
    ),
    "from the rules of agreement": ("agreement.data", "scipy"),
    "from what runs in a page": ("lecture_live.output", "scipy"),
    "from exercises": ("lecture_exercises.guard", "typer"),
    "from the teaching code": ("lecture_code.linear", "torch"),
    "from the teaching code to its part in torch": (
        "lecture_code.losses",
        "lecture_code.in_torch",
    ),
    "from the command": ("lecture_command.shelf", "mkdocs"),
    "from the command to the aligner": (
        "lecture_command.drawn",
        "slide_aligner.documents",
    ),
    "from the aligner": ("slide_aligner.model.model", "torch"),
    "from a figure to a measurement": (
        "lecture_figures.summary",
        "lecture_measurements.summary",
    ),
    "from drawing": ("lecture_figures.drawing.draw", "lecture_experiments"),
}
CIRCLE = ("lecture_code.arrays", "lecture_code.linear")


def lint_imports(sources: Path, *options: str) -> str:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-logo", "--no-cache", *options, "pyproject.toml"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(sources), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    ).stdout


@pytest.fixture(scope="module")
def crossed(tmp_path_factory: pytest.TempPathFactory) -> str:
    sources = tmp_path_factory.mktemp("crossed") / "src"
    shutil.copytree(ROOT / "src", sources)
    for module, imported in [*CROSSINGS.values(), CIRCLE]:
        path = sources / f"{module.replace('.', '/')}.py"
        path.write_text(f"{path.read_text('utf-8')}\nimport {imported}\n")
    return lint_imports(sources)


@pytest.mark.parametrize("crossing", CROSSINGS.values(), ids=CROSSINGS)
def test_a_crossed_wall_is_named(crossed: str, crossing: tuple[str, str]):
    module, imported = crossing
    assert f"{module} -> {imported}" in crossed


def test_a_circle_is_named(crossed: str):
    assert "No cycles are allowed in lecture_code." in crossed


def test_every_contract_was_broken(crossed: str):
    assert "Contracts: 0 kept, 14 broken." in crossed
