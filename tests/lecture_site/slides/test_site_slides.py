"""The site builds without a deck, and without what a deck needs."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.build import build_site
from lecture_site.slides.drawn import drawn_slides
from lecture_site.slides.optional import bring_slides_up_to_date
from linked_site import add_links, add_slides, entry
from small_deck import make_small_deck, write_slide
from small_site import change

SOURCES = Path(__file__).resolve().parents[3] / "src"
NAV = "  - how_this_site_is_checked.md\n"
# What only the deck and the aligner need; figures need Pillow, too.
OPTIONAL = ("typst", "pypdfium2", "snowballstemmer", "scipy", "typer", "pptx")
BUILD_WITHOUT_THEM = f"""\
import sys

for name in {OPTIONAL}:
    sys.modules[name] = None
from rich.console import Console
from lecture_site.build import build_site
from lecture_site.basics.project import Project

sys.exit(len(build_site(Project.here(), Console(width=999), record=True)))
"""


@pytest.fixture
def site(small_site: Project) -> Project:
    """Return a small site with a page of slides, and links to slides."""
    page = small_site.docs / "slides.md"
    page.write_text("# Slides\n", encoding="utf-8")
    change(small_site, "mkdocs.yml", NAV, f"{NAV}  - slides.md\n")
    add_links(small_site, entry("first-part", 2))
    return small_site


def html(project: Project, page: str) -> str:
    path = project.root / "site" / page / "index.html"
    return path.read_text(encoding="utf-8")


def test_without_a_deck_the_site_builds_and_shows_no_slide(
    site: Project,
) -> None:
    add_slides(site)  # drawn before the deck was taken away
    assert build_site(site, Console(quiet=True), record=True) == []
    assert "slide-card" not in html(site, "page")
    assert "The slides are not drawn yet" in html(site, "slides")


def test_without_the_optional_packages_the_site_builds_and_says_so_once(
    site: Project,
) -> None:
    add_slides(site)  # nobody can tell any more whether they are current
    make_small_deck(site.root, "Words")
    built = subprocess.run(
        [sys.executable, "-c", BUILD_WITHOUT_THEM],
        env=os.environ | {"PYTHONPATH": str(SOURCES)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    assert built.stdout.count("the package typst is missing") == 1
    assert "slide-card" not in html(site, "page")
    assert "First part" in html(site, "page")


def test_a_deck_is_drawn_when_the_site_is_built(site: Project) -> None:
    make_small_deck(site.root, "Words")
    assert bring_slides_up_to_date(site, Console(quiet=True)) == []
    assert [slide.title for slide in drawn_slides(site)] == ["The only slide"]


def test_a_mistake_in_a_slide_is_a_problem_at_its_line(site: Project) -> None:
    make_small_deck(site.root, "Words")
    write_slide(site, "#picture(none)")
    (problem,) = bring_slides_up_to_date(site, Console(quiet=True))
    assert "slides/lecture.typ" in str(problem)


def test_a_module_of_our_own_that_is_missing_is_no_missing_package(
    site: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_small_deck(site.root, "Words")
    monkeypatch.setitem(sys.modules, "lecture_site.slides.deck.draw", None)
    with pytest.raises(ModuleNotFoundError, match=r"slides\.deck\.draw"):
        bring_slides_up_to_date(site, Console(file=io.StringIO()))
