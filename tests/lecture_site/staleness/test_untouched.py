"""What authors have written is noticed if it changes during a build."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.build import build_site
from lecture_site.staleness.untouched import changed_since, state_of_sources

HARM = """\
import subprocess, sys
subprocess.run([sys.executable, "-c", {code!r}], check=True)
"""


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda path: path.write_text("other", "utf-8"), "changed"),
        (lambda path: path.unlink(), "deleted"),
        (lambda path: path.with_name("new.txt").touch(), "written"),
    ],
    ids=["changed", "deleted", "written"],
)
def test_each_change_is_told_with_its_file(
    small_site: Project, harm: Callable[[Path], object], told: str
) -> None:
    before = state_of_sources(small_site)
    harm(small_site.docs / "page.md")
    (problem,) = changed_since(before, small_site)
    assert problem.what == f"this file was {told} while results were made"
    name = "docs/new.txt" if told == "written" else "docs/page.md"
    assert problem.page == name


def test_what_the_build_makes_is_no_change(small_site: Project) -> None:
    before = state_of_sources(small_site)
    for name in (
        "docs/figures/page/line.svg",
        "docs/slides/slide_links.json",
        "docs/.hidden",
        "snippets/page/prints_three.out",
        "src/__pycache__/a.pyc",
    ):
        path = small_site.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("made", encoding="utf-8")
    small_site.verified.write_text("{}", encoding="utf-8")
    assert changed_since(before, small_site) == []


def test_what_a_program_lets_others_do_is_not_published(
    small_site: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_site.root)
    listing = small_site.snippets / "page" / "prints_three.py"
    page = small_site.docs / "page.md"
    code = f"open({str(page)!r}, 'a').write('hacked')"
    listing.write_text(HARM.format(code=code), encoding="utf-8")
    console = Console(file=io.StringIO())
    problems = build_site(small_site, console, record=True)
    assert ("docs/page.md", "changed") in [
        (problem.page, problem.what.split()[3]) for problem in problems
    ]
    assert not (small_site.site / "index.html").exists()
