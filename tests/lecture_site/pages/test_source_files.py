"""What an author's files can be wrong in is told before anything reads it."""

import os
from pathlib import Path

import pytest

from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.pages.source_files import bad_name, source_problems, wrong_in


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    root = tmp_path / "here"
    for name in ("docs", "snippets/page", "src/lecture_code"):
        (root / name).mkdir(parents=True)
    (root / "docs/page.md").write_text("# Page\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: Here\n", encoding="utf-8")
    (root / "src/lecture_code/__init__.py").write_text("", encoding="utf-8")
    monkeypatch.chdir(root)
    return Project(root)


def only(project: Project) -> Problem:
    (problem,) = source_problems(project)
    return problem


TEXTS = [
    "docs/other.md",
    "docs/labs/lab.ipynb",
    "docs/redirects.toml",
    "docs/assets/look.css",
    "docs/assets/do.js",
    "snippets/page/prints.py",
    "src/lecture_code/module.py",
    "slides/lecture.typ",
    "overrides/main.html",
    "mkdocs.yml",
    "pyproject.toml",
    "CHANGELOG.md",
]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"x = 1\n# caf\xe9\n", "is not UTF-8: byte"),
        (b"x = 1\n# caf\0\n", "is no text: it holds"),
        (b"x = 1\n# caf\x02\n", "here is 0x02, which nobody can see"),
        (b"x = 1\n# caf\x1b[0m\n", "here is 0x1b, which nobody can see"),
    ],
)
def test_a_text_that_is_none_is_told_with_its_line(
    name: str, data: bytes, what: str, project: Project
) -> None:
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    told = only(project)
    assert told.place == f"{name}:2"
    assert what in told.what
    assert told.remedy


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_may_be_saved_by_any_editor(
    name: str, project: Project
) -> None:
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("x = 'é'\r\n\ty\f\n".encode("utf-8-sig"))
    assert source_problems(project) == []


def test_all_that_is_wrong_is_told_at_once(project: Project) -> None:
    for name in ("docs/a.md", "docs/b.md", "snippets/page/c.py"):
        (project.root / name).write_bytes(b"\xff")
    told = [problem.page for problem in source_problems(project)]
    assert told == ["docs/a.md", "docs/b.md", "snippets/page/c.py"]


@pytest.mark.parametrize(
    "name", ["docs/a.md", "docs/a.ipynb", "snippets/page/a.py", "mkdocs.yml"]
)
@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_an_empty_file_is_told(name: str, text: str, project: Project) -> None:
    (project.root / name).write_text(text, encoding="utf-8")
    told = only(project)
    assert (told.page, told.what) == (name, "this file is empty")


@pytest.mark.parametrize(
    ("name", "megabytes", "what"),
    [
        ("docs/a.md", 100, "this file has 100 MB"),
        ("docs/a.md", 11, "has 11 MB, and 10 is the most"),
        ("docs/a.png", 100, "this file has 100 MB"),
        ("snippets/page/a.py", 100, "this file has 100 MB"),
    ],
)
def test_a_large_file_is_told(
    name: str, megabytes: int, what: str, project: Project
) -> None:
    with (project.root / name).open("wb") as file:
        file.truncate(megabytes * 1_000_000)
    assert what in only(project).what


@pytest.mark.parametrize(
    ("first", "line", "named"),
    [
        ("# -*- coding: latin-1 -*-", 1, "latin-1"),
        ("# vim: set fileencoding=cp1252 :", 1, "cp1252"),
        ("#!/usr/bin/env python\n# coding: latin-1", 2, "latin-1"),
    ],
)
def test_python_that_would_be_read_otherwise_is_told(
    first: str, line: int, named: str, project: Project
) -> None:
    path = project.root / "snippets/page/a.py"
    path.write_text(f"{first}\nprint('é')\n", encoding="utf-8")
    told = only(project)
    assert told.place == f"snippets/page/a.py:{line}"
    assert f"as {named}, not as UTF-8" in told.what


@pytest.mark.parametrize(
    "first",
    [
        "# -*- coding: utf-8 -*-",
        "# coding: UTF8",
        "# coding=utf_8",
        "x = 'coding: latin-1'",
        "x = 1\n\n# coding: latin-1",
    ],
)
def test_python_that_is_utf8_is_fine(first: str, project: Project) -> None:
    path = project.root / "snippets/page/a.py"
    path.write_text(f"{first}\nprint('é')\n", encoding="utf-8")
    assert source_problems(project) == []


def test_other_files_may_hold_what_they_like(project: Project) -> None:
    (project.docs / "photo.png").write_bytes(b"\x89PNG\0")
    (project.docs / ".hidden.md").write_bytes(b"\xff")
    (project.snippets / "page" / "__pycache__").mkdir()
    (project.snippets / "page" / "__pycache__" / "a.py").write_bytes(b"\xff")
    assert source_problems(project) == []


