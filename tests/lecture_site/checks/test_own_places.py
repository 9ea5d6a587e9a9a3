"""What the build writes itself overwrites nothing, and is known."""

from pathlib import Path

import nbformat
import pytest
from rich.console import Console

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.build import _run_mkdocs
from lecture_site.checks.own_places import own_places, refuse_overwritten
from lecture_site.finish import finish_site
from lecture_site.finishing.built_site import BuiltSite


def names_in(folder: Path) -> set[str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in paths}


def test_all_that_the_steps_write_is_known(built_site: Project) -> None:
    (built_site.root / "CHANGELOG.md").write_text("# What\n\n## 1\n\nAll.\n")
    ready = built_site.cache / "notebooks" / "ready"
    ready.mkdir(parents=True)
    nbformat.write(nbformat.v4.new_notebook(), ready / "page.ipynb")
    folder = built_site.cache / "new_site"
    _run_mkdocs(built_site, folder)
    before = names_in(folder)
    finish_site(built_site, folder, Console(quiet=True), {})
    new = names_in(folder) - before
    own = tuple(own_places(built_site))
    others = {
        name
        for name in new
        if name not in own and not name.startswith("notebooks/")
    }
    assert {"feed.xml", "robots.txt", "sw.js", "search/index.js"} <= new
    assert all("bundle" in name or ".css" in name for name in others), others


@pytest.mark.parametrize(
    "name",
    [
        *("feed.xml", "Feed.XML", "robots.txt", "_headers", "sw.js"),
        *("search/index.js", "manifest.webmanifest", "tea.pdf"),
        *("lecture-offline.zip", "notebooks/page.py", "notebooks/index.html"),
        *("assets/icons/icon-192.png", "assets/social/page.png"),
    ],
)
def test_a_file_that_would_be_overwritten_is_told(
    name: str, tmp_path: Path
) -> None:
    project = Project(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Tea\nextra:\n  short_name: Tea\n"
    )
    for folder in (project.docs, project.site):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text("<p>mine</p>", encoding="utf-8")
    with pytest.raises(ProblemError) as caught:
        refuse_overwritten(project, BuiltSite.read(project.site))
    problem = caught.value.problem
    assert name.startswith(problem.page.removeprefix("docs/"))
    assert problem.page
    assert "the build writes" in problem.what


def test_a_page_beside_is_no_file_of_the_build(tmp_path: Path) -> None:
    project = Project(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Tea\nextra:\n  short_name: Tea\n"
    )
    for name in ("search/index.html", "feed/index.html", "assets/icons/a.svg"):
        (project.site / name).parent.mkdir(parents=True)
        (project.site / name).write_text("<p>mine</p>", encoding="utf-8")
    refuse_overwritten(project, BuiltSite.read(project.site))
