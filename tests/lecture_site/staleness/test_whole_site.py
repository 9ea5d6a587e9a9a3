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


def remember(project: Project) -> None:
    whole = WholeSite(project, project.site)
    whole.remember(whole.read())


def is_up_to_date(project: Project) -> bool:
    whole = WholeSite(project, project.site)
    return whole.is_up_to_date(whole.read())


@pytest.fixture
def remembered(built_site: Project) -> Project:
    remember(built_site)
    assert is_up_to_date(built_site)
    return built_site


def test_before_the_first_build_nothing_is_up_to_date(
    built_site: Project,
) -> None:
    assert not is_up_to_date(built_site)


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
    assert not is_up_to_date(remembered)


@pytest.mark.parametrize("name", ["docs/page.md", "site/page/index.html"])
def test_a_file_goes(remembered: Project, name: str) -> None:
    (remembered.root / name).unlink()
    assert not is_up_to_date(remembered)


def test_a_test_counts_where_a_page_names_the_tests(
    built_site: Project,
) -> None:
    folder = built_site.root / "tests" / "lecture_code"
    folder.mkdir(parents=True)
    remember(built_site)
    (folder / "test_doubling.py").write_text("def test_it(): ...\n")
    assert is_up_to_date(built_site)
    page = built_site.docs / "page.md"
    page.write_text("# Page\n\n::: lecture_code\n", encoding="utf-8")
    remember(built_site)
    (folder / "test_doubling.py").write_text("def test_that(): ...\n")
    assert not is_up_to_date(built_site)


def test_a_file_is_edited_while_it_is_built(built_site: Project) -> None:
    whole = WholeSite(built_site, built_site.site)
    before = whole.read()
    page = built_site.docs / "page.md"
    page.write_text(page.read_text("utf-8") + "\nMore.\n", "utf-8")
    whole.remember(before)
    assert not is_up_to_date(built_site)


def test_a_file_is_called_otherwise(remembered: Project) -> None:
    (remembered.docs / "page.md").rename(remembered.docs / "other.md")
    assert not is_up_to_date(remembered)


def test_a_variable_that_the_configuration_asks_for_changes(
    remembered: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://someone.github.io/lecture/")
    assert not is_up_to_date(remembered)


def test_a_package_has_another_version(
    remembered: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = list(metadata.distributions())[1:]
    monkeypatch.setattr(metadata, "distributions", lambda: rest)
    assert not is_up_to_date(remembered)


def test_the_browser_that_prints_is_gone(
    remembered: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: Callable[..., object] = lambda _: None  # noqa: E731
    before = chromium.find_chromium(remembered)
    monkeypatch.setattr(
        "lecture_site.staleness.whole_site.find_chromium", found
    )
    assert is_up_to_date(remembered) is (before is None)


def test_the_checkout_gets_a_commit(remembered: Project) -> None:
    for command in (
        ["init", "-q"],
        ["add", "mkdocs.yml"],
        ["-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "One"],
    ):
        subprocess.run(["git", *command], cwd=remembered.root, check=True)
    assert not is_up_to_date(remembered)


def test_tests_and_hidden_folders_are_no_part_of_it(
    remembered: Project,
) -> None:
    for name in ("tests/test_it.py", ".idea/settings.xml"):
        path = remembered.root / name
        path.parent.mkdir()
        path.write_text("new", encoding="utf-8")
    assert is_up_to_date(remembered)


def test_what_was_half_remembered_is_built_again(remembered: Project) -> None:
    kept = remembered.cache / "built_site.json"
    kept.write_text(kept.read_text("utf-8")[:40], encoding="utf-8")
    assert not is_up_to_date(remembered)


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
