"""Scripts of pages: typed, bundled, and the same as their sources make."""

import shutil
from pathlib import Path

import pytest

from lecture_site.basics.project import Project
from lecture_site.page_scripts.bundle import (
    BUNDLES,
    SOURCES,
    check_bundles,
    check_types,
    write_bundles,
)
from small_site import link_packages

HERE = Project(Path(__file__).resolve().parents[3])
TYPED = 'import { twice } from "../kit/twice";\nexport const n = twice(2);\n'
FILES = {
    "kit/twice.ts": "export const twice = (n: number): number => n + n;\n",
    "live/main.ts": TYPED,
    "exercises/main.ts": TYPED,
    "explorers/bowl/main.ts": TYPED.replace("../", "../../"),
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project of two scripts that share a third."""
    settings = HERE.root / SOURCES / "tsconfig.json"
    lock = settings.with_name("package-lock.json")
    for name, text in FILES.items():
        path = tmp_path / SOURCES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for file in (settings, lock):
        (tmp_path / SOURCES / file.name).write_bytes(file.read_bytes())
    found = Project(tmp_path)
    link_packages(found)
    return found


def test_a_folder_with_a_main_becomes_a_script(project: Project) -> None:
    names = {project.relative(path) for path in write_bundles(project)}
    assert f"{BUNDLES.as_posix()}/live.js" in names
    assert f"{BUNDLES.as_posix()}/explorers/bowl.js" in names


def test_what_two_share_is_a_file_of_its_own(project: Project) -> None:
    paths = write_bundles(project)
    (shared,) = [path for path in paths if path.parent.name == "shared"]
    loading = [path for path in paths if shared.name in path.read_text()]
    assert len(loading) == 2


def test_a_style_sheet_comes_within_its_script(project: Project) -> None:
    folder = project.root / SOURCES / "live"
    (folder / "live.css").write_text("p { color: red }", encoding="utf-8")
    script = 'import css from "./live.css";\nconsole.log(css);\n'
    (folder / "main.ts").write_text(script, encoding="utf-8")
    write_bundles(project)
    written = (project.root / BUNDLES / "live.js").read_text("utf-8")
    assert "p { color: red }" in written


def test_signs_that_nobody_sees_are_written_as_escapes(
    project: Project,
) -> None:
    script = "export const sign = `\\x1f\\u200b`;\n"
    main = project.root / SOURCES / "live" / "main.ts"
    main.write_text(script, encoding="utf-8")
    write_bundles(project)
    written = (project.root / BUNDLES / "live.js").read_text("utf-8")
    assert "\\u001f\\u200b" in written


def test_explorers_share_nothing_with_other_scripts(project: Project) -> None:
    before = {path: path.read_bytes() for path in write_bundles(project)}
    shutil.rmtree(project.root / SOURCES / "explorers")
    after = {path: path.read_bytes() for path in write_bundles(project)}
    assert after.items() <= before.items()
    assert {path.name for path in before.keys() - after} == {"bowl.js"}


def test_a_script_edited_by_hand_is_told(project: Project) -> None:
    write_bundles(project)
    assert check_bundles(project) == []
    script = project.root / BUNDLES / "live.js"
    script.write_text("alert(1)", encoding="utf-8")
    (problem,) = check_bundles(project)
    assert problem.page == project.relative(script)


def test_a_script_without_a_source_is_told(project: Project) -> None:
    write_bundles(project)
    left = project.root / BUNDLES / "left.js"
    left.write_text("", encoding="utf-8")
    assert [p.page for p in check_bundles(project)] == [project.relative(left)]


def test_an_error_of_types_names_its_line(project: Project) -> None:
    assert check_types(project) == []
    path = project.root / SOURCES / "live" / "main.ts"
    path.write_text(f"{TYPED}n.length;\n", encoding="utf-8")
    (problem,) = check_types(project)
    assert (problem.page, problem.line) == (project.relative(path), 3)


def test_the_sources_of_this_project_have_no_error_of_types() -> None:
    assert check_types(HERE) == []


def test_the_licences_of_what_a_browser_loads_are_beside_it(
    project: Project,
) -> None:
    (licences,) = (p for p in write_bundles(project) if p.suffix == ".txt")
    told = licences.read_text("utf-8")
    for shipped in ("@codemirror/view", "@lezer/python", "d3-scale"):
        assert f"{shipped}\n" in told
    assert "esbuild" not in told
    assert "Permission is hereby granted" in told
