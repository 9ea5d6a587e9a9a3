"""Results are made where it was said, and kept as if they were made here."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.cluster.client import ON
from lecture_site.exchange import results
from lecture_site.exchange.entry import Wanted, unpacked
from lecture_site.processes.isolated import Outcome, Task
from lecture_site.processes.program import run_program
from lecture_site.products import making
from lecture_site.products.making import bring_up_to_date
from lecture_site.products.product import Product
from lecture_site.staleness.fingerprint import Imports
from lecture_site.staleness.recipe import Recipe
from small_site import make_small_site

ROOT = Path(__file__).resolve().parents[3]


def test_what_workers_make_is_recorded_and_shared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path)
    source = tmp_path / "listing.py"
    source.write_text("print('here')", encoding="utf-8")
    product = Product(
        task=Task("listing a", run_program, (str(source),)),
        source=source,
        target=FileTarget(tmp_path / "kept.out"),
        mentioned_as="listing",
        again="python listing.py",
        is_committed=False,
    )

    def run_on(
        address: str,
        recipes: Mapping[Recipe, str],
        of: Project,
        tell: Callable[[str], object],
    ) -> Iterator[tuple[Task, Outcome]]:
        assert (address, of) == ("tcp://there:8786", project)
        tell("a worker is lost")
        for recipe in recipes:
            yield recipe.task, Outcome("there\n")

    monkeypatch.setattr(making, "run_on", run_on)
    monkeypatch.setenv(ON, "tcp://there:8786")
    monkeypatch.setenv(results.VARIABLE, str(tmp_path / "shared"))
    told = io.StringIO()
    assert not bring_up_to_date(
        [product], project, record=True, console=Console(file=told)
    )
    assert product.target.read() == "there\n"
    assert "a worker is lost" in told.getvalue()
    wanted = Wanted("listing a", product.fingerprint(Imports(project)))
    (path,) = (tmp_path / "shared").rglob("*.json")
    assert unpacked(path.read_bytes(), wanted) == "there\n"


@pytest.mark.parametrize(
    "name", ["build_site", "build_figures", "measure", "record_outputs"]
)
def test_a_script_tells_in_a_line_that_nobody_is_there(
    name: str, tmp_path: Path
) -> None:
    make_small_site(tmp_path)
    ran = subprocess.run(
        [sys.executable, ROOT / f"scripts/{name}.py", "--on", "no://where"],
        cwd=tmp_path,
        env=os.environ | {"COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "no scheduler answers at no://where" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "snippets/page/prints_three.out").exists()
