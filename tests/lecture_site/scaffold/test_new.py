"""What the command begins is complete, true and tested at once."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from bs4 import BeautifulSoup
from pptx import Presentation

from lecture_site.basics.navigation import with_page
from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.page_scripts.bundle import check_types, write_bundles
from lecture_site.scaffold.deck import begin_deck
from lecture_site.scaffold.merging import with_part
from lecture_site.scaffold.parts import scaffold
from lecture_site.slides.other_decks import table_of
from small_site import change, link_packages, make_small_site

ROOT = Path(__file__).resolve().parents[3]
DECK = ROOT / "docs" / "slides" / "lecture.pdf"
STYLE = "pyproject.toml"
SHARED = (
    "src/lecture_experiments/__init__.py",
    "src/lecture_experiments/py.typed",
    "src/lecture_measurements/__init__.py",
    "src/lecture_measurements/cases.py",
    "src/lecture_measurements/measurement.py",
    "src/lecture_measurements/py.typed",
    "tests/labs/conftest.py",
    "tests/lecture_figures/recorded_figures.py",
)
# What an explorer is made with.
KIT = "src/lecture_page"
FOR_EXPLORERS = (
    "src/lecture_golden/__init__.py",
    "src/lecture_golden/export.py",
    *(f"{KIT}/{name}" for name in ("tsconfig.json", "package-lock.json")),
)
PARTS = [
    ("page", "new_page"),
    ("listing", "page/of_one"),
    ("figure", "page/of_one"),
    ("measurement", "page/of_one"),
    ("exercise", "page/of_one"),
    ("explorer", "page/of_one"),
    ("lab", "new_lab"),
]


def write(files: Mapping[Path, bytes]) -> None:
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def run(project: Project, *command: str) -> str:
    """Run Python in a project; its own modules go before those from here."""
    modules = os.pathsep.join(map(str, (project.sources, ROOT / "src")))
    ran = subprocess.run(
        [sys.executable, *command],
        cwd=project.root,
        env=os.environ | {"PYTHONPATH": modules, "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return ran.stdout


def new(project: Project, *arguments: str) -> str:
    return run(project, str(ROOT / "scripts" / "new.py"), *arguments)


def add(project: Project, *names: str) -> None:
    write({project.root / n: (ROOT / n).read_bytes() for n in names})


def built(project: Project) -> bool:
    said = run(project, str(ROOT / "scripts" / "build_site.py"), "--record")
    assert "the site is in site/" in said, said
    return True


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a built site to which one of each kind was added."""
    site = make_small_site(tmp_path_factory.mktemp("everything"))
    add(site, *SHARED, *FOR_EXPLORERS, STYLE)
    shutil.copytree(ROOT / KIT / "kit", site.root / KIT / "kit")
    link_packages(site)
    for kind, wanted in PARTS:
        write(scaffold(kind, wanted, site))
    shutil.copy(DECK, site.root / "guest.pdf")
    write(begin_deck(site, site.root / "guest.pdf"))
    assert check_types(site) == []
    write_bundles(site)
    (site.root / STYLE).unlink()  # else the build makes a wheel of it
    assert built(site)
    return site


def test_whatever_is_begun_builds_is_tested_and_keeps_to_the_style(
    everything: Project,
) -> None:
    add(everything, STYLE)
    tested = run(everything, "-m", "pytest", "-q", "-p", "no:cacheprovider")
    assert "8 passed" in tested, tested
    new_files = [
        str(path)
        for path in everything.root.rglob("*")
        if re.search(r"(new_page|new_lab|of_one)\.(py|ipynb)$", path.name)
        and {".cache", "site"}.isdisjoint(path.parts)
    ]
    assert len(new_files) == 10
    for path in new_files:
        text = Path(path).read_text(encoding="utf-8")
        assert not re.search(r"the_(page|name|title)|TODO", text), path
    for check in (["check"], ["format", "--check"]):
        assert run(everything, "-m", "ruff", *check, "-q", *new_files) == ""
    figures = str(everything.figure_modules / "new_page.py")
    typed = run(everything, "-m", "mypy", "--follow-imports=silent", figures)
    assert "no issues" in typed, typed


def test_a_new_explorer_is_held_to_its_golden_values(
    everything: Project,
) -> None:
    facts = json.loads(everything.verified.read_text(encoding="utf-8"))
    (explorer,) = facts["explorers"]
    assert (explorer["name"], explorer["page"]) == ("of_one", "page.md")
    assert explorer["golden_values"] >= 200
    assert explorer["largest_difference"] <= 1e-9


def test_the_table_of_a_deck_links_slides_and_sections(
    everything: Project,
) -> None:
    page = everything.root / "site" / "slides_of_guest" / "index.html"
    table = BeautifulSoup(page.read_text("utf-8"), "html.parser").table
    assert table
    rows = table.select("tbody tr")
    deck = pdfium.PdfDocument(everything.docs / "slides" / "guest.pdf")
    assert len(rows) == len(deck) > 40
    deck.close()
    (link,) = rows[2].select("td:nth-child(2) a")
    assert link["href"] == "../slides/guest.pdf#page=3"
    assert link.get_text() == "How the exercises work"


