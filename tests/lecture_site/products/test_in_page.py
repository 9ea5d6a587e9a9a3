"""Which programs a browser can run."""

from pathlib import Path

import pytest

from lecture_site.basics.project import Project
from lecture_site.products.in_page import runs_in_page
from lecture_site.products.listings import programs
from lecture_site.runtime.runnable import runnable_listings

MODULES = {
    "lecture_code/__init__.py": "",
    "lecture_code/layers.py": "import math\nimport numpy as np\n",
    "lecture_code/in_torch.py": "import torch\n",
    "lecture_code/data.py": "from lecture_code import in_torch\n",
}
RUNS = {
    "import numpy as np": True,
    "import math\nfrom lecture_code.layers import np": True,
    "import torch": False,
    "import numpy\ndef f():\n    from sklearn.datasets import load_digits": (
        False
    ),
    "from lecture_code.in_torch import torch": False,
    "from lecture_code.data import in_torch": False,
    "import subprocess": False,
}


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def with_program(code: str, root: Path) -> Path:
    """Write the modules and a program, and return the program."""
    for name, text in MODULES.items():
        write(root / "src" / name, text)
    program = root / "snippets" / "page" / "claim.py"
    return write(program, f'"""Shows it."""\n\n{code}\n')


@pytest.mark.parametrize(("code", "runs"), RUNS.items())
def test_a_program_runs_where_numpy_is_enough(
    code: str, runs: bool, tmp_path: Path
) -> None:
    program = with_program(code, tmp_path)
    assert not runs_in_page(program, Project(tmp_path))
    Project(tmp_path).runtime.mkdir()
    assert runs_in_page(program, Project(tmp_path)) is runs


def test_a_change_two_modules_deep_is_noticed(tmp_path: Path) -> None:
    program = with_program("from lecture_code.data import data", tmp_path)
    project = Project(tmp_path)
    project.runtime.mkdir()
    assert not runs_in_page(program, project)
    deep = tmp_path / "src" / "lecture_code" / "in_torch.py"
    write(deep, "import math\n")
    assert runs_in_page(program, project)
    deep.unlink()
    write(deep.with_name("data.py"), "import torch\n")
    assert not runs_in_page(program, project)


def test_the_build_and_the_tests_of_the_runtime_mean_the_same_programs() -> (
    None
):
    project = Project(Path(__file__).resolve().parents[3])
    marked = {
        p.path for p in programs(project) if runs_in_page(p.path, project)
    }
    assert marked == {p.path for p in runnable_listings(project)}
