"""A site is built again if anything has changed that it is made from."""

import os
import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from lecture_site.basics.project import Project
from lecture_site.browser import chromium
from lecture_site.staleness.whole_site import WholeSite

BUILD = Path(__file__).resolve().parents[3] / "scripts" / "build_site.py"


def whole(project: Project) -> WholeSite:
    return WholeSite(project, project.site)


@pytest.fixture
def remembered(built_site: Project) -> Project:
    whole(built_site).remember()
    assert whole(built_site).is_up_to_date()
    return built_site


def test_before_the_first_build_nothing_is_up_to_date(
    built_site: Project,
) -> None:
    assert not whole(built_site).is_up_to_date()


@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml",
        "docs/page.md",
        "docs/figures/page/line.svg",
        "snippets/page/prints_three.py",
        "src/lecture_code/doubling.py",
        "measured.json",
        "recorded.json",
        "site/page/index.html",
        ".cache/expanded/page.md",
    ],
)
def test_a_file_that_is_read_or_was_written_changes(
    remembered: Project, name: str
) -> None:
    path = remembered.root / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert not whole(remembered).is_up_to_date()


@pytest.mark.parametrize("name", ["docs/page.md", "site/page/index.html"])
def test_a_file_goes(remembered: Project, name: str) -> None:
    (remembered.root / name).unlink()
    assert not whole(remembered).is_up_to_date()


def test_a_file_is_called_otherwise(remembered: Project) -> None:
    (remembered.docs / "page.md").rename(remembered.docs / "other.md")
    assert not whole(remembered).is_up_to_date()


def test_a_variable_that_the_configuration_asks_for_changes(
    remembered: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://someone.github.io/lecture/")
    assert not whole(remembered).is_up_to_date()


def test_a_package_has_another_version(
    remembered: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = list(metadata.distributions())[1:]
    monkeypatch.setattr(metadata, "distributions", lambda: rest)
    assert not whole(remembered).is_up_to_date()


def test_the_browser_that_prints_is_gone(
    remembered: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: Callable[..., object] = lambda _: None  # noqa: E731
    before = chromium.find_chromium(remembered)
    monkeypatch.setattr(
        "lecture_site.staleness.whole_site.find_chromium", found
    )
    assert whole(remembered).is_up_to_date() is (before is None)


def test_the_checkout_gets_a_commit(remembered: Project) -> None:
    for command in (
        ["init", "-q"],
        ["add", "mkdocs.yml"],
        ["-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "One"],
    ):
        subprocess.run(["git", *command], cwd=remembered.root, check=True)
    assert not whole(remembered).is_up_to_date()


def test_tests_and_hidden_folders_are_no_part_of_it(
    remembered: Project,
) -> None:
    for name in ("tests/test_it.py", ".idea/settings.xml"):
        path = remembered.root / name
        path.parent.mkdir()
        path.write_text("new", encoding="utf-8")
    assert whole(remembered).is_up_to_date()


def test_what_was_half_remembered_is_built_again(remembered: Project) -> None:
    kept = remembered.cache / "built_site.json"
    kept.write_text(kept.read_text("utf-8")[:40], encoding="utf-8")
    assert not whole(remembered).is_up_to_date()


def test_the_command_builds_once_and_again_if_it_is_told_to(
    built_site: Project,
) -> None:
    def build(*options: str) -> str:
        return subprocess.run(
            [sys.executable, BUILD, *options],
            cwd=built_site.root,
            env=os.environ | {"COLUMNS": "200"},
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        ).stdout

    assert "nothing has changed" not in build()
    assert "nothing has changed" in build()
    assert "nothing has changed" not in build("--again")
    page = built_site.docs / "page.md"
    page.write_text(page.read_text("utf-8") + "\nMore.\n", encoding="utf-8")
    assert "nothing has changed" not in build()
