"""What the site has of the runtime."""

import json
from pathlib import Path
from zipfile import ZipFile

from lecture_site.basics.project import Project
from lecture_site.finishing.built_site import RUNTIME
from lecture_site.runtime.publish import publish_runtime
from lecture_site.runtime.runnable import packages_in_page

HERE = Project.here()


def test_a_page_finds_all_that_the_manifest_lists(tmp_path: Path) -> None:
    publish_runtime(HERE, tmp_path)
    folder = tmp_path / RUNTIME
    said = json.loads((folder / "manifest.json").read_text("utf-8"))
    sizes = {each["name"]: each["bytes"] for each in said["files"]}
    there = {path.name: path.stat().st_size for path in folder.iterdir()}
    assert sizes == {n: s for n, s in there.items() if n != "manifest.json"}
    assert said["wheel"] in sizes


def test_a_page_loads_only_packages_that_it_needs(tmp_path: Path) -> None:
    packages = packages_in_page(HERE)
    assert {"agreement", "lecture_code", "lecture_live"} <= packages
    assert not {"lecture_site", "lecture_command", "torch"} & packages
    publish_runtime(HERE, tmp_path)
    (wheel,) = (tmp_path / RUNTIME).glob("lecture_code-*.whl")
    names = ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names} == packages


def test_a_lecture_without_a_runtime_publishes_none(tmp_path: Path) -> None:
    publish_runtime(Project(tmp_path), tmp_path)
    assert [*tmp_path.iterdir()] == []
