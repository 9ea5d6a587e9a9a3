"""An entry names the tests that lead to it, whatever way they take."""

from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.extensions.reference.held import tests_of as held_by
from tea import tea


def test_a_test_holds_what_it_leads_to(tmp_path: Path) -> None:
    project = Project(tmp_path)
    held = held_by(tea(project), project)
    assert held["tea.water.boil"] == {
        "test_water": [
            "test_it_boils",
            "test_a_helper_leads_there",
            "test_all_of_them",
            "test_the_names",
            "test_a_table",
        ]
    }
    assert held["tea.water.d_boil"]["test_water"] == [
        *("test_the_names", "test_a_table")
    ]
    assert held["tea.water.KINDS"] == {
        "test_water": ["test_the_names", "test_a_table"]
    }
    assert held["tea.pot.Vessel"] == held["tea.pot.COLOUR"] == {}


def test_a_test_that_changes_is_read_again(tmp_path: Path) -> None:
    project = Project(tmp_path)
    package = tea(project)
    held_by(package, project)
    (tmp_path / "tests/tea/test_pot.py").write_text(
        "import tea.pot\nfrom tea.pot import Pot as Kettle\n\n\n"
        "def test_it():\n    assert Kettle(1).fill(2)\n"
    )
    assert held_by(package, project)["tea.pot.Pot"] == {
        "test_pot": ["test_it"]
    }


def test_what_no_test_names_is_held_by_what_is_built_on_it(
    tmp_path: Path,
) -> None:
    project = Project(tmp_path)
    package = tea(project)
    (tmp_path / "tests/tea/test_pot.py").write_text(
        "from tea.pot import Pot\n\n\ndef test_it():\n    Pot(1)\n"
    )
    held = held_by(package, project)
    assert held["tea.pot.Vessel"] == {"test_pot": ["test_it"]}
    assert held["tea.pot.Lid"] == {}
