"""A reference shows how something is called, and its code."""

from pathlib import Path

import griffe
import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.extensions.reference.code import (
    rest_of,
    signature,
    source_of,
)
from lecture_site.extensions.reference.package import (
    is_package,
    modules_of,
    names_of,
    public,
    read_package,
)
from tea import tea


@pytest.fixture
def package(tmp_path: Path) -> griffe.Module:
    return tea(Project(tmp_path))


def test_a_package_offers_what_has_no_underscore(
    package: griffe.Module,
) -> None:
    assert [m.path for m in modules_of(package)] == ["tea.pot", "tea.water"]
    assert [each.name for each in public(package["water"])] == [
        *("Litres", "KINDS", "boil", "d_boil")
    ]
    assert list(names_of(package))[:4] == [
        *("tea.pot", "tea.pot.COLOUR", "tea.pot.Vessel", "tea.pot.Pot")
    ]
    assert "tea.pot.Pot.fill" in names_of(package)


def test_modules_in_folders_are_found(tmp_path: Path) -> None:
    package = tmp_path / "src/tea/cups"
    package.mkdir(parents=True)
    (tmp_path / "src/tea/__init__.py").write_text("")
    (package / "__init__.py").write_text("")
    (package / "cup.py").write_text("SIZE = 1\n_LARGE = 2\n")
    project = Project(tmp_path)
    assert is_package("tea", project)
    assert not is_package("cups", project)
    found = modules_of(read_package("tea", project))
    assert [module.path for module in found] == ["tea.cups.cup"]
    assert rest_of(found[0]) == "_LARGE = 2"  # and it has no docstring


def test_a_change_is_seen_and_what_is_no_python_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    first = tea(project)
    assert read_package("tea", project) is first
    (tmp_path / "src/tea/pot.py").write_text("SIZE = 10\n")
    assert list(names_of(read_package("tea", project)))[:2] == [
        *("tea.pot", "tea.pot.SIZE")
    ]
    (tmp_path / "src/tea/water.py").write_text("def (:\n")
    with pytest.raises(ProblemError, match=r"src/tea/water\.py:1: Syntax"):
        read_package("tea", project)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("water.Litres", "Litres: TypeAlias = float"),
        ("water.d_boil", "d_boil(amount: Litres, cups: int = 1) -> float"),
        (
            "water.boil",
            "boil(amount: Litres, *, degrees: float = 1e2) -> Litres",
        ),
        ("pot.Vessel", 'Vessel(size: float, /, *more: int, name="", **rest)'),
        ("pot.Pot", 'Pot(size: float, /, *more: int, name="", **rest)'),
        ("pot.Pot.fill", "fill(amount: Litres) -> Litres"),
        ("pot.Lid", "class Lid"),
    ],
)
def test_a_signature_is_as_it_is_written(
    name: str, shown: str, package: griffe.Module
) -> None:
    assert signature(package[name]) == shown


def test_a_long_signature_has_a_line_for_each_parameter(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "src/tea"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(
        "def f(first_of_them: int, second_of_them: int, "
        "third: dict[str,\n  int]) -> tuple[int, int]: ...\n"
    )
    package = read_package("tea", Project(tmp_path))
    assert signature(package["f"]) == (
        "f(\n    first_of_them: int,\n    second_of_them: int,\n"
        "    third: dict[str, int],\n) -> tuple[int, int]"
    )


def test_code_is_shown_without_its_docstring(package: griffe.Module) -> None:
    assert source_of(package["water.boil"]) == (
        "def boil(amount: Litres, *, degrees: float = 1e2) -> Litres:\n"
        "    return amount - _lost(degrees)"
    )
    shown = source_of(package["pot.Pot"])
    assert shown.startswith("@decorated\nclass Pot(Vessel):\n\n    def fill")
    assert '"""Pour it in.' in shown
    assert source_of(package["water.Litres"]) == "Litres: TypeAlias = float"


def test_what_has_no_entry_is_the_rest(package: griffe.Module) -> None:
    assert rest_of(package["water"]) == (
        "from typing import TypeAlias\n\n\n"
        "def _lost(degrees: float) -> float:\n    return degrees / 100"
    )


def test_all_code_of_a_module_is_shown_somewhere(
    package: griffe.Module,
) -> None:
    for module in modules_of(package):
        parts = [source_of(each) for each in public(module)]
        shown = {
            line.strip()
            for part in [*parts, rest_of(module), _docstrings(module)]
            for line in part.splitlines()
        }
        lines = module.filepath.read_text(encoding="utf-8").splitlines()
        code = {line.strip() for line in lines if "--8<--" not in line}
        assert {line.strip('r"') for line in code} <= {
            line.strip('r"') for line in shown
        }


def _docstrings(module: griffe.Module) -> str:
    said = [module.docstring, *(each.docstring for each in public(module))]
    return "\n".join(each.value for each in said if each)