def test_a_slide_gets_the_sections_that_speak_of_it(tmp_path: Path) -> None:
    titles = {"Dropout": "drop units at random", "Tea": "cakes and biscuits"}
    talk = Presentation()
    for title, text in titles.items():
        slide = talk.slides.add_slide(talk.slide_layouts[1])
        slide.shapes.title.text = f"{title} | 1.5 {{{{ x }}}}"
        slide.placeholders[1].text = f"{text}, during training"
    talk.save(str(tmp_path / "talk.pptx"))
    page = ROOT / "docs" / "regularisation.md"
    dropout, tea = table_of(str(tmp_path / "talk.pptx"), str(page)).split(
        "\n"
    )[2:4]
    assert "[Dropout](regularisation.md#dropout)" in dropout
    assert dropout.count("](") == 1 + 3
    assert tea == (
        "| 2 | [Tea &#124; 1&#46;5 &#123;&#123; x &#125;&#125;]"
        "(slides/talk.pptx){ .slide-title } |  |"
    )


@pytest.mark.parametrize(("kind", "wanted"), PARTS)
def test_nothing_is_begun_twice(
    kind: str, wanted: str, small_site: Project
) -> None:
    write(scaffold(kind, wanted, small_site))
    with pytest.raises(ProblemError, match=r"there already\n.*another name"):
        scaffold(kind, wanted, small_site)


def test_what_is_added_changes_no_line_that_was_there(
    small_site: Project,
) -> None:
    add(small_site, STYLE)
    for kind, wanted in PARTS[1:6]:
        for path, content in scaffold(kind, wanted, small_site).items():
            before = path.read_text("utf-8") if path.exists() else ""
            lines = iter(content.decode().splitlines())
            assert all(line in lines for line in before.splitlines()), path


def test_a_part_comes_before_the_questions_of_its_page() -> None:
    start, end = "# A\n\nText.\n", "## Check yourself\n\nWhy?\n"
    path = Path("a.md")
    assert with_part(f"{start}\n{end}", "New.\n", path) == (
        f"{start}\nNew.\n\n{end}"
    )
    assert with_part(start, "New.\n", path) == f"{start}\nNew.\n"


def test_a_module_with_an_error_is_named_and_left_alone(
    small_site: Project,
) -> None:
    change(
        small_site, "src/lecture_figures/page.py", "def line()", "def line("
    )
    with pytest.raises(
        ProblemError, match=r"src/lecture_figures/page.py:\d+: "
    ):
        scaffold("figure", "page/of_one", small_site)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("page New", "✗ 'New' is no name Remedy: use small letters"),
        ("page a__b", "✗ 'a__b' is no name Remedy: use small letters"),
        ("page class", "✗ class is a word of Python Remedy: choose another"),
        ("page sum", "✗ sum is a word of Python Remedy: choose another"),
        (f"page {'a' * 41}", "a has 41 letters Remedy: choose a name of at"),
        ("page page", "✗ docs/page.md is there already Remedy: choose"),
        ("listing alone", "✗ 'alone' does not say on which page Remedy:"),
        ("listing no/x", "✗ there is no page no Remedy: choose one of: how"),
        ("figure page/line", "page.py: line is there already Remedy: choose"),
        ("figure page/np", "✗ the module imports another np Remedy: choose"),
        ("measurement page/share", "page.py: share is there already Remedy:"),
        ("deck none.pdf", "✗ there is no file none.pdf Remedy: name a PDF"),
        ("deck mkdocs.yml", "neither a PDF nor a PowerPoint file Remedy:"),
        ("deck bad.pdf", "✗ bad.pdf: is not a PDF, whatever"),
        ("lecture docs", "✗ docs is there already Remedy: name a new folder"),
        ("lecture in_it", "✗ in_it lies within this lecture Remedy: name a"),
        ("poem x", "'poem' is not one of 'page', 'listing'"),
    ],
)
def test_a_bad_request_gets_one_line_and_changes_nothing(
    arguments: str, says: str, small_site: Project
) -> None:
    (small_site.root / "bad.pdf").write_text("no PDF", encoding="utf-8")
    before = {p: p.read_bytes() for p in files(small_site)}
    said = " ".join(new(small_site, *arguments.split()).split())
    assert says in said
    assert "Traceback" not in said
    assert {p: p.read_bytes() for p in files(small_site)} == before


def files(project: Project) -> list[Path]:
    return [p for p in project.root.rglob("*") if p.is_file()]


def test_the_page_shows_what_the_command_says(small_site: Project) -> None:
    shutil.copy(DECK, small_site.root / "guest_lecture.pdf")
    page = (ROOT / "docs" / "teach_with_this.md").read_text(encoding="utf-8")
    shown = re.findall(
        r"^\$ \S+python scripts/new\.py (.*)\n((?:.*\n)*?)```", page, re.M
    )
    assert len(shown) == 10
    for arguments, output in shown:
        words = arguments.replace("~", str(small_site.root)).split()
        if words[0] != "lecture":
            assert new(small_site, *words) == output, arguments


def test_a_section_of_the_navigation_is_made_where_there_is_none() -> None:
    text = "nav:\n  - index.md\n\ntheme:\n  name: material\n"
    assert with_page(text, "Labs", "Yes", "labs/yes.ipynb") == (
        'nav:\n  - index.md\n  - Labs:\n      - "Yes": labs/yes.ipynb\n\n'
        "theme:\n  name: material\n"
    )