@pytest.mark.parametrize(
    "name",
    ["my page.md", "it's.md", "Überblick ∇.md", "a+b&c=d#e%20f.md", "(1).md"],
)
def test_a_name_may_have_blanks_quotes_and_letters_of_all_kinds(
    name: str, project: Project
) -> None:
    (project.docs / name).write_text("# Page\n", encoding="utf-8")
    assert source_problems(project) == []


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("two\nlines.md", r"the name 'docs/two\nlines.md' has a sign"),
        ("tab\there.md", "has a sign that nobody can see"),
        ("a\u200bb.md", "has a sign that nobody can see"),
        ("a\xa0b.md", "has a sign that nobody can see"),
        (os.fsdecode(b"caf\xe9.md"), "has a sign that nobody can see"),
        ('said "so".md', "no file on Windows can be called so"),
        ("what?.md", "no file on Windows can be called so"),
        ("a\\b.md", "no file on Windows can be called so"),
        ("ends. ", "no file on Windows can be called so"),
    ],
)
def test_a_name_that_is_not_one_everywhere_is_told(
    name: str, what: str, project: Project
) -> None:
    told = bad_name(project.docs / name)
    assert told
    assert what in told.what
    assert "\n" not in str(told).partition("\n    Remedy")[0]


def test_names_are_looked_at(project: Project) -> None:
    (project.docs / "a\u200bb.md").write_text("# Page\n", encoding="utf-8")
    assert "nobody can see" in only(project).what


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("docs/Other.md", "docs/other.md"),
        ("docs/Part/a.md", "docs/part/b.md"),
        ("docs/\u00c9tude.md", "docs/E\u0301tude.md"),
        ("snippets/page/a.py", "snippets/page/A.py"),
        ("docs/gro\u00df.png", "docs/GROSS.png"),
    ],
)
def test_two_names_that_are_one_on_some_disks_are_told(
    one: str, other: str, project: Project
) -> None:
    for name in (one, other):
        (project.root / name).parent.mkdir(exist_ok=True)
        (project.root / name).write_text("# One\n", encoding="utf-8")
    places = {path.name for path in (project.root / one).parent.iterdir()}
    if Path(one).name not in places or Path(other).name not in places:
        return  # this disk is such a disk
    told = only(project)
    assert "would overwrite the other" in told.what
    assert told.page in {one, other, "docs/part", "docs/Part"}


def link(project: Project, name: str, target: object) -> None:
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(str(target))


@pytest.mark.parametrize(
    ("name", "target", "what"),
    [
        ("docs/a.md", "/etc/hostname", "leads out of the project"),
        ("docs/a.png", "../../outside.md", "leads out of the project"),
        ("docs/folder", "../..", "leads out of the project"),
        ("snippets/page/a.py", "../../../outside.md", "leads out of"),
        ("slides", "../elsewhere", "leads out of the project"),
        ("CHANGELOG.md", "../outside.md", "leads out of the project"),
        ("docs/a.md", "nowhere.md", "leads nowhere"),
        ("docs/a.md", "a.md", "leads nowhere"),
        ("docs/key", "../.secret", "leads to what is hidden"),
        ("docs/again", ".", "leads in a circle"),
        ("docs/part/again", "..", "leads in a circle"),
        ("docs/all", "..", "leads in a circle"),
    ],
)
def test_a_link_that_leads_astray_is_told(
    name: str, target: str, what: str, project: Project
) -> None:
    (project.root.parent / "outside.md").write_text("#", encoding="utf-8")
    (project.root.parent / "elsewhere").mkdir()
    (project.root / ".secret").write_text("key", encoding="utf-8")
    link(project, name, target)
    told = only(project)
    assert (told.page, what in told.what) == (name, True)
    assert "copy" in told.remedy


def test_folders_that_lead_to_each_other_are_a_circle(
    project: Project,
) -> None:
    link(project, "docs/a/b", "../b")
    link(project, "docs/b/a", "../a")
    told = source_problems(project)
    assert {problem.what for problem in told} == {
        "this link leads in a circle"
    }


def test_a_link_within_the_project_is_followed(project: Project) -> None:
    link(project, "docs/again.md", "page.md")
    link(project, "docs/code", "../src/lecture_code")
    assert source_problems(project) == []
    (project.sources / "lecture_code" / "a.py").write_bytes(b"\xff")
    told = [problem.page for problem in source_problems(project)]
    assert told == ["docs/code/a.py", "src/lecture_code/a.py"]


def test_a_project_that_is_reached_by_a_link_is_fine(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = project.root.parent / "again"
    again.symlink_to(project.root)
    link(project, "docs/other.md", "page.md")
    monkeypatch.chdir(again)
    assert source_problems(Project(again)) == []


def test_what_is_no_file_is_told_and_not_waited_for(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_file = Path.is_file
    monkeypatch.setattr(
        Path, "is_file", lambda p: p.name != "page.md" and is_file(p)
    )
    told = only(project)
    assert (told.page, told.what[:15]) == ("docs/page.md", "this is no file")


def test_one_file_can_be_asked_for(project: Project) -> None:
    path = project.docs / "page.md"
    assert list(wrong_in(path)) == []
    path.write_bytes(b"# Page\n\n\xe9")
    (told,) = wrong_in(path)
    assert told.place == "docs/page.md:3"


def test_what_vanishes_meanwhile_is_passed_over(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = project.docs / "gone.md"
    exists = Path.exists
    monkeypatch.setattr(Path, "is_file", lambda _: False)
    monkeypatch.setattr(Path, "exists", lambda p: p.suffix == "" and exists(p))
    assert source_problems(project) == []
    assert list(wrong_in(gone)) == []
