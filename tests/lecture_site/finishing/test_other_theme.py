"""The steps after MkDocs: each page once, and with any theme."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.basics.theme import MATERIAL
from lecture_site.finish import finish_site
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page
from lecture_site.finishing.security.integrity import stamp
from opened_pages import PLAIN
from small_site import HERE

LOOK = Path(__file__).with_name("one_page_theme")
SOURCE = """\
# The page

The term <abbr title="that">this</abbr>.

| a | b |
|---|---|
| c | d |

## A part

<div class="highlight"><pre>
first

  last
</pre></div>
"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return the folder of a site in another theme, as MkDocs leaves it."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(SOURCE, encoding="utf-8")
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text(
        "site_name: A lecture\nextra:\n  short_name: Lecture\nplugins: []\n"
        "markdown_extensions: [tables]\n"
        f"theme:\n  name: null\n  custom_dir: {LOOK}\n",
        encoding="utf-8",
    )
    build(load_config(str(configuration)))
    return tmp_path / "site"


@pytest.fixture
def page(built: Path) -> Page:
    """Return the page of that site when all steps were taken."""
    project = Project(built.parent)
    finish_site(project, built, Console(quiet=True), {}, PLAIN)
    return BuiltSite.read(built).by_name["index.html"]


def test_the_policy_allows_the_script_of_another_theme(page: Page) -> None:
    first, policy, *_ = page.tree.css("head > meta")
    assert first.attributes["charset"] == "utf-8"
    assert policy.attributes["http-equiv"] == "Content-Security-Policy"
    assert "'sha256-" in str(policy.attributes["content"])


def test_style_and_script_of_another_theme_are_stamped(page: Page) -> None:
    loads = list(page.loads())
    assert [load.file for load in loads] == ["css/look.css", "look.js"]
    for load in loads:
        assert "sha384-" in str(load.element.attributes["integrity"])
        assert "?h=" in str(load.element.attributes[load.attribute])


def test_the_style_of_another_theme_loses_what_no_page_needs(
    page: Page, built: Path
) -> None:
    assert page
    style = (built / "css" / "look.css").read_text("utf-8")
    assert "main" in style
    assert "nth-child(7)" in style  # only Material is known to count tabs
    assert "never" not in style


def test_machines_are_told_what_a_page_in_another_theme_is(page: Page) -> None:
    (script,) = page.tree.css("script[type='application/ld+json']")
    assert json.loads(script.text())["name"] == "The page"


def test_the_search_finds_the_sections_of_another_theme(
    page: Page, built: Path
) -> None:
    assert page
    text = (built / "search" / "index.js").read_text("utf-8")
    index = json.loads(text.removeprefix("globalThis.lectureIndex=")[:-2])
    titles = [entry[2] for entry in index["entries"]]
    assert titles == ["The page", "A part"]
    assert "Around" not in text


def test_nothing_of_material_is_put_into_another_theme(page: Page) -> None:
    assert "md-" not in page.html
    assert "  last" in page.tree.css_first("pre").text()


def opened_pages(built: Path, kind: str) -> dict[str, int]:
    counted = HERE / "tests" / "lecture_site" / "opened_pages.py"
    told = subprocess.run(
        [sys.executable, counted, built, kind],
        check=True,
        stdout=subprocess.PIPE,
    )
    return json.loads(told.stdout)


def test_a_page_is_read_once_and_written_once(built: Path) -> None:
    opened = opened_pages(built, "draft")
    assert opened == {"read index.html": 1, "written index.html": 1}


def test_only_the_worker_reads_what_was_written(built: Path) -> None:
    opened = opened_pages(built, "published")
    assert opened == {"read index.html": 2, "written index.html": 1}


def test_the_worker_knows_pages_as_they_were_written(
    page: Page, built: Path
) -> None:
    worker = (built / "sw.js").read_text("utf-8")
    assert f'"": "{stamp(built / page.name)}"' in worker


def modules() -> Iterator[Path]:
    for path in (HERE / "src" / "lecture_site").rglob("*.py"):
        if "templates" not in path.parts and path.name != "theme.py":
            yield path


def test_one_module_alone_knows_what_material_is_like() -> None:
    assert MATERIAL.package == "mkdocs-material"
    known = {
        path.relative_to(HERE).as_posix()
        for path in modules()
        for word in ("md-", "__md", "javascripts", "stylesheets/")
        if word in path.read_text(encoding="utf-8")
    }
    assert known == set()
