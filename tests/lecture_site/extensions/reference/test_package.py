"""What a package offers, and what it keeps for itself."""

from lecture_site.basics.project import Project
from lecture_site.extensions.reference.package import (
    modules_of,
    names_of,
    read_package,
)
from tea import write_tea


def test_a_module_with_an_underscore_is_for_the_package_itself(
    small_site: Project,
) -> None:
    write_tea(small_site)
    folder = small_site.sources / "tea"
    code = '"""Leaves."""\n\n\ndef dry():\n    """Dry them."""\n'
    (folder / "_leaves.py").write_text(code, encoding="utf-8")
    (folder / "_shelf").mkdir()
    (folder / "_shelf/__init__.py").write_text(code, encoding="utf-8")
    package = read_package("tea", small_site)
    assert "tea.water" in {module.path for module in modules_of(package)}
    assert not [name for name in names_of(package) if "._" in name]
