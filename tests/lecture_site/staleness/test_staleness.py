from pathlib import Path

import pytest

from lecture_site.basics.project import Project
from lecture_site.processes.isolated import Task
from lecture_site.products.figures import figure_products
from lecture_site.products.ledger import Ledger
from lecture_site.slides.other_decks import table_of
from lecture_site.staleness import installed
from lecture_site.staleness.fingerprint import (
    Imports,
    dependencies,
    fingerprint,
)
from lecture_site.staleness.recipe import Recipe


@pytest.fixture
def project(tmp_path: Path) -> Project:
    package = tmp_path / "src" / "teaching"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text('"""Package."""\n')
    (package / "used.py").write_text("from teaching import inner\n")
    (package / "inner.py").write_text("VALUE = 1\n")
    (package / "unused.py").write_text("VALUE = 2\n")
    (tmp_path / "listing.py").write_text(
        "import numpy\nfrom teaching.used import inner\n"
    )
    return Project(tmp_path)


def test_imports_of_imports_are_dependencies(project: Project) -> None:
    found = {
        p.name for p in dependencies(project.root / "listing.py", project)
    }
    assert found == {"listing.py", "__init__.py", "used.py", "inner.py"}


def test_names_in_a_source_are_those_that_all_it_leads_to_imports(
    project: Project,
) -> None:
    (project.root / "src/teaching/inner.py").write_text("import torch.nn\n")
    found = Imports(project).names_in(project.root / "listing.py")
    assert {"numpy", "torch.nn"} <= found


@pytest.mark.parametrize(
    ("name", "line", "changes"),
    [
        ("listing.py", "VALUE = 3", True),
        ("src/teaching/inner.py", "VALUE = 3", True),
        ("maker.py", "VALUE = 3", True),
        ("src/teaching/unused.py", "VALUE = 3", False),
        ("src/teaching/inner.py", "# a comment", False),
        ("listing.py", "", False),
        ("constraints.txt", "numpy==9", False),
    ],
)
def test_a_result_is_stale_only_when_something_it_uses_has_changed(
    name: str, line: str, changes: bool, project: Project
) -> None:
    listing, maker = project.root / "listing.py", project.root / "maker.py"
    maker.touch()

    def digest() -> str:
        return fingerprint(listing, Imports(project), maker)

    before = digest()
    with (project.root / name).open("a") as file:
        file.write(f"\n{line}\n")
    assert (digest() != before) == changes


def test_an_installed_version_that_changes_makes_stale_what_uses_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = project.root / "listing.py"
    other = project.root / "src" / "teaching" / "unused.py"
    before = [fingerprint(p, Imports(project)) for p in (listing, other)]
    monkeypatch.setattr(installed, "_version", lambda _: "9.9")
    installed._versions.cache_clear()
    now = [fingerprint(p, Imports(project)) for p in (listing, other)]
    installed._versions.cache_clear()
    assert now[0] != before[0]
    assert now[1] == before[1]


def test_what_a_package_needs_counts_and_its_extras_do_not() -> None:
    names = dict(installed.versions_of(["sklearn.datasets", "os", "nothing"]))
    assert {"scikit-learn", "scipy", "numpy"} <= names.keys()
    assert "pandas" not in names
    assert installed.canonical("Scikit_Learn") == "scikit-learn"


@pytest.mark.parametrize(
    "line", ["from . import sister", "from .sister import VALUE"]
)
def test_relative_imports_are_followed(line: str, project: Project) -> None:
    package = project.root / "src" / "teaching"
    (package / "sister.py").write_text("VALUE = 4\n")
    (package / "inner.py").write_text(f"{line}\n")
    found = dependencies(project.root / "listing.py", project)
    assert package / "sister.py" in found


def test_files_that_a_module_reads_are_dependencies(project: Project) -> None:
    data = project.root / "data"
    data.mkdir()
    (data / "read.json").write_text("{}")
    (data / "other.txt").write_text("")
    inner = project.root / "src" / "teaching" / "inner.py"
    inner.write_text('DATA_FILES = ("data/*.json",)\n')
    found = {
        p.name for p in dependencies(project.root / "listing.py", project)
    }
    assert "read.json" in found
    assert "other.txt" not in found


def test_data_files_may_have_a_type(project: Project) -> None:
    (project.root / "read.json").write_text("{}")
    inner = project.root / "src" / "teaching" / "inner.py"
    inner.write_text('DATA_FILES: tuple[str, ...] = ("read.json",)\n')
    found = dependencies(project.root / "listing.py", project)
    assert project.root / "read.json" in found


def test_imports_of_a_notebook_are_dependencies(project: Project) -> None:
    notebook = project.root / "lab.ipynb"
    notebook.write_text(
        '{"cells": [{"cell_type": "markdown", "source": ["import os"]},'
        '{"cell_type": "code", "source": ["import teaching.inner"]}]}'
    )
    found = {path.name for path in dependencies(notebook, project)}
    assert found == {"lab.ipynb", "__init__.py", "inner.py"}


def test_an_edit_of_a_result_by_hand_is_noticed(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "made.json")
    ledger.remember("figure", "sources", "drawn")
    ledger.save()
    again = Ledger(tmp_path / "made.json")
    assert again.is_fresh("figure", "sources", "drawn")
    assert not again.is_fresh("figure", "sources", "drawn by hand")
    assert not again.is_fresh("figure", "other sources", "drawn")
    assert not again.is_fresh("figure", "sources", None)


def test_what_was_made_before_an_interruption_is_remembered(
    tmp_path: Path,
) -> None:
    def interrupted() -> None:
        ledger = Ledger(tmp_path / "made.json")
        with ledger.saved():
            for name in ("first", "second"):
                ledger.remember(name, "sources", "drawn")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    ledger = Ledger(tmp_path / "made.json")
    assert ledger.is_fresh("first", "sources", "drawn")
    assert ledger.is_fresh("second", "sources", "drawn")


def test_a_result_does_not_depend_on_where_the_checkout_lies(
    tmp_path: Path,
) -> None:
    """A file that the task is given counts by its content."""

    def print_of(root: Path, page: str) -> str:
        root.mkdir(exist_ok=True)
        (root / "deck.py").write_text("VALUE = 1\n")
        (root / "page.md").write_text(page)
        given = (str(root / "deck.py"), str(root / "page.md"), "an option")
        task = Task("deck", table_of, given)
        recipe = Recipe(task, root / "deck.py", (root / "page.md",))
        return recipe.fingerprint(Imports(Project(root)))

    here = print_of(tmp_path / "here", "# Page")
    assert print_of(tmp_path / "there", "# Page") == here
    assert print_of(tmp_path / "there", "# Another") != here


def test_no_figure_depends_on_the_site() -> None:
    root = Path(__file__).resolve().parents[3]
    project = Project(root)
    figures = figure_products(project)
    imports = Imports(project)
    used = {
        path
        for figure in figures
        for path in (*imports.lead_to(figure.source), *figure.recipe.makers)
    }
    assert len(used) > len(figures) > 0
    assert not [p for p in used if p.is_relative_to(root / "src/lecture_site")]
