"""A lab becomes a page like all others, and is never shown stale."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.build import build_site
from lecture_site.labs.products import lab_products
from lecture_site.products.making import bring_up_to_date
from small_site import change, make_small_site

TEXT = """\
# A lab

With a formula, $w \\sim \\mathcal{N}(0, 1)$, and a link to [it](../page.md).

<details class="question explain" markdown="1">
<summary markdown="span">Is `x` equal to $y$?</summary>

Yes, **always**.

</details>

## Part two
"""
DRAWS = """\
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.plot([1, 2])
fig.set_label("A line rises.")
plt.show()"""
MAPS = 'print({"a": {1: 2}})\nprint("<b> {{ x }}")'


def write_lab(project: Project, cells: Iterable[tuple[str, str]]) -> None:
    new = {
        "text": nbformat.v4.new_markdown_cell,
        "code": nbformat.v4.new_code_cell,
        "solution": lambda source: nbformat.v4.new_code_cell(
            source, metadata={"tags": ["solution"]}
        ),
    }
    notebook: Any = nbformat.v4.new_notebook()
    notebook.cells = [new[kind](source) for kind, source in cells]
    folder = project.docs / "labs"
    folder.mkdir(exist_ok=True)
    nbformat.write(notebook, folder / "lab.ipynb")
    change(project, "mkdocs.yml", "  - index", "  - labs/lab.ipynb\n  - index")


def build(project: Project) -> list[str]:
    console = Console(file=io.StringIO())
    return [str(p) for p in build_site(project, console, record=True)]


def page(project: Project, name: str = "labs/lab") -> BeautifulSoup:
    html = (project.root / f"site/{name}/index.html").read_text()
    return BeautifulSoup(html, "html.parser")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    project = make_small_site(tmp_path_factory.mktemp("built"))
    cells = [
        ("text", TEXT),
        ("code", MAPS),
        ("solution", "x = 1"),
        ("code", DRAWS),
    ]
    write_lab(project, cells)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project.root)
        assert build(project) == []
        yield project


def test_a_lab_is_shown_by_the_means_of_a_page(built: Project) -> None:
    shown = page(built).select_one("article")
    assert shown is not None
    assert shown.h1 is not None
    assert shown.h2 is not None
    assert shown.h2["id"] == "part-two"
    assert len(shown.select(".formula math")) == 2
    assert shown.select_one('a[href="../../page/"]')
    assert shown.select_one("details.question strong")
    listing, solution, drawing_code = shown.select(".highlight")
    assert listing.get_text().strip() == MAPS
    assert solution.find_parent("details")
    assert drawing_code.find_parent("details") is None
    printed = shown.select_one(".listing-note samp")
    assert printed is not None
    assert printed.get_text() == "{'a': {1: 2}}\n<b> {{ x }}"


def test_a_figure_of_a_lab_follows_the_theme_and_has_its_alt_text(
    built: Project,
) -> None:
    svg = page(built).select_one(".drawing > svg[role=img]")
    assert svg is not None
    assert "var(--figure-blue," in str(svg)
    assert svg.title is not None
    assert svg.title.get_text() == "A line rises."


def test_a_lab_brings_no_styles_no_scripts_and_asks_no_other_host(
    built: Project,
) -> None:
    lab = page(built)
    assert lab.select("article style, article script, article img") == []
    other = page(built, "page")
    for tag, attribute in (("script", "src"), ("link", "href")):
        loaded = {str(e.get(attribute)) for e in lab.select(tag)}
        usual = {str(e.get(attribute)) for e in other.select(tag)}
        assert not any(name.startswith("http") for name in loaded)
        assert file_names(loaded) <= file_names(usual)


def file_names(paths: Iterable[str]) -> set[str]:
    return {path.rpartition("/")[2] for path in paths}


def test_the_executed_notebook_can_be_downloaded(built: Project) -> None:
    link = page(built).select_one("a[download]")
    assert link is not None
    file = built.root / "site/labs/lab" / str(link["href"])
    first = nbformat.read(file, as_version=4).cells[1]
    assert first.outputs[0].text.startswith("{'a'")


FAILING = {
    "cell that fails": (
        "1 / 0",
        "code cell 2 raised ZeroDivisionError: division by zero",
    ),
    "cell that warns": (
        "import warnings\nwarnings.warn('old', stacklevel=1)",
        "code cell 2 warns:",
    ),
    "figure without alt text": (
        DRAWS.replace('fig.set_label("A line rises.")', ""),
        "code cell 2: a figure has no alt text",
    ),
    "output that no page shows": (
        "from IPython.display import HTML\nHTML('<b>')",
        "code cell 2 shows text/html, which no page can",
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_what_no_reader_should_see_ends_the_build(
    name: str, built_site: Project
) -> None:
    code, complaint = FAILING[name]
    write_lab(built_site, [("text", TEXT), ("code", "1"), ("code", code)])
    console = Console(file=io.StringIO())
    (problem,) = bring_up_to_date(
        lab_products(built_site), built_site, record=True, console=console
    )
    assert problem.what.startswith("lab docs/labs/lab.ipynb failed:")
    assert complaint in problem.what
    assert "jupyter execute docs/labs/lab.ipynb" in problem.remedy


UNTRUE = {
    "class": (
        "<p class='listing-note--prints'>1</p>",
        "only the build gives the class 'listing-note--prints'",
    ),
    "number typed by hand": ("It is 0.75.", "the number 0.75. is typed"),
    "Python that is no cell": (
        "```python\nprint(1)\n```",
        "this Python is typed into the page",
    ),
    "broken link": ("[a](../nowhere.md)", "MkDocs stopped"),
    "formula with an error": ("$\\frac{1$", "the formula '\\frac{1' has an"),
}


@pytest.mark.parametrize("name", UNTRUE)
def test_the_text_of_a_lab_is_checked_like_that_of_a_page(
    name: str, built_site: Project
) -> None:
    text, complaint = UNTRUE[name]
    write_lab(built_site, [("text", f"{TEXT}\n{text}"), ("code", "1")])
    (problem,) = build(built_site)
    assert complaint in problem


def test_a_lab_begins_with_its_title(built_site: Project) -> None:
    write_lab(built_site, [("text", "No title."), ("code", "1")])
    (problem,) = build(built_site)
    assert "docs/labs/lab.ipynb: the lab does not begin with its title" in (
        problem
    )


def test_a_change_in_an_import_of_an_import_is_shown(
    built_site: Project,
) -> None:
    package = built_site.sources / "used_by_a_lab"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "used.py").write_text("from used_by_a_lab.inner import VALUE\n")
    (package / "inner.py").write_text("VALUE = 'before'\n")
    code = (
        f"import sys\nsys.path.insert(0, {str(built_site.sources)!r})\n"
        "from used_by_a_lab.used import VALUE\nprint(VALUE)"
    )
    write_lab(built_site, [("text", TEXT), ("code", code)])
    assert build(built_site) == []
    assert page(built_site).select(".listing-note samp")[0].text == "before"

    change(built_site, "src/used_by_a_lab/inner.py", "before", "afterwards")
    assert build(built_site) == []
    assert page(built_site).select(".listing-note samp")[0].text == (
        "afterwards"
    )
