"""Every page that shows a program offers it as a notebook that has run."""

import hashlib
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import pytest
from bs4 import BeautifulSoup
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.build import build_site
from lecture_site.notebooks.wheel import build_wheel
from small_site import HERE, change, make_small_site

SITE = "https://example.org/lecture/"
PACKAGE = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "lecture-code"
version = "0.0.1"
dependencies = ["numpy>=2.3"]

[tool.hatch.build.targets.wheel]
packages = ["src/lecture_code"]
"""
PAGE = """\
---
title: A page
---

# A *page* of {{ measured("share") }}

The first words.

Not the first words.

## Größe and $\\Delta$

A formula:

$$
y = x_1^2
$$

- a list

Right before: [up](#a-page-of-05).

```python title="other" hl_lines="1"
--8<-- "page/prints_three.py"
```

Of this one, [the start](index.md){ .x } says `$[a](b)$`.

=== "NumPy"

    ~~~py
    --8<-- "page/prints_dollars.py"
    ~~~

=== "PyTorch"

    In a tab.

    ```python
    --8<-- "lecture_code/doubling.py:double"
    ```

## Empty

![](figures/page/line.svg)
/// figure-caption
A line.
///

### Wrong

!!! danger "Wrong on purpose"
    It is a trap.

```python
--8<-- "page/leaves_a_name.py"
```

```python not_run="it never ends"
while True:
    pass
```

```python
--8<-- "page/measures.py"
```

<!--
```python
--8<-- "page/prints_three.py"
```
-->

??? question explain "Who knows?"
    Nobody.

## References

- none
"""
SNIPPETS = {
    "prints_dollars": 'print("$x$ costs $5", "Δθ")\n# $ [a](b.md)\n',
    "leaves_a_name": 'if __name__ == "__main__":\n    x = 1\n',
    "measures": "import lecture_measurements\n\nprint(1)\n",
}
CELLS = [
    "The first words.",
    "## [Größe and $\\Delta$](SITE/page/#groe-and)\n\n"
    "A formula:\n\n$$\ny = x_1^2\n$$\n\n"
    "Right before: [up](SITE/page/#a-page-of-05).",
    '"""Print three."""\n\nprint(1 + 2)',
    "Of this one, [the start](SITE/) says `$[a](b)$`.\n\n**NumPy**",
    'print("$x$ costs $5", "Δθ")\n# $ [a](b.md)',
    "**PyTorch**\n\nIn a tab.\n\n"
    "```python\ndef double(x: float) -> float:\n    return 2 * x\n```\n\n"
    "*A part of `lecture_code.doubling`.*",
    "## [Empty](SITE/page/#empty)",
    "### [Wrong](SITE/page/#wrong)\n\n**Wrong on purpose**\n\nIt is a trap.",
    'if __name__ == "__main__":\n    x = 1',
    "```python\nwhile True:\n    pass\n```\n\n*Not run: it never ends.*\n\n"
    "```python\nimport lecture_measurements\n\nprint(1)\n```\n\n"
    "*Not run here: `snippets/page/measures.py` needs the whole repository.*",
]
TITLE = "# [A *page* of 0.5](SITE/page/)"
DAY = "2026-01-02"


def write_page(project: Project) -> None:
    (project.docs / "page.md").write_text(PAGE, encoding="utf-8")
    for name, source in SNIPPETS.items():
        path = project.snippets / "page" / f"{name}.py"
        path.write_text(source, encoding="utf-8")
    (project.root / "pyproject.toml").write_text(PACKAGE, encoding="utf-8")
    (project.sources / "lecture_measurements" / "__init__.py").touch()
    settings = project.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    look = f"name: material\n  custom_dir: {HERE / 'overrides'}\n"
    settings.write_text(text.replace("name: material\n", look))


def build(project: Project) -> list[str]:
    console = Console(file=io.StringIO())
    return list(map(str, build_site(project, console, record=True)))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Return a site with a page that has everything."""
    root = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        patch.setenv("SITE_URL", SITE)
        patch.setenv("REPOSITORY_URL", "https://github.com/o/r")
        patch.setenv("SOURCE_DATE_EPOCH", "1767312000")  # on DAY
        project = make_small_site(root)
        write_page(project)
        assert build(project) == []
        yield project


def read(project: Project) -> Any:
    return nbformat.read(project.root / "site/notebooks/page.ipynb", 4)


def script(project: Project) -> str:
    path = project.root / "site/notebooks/page.py"
    return path.read_text(encoding="utf-8")


def recorded(project: Project) -> dict[str, str]:
    return {
        project.relative(path.with_suffix(".py")): path.read_text("utf-8")
        for path in (project.snippets / "page").glob("*.out")
    }


def test_the_cells_are_what_the_page_says_in_its_order(built: Project) -> None:
    cells = [cell.source for cell in read(built).cells[2:]]
    assert cells == [c.replace("SITE", SITE.rstrip("/")) for c in CELLS]


def test_what_a_cell_prints_is_what_its_page_shows(built: Project) -> None:
    code = [c for c in read(built).cells if "listing" in c.metadata]
    assert [cell.source for cell in code] == [CELLS[2], CELLS[4], CELLS[8]]
    for cell in code:
        printed = "".join(output.text for output in cell.outputs)
        assert printed == recorded(built)[cell.metadata["listing"]]


def test_the_first_cell_names_page_versions_and_day(built: Project) -> None:
    about = read(built).cells[0]
    verified = json.loads((built.root / "site/verified.json").read_text())
    assert about.cell_type == "markdown"
    title = TITLE.replace("SITE", SITE.rstrip("/"))
    assert about.source.startswith(f"{title}\n")
    assert f"on {DAY} with" in about.source
    for name in ("python", "numpy", "torch", "matplotlib", "scikit-learn"):
        number = verified["versions"][name].partition("+")[0]
        assert f" {number}" in about.source


def test_the_second_cell_installs_the_published_wheel(built: Project) -> None:
    source = read(built).cells[1].source
    (wheel,) = (built.root / "site/notebooks").glob("*.whl")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert f'WHEEL = "{wheel.name}"' in source
    assert f'SHA256 = "{digest}"' in source
    assert f'SITE = "{SITE}notebooks/"' in source
    assert '"torch": ' not in source  # no program of the page imports it


def test_a_notebook_is_valid_and_has_no_times(built: Project) -> None:
    notebook = read(built)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == [1, 2, 3, 4]
    assert all("execution" not in cell.metadata for cell in code)


def test_the_script_has_the_same_cells(built: Project) -> None:
    cells = jupytext.reads(script(built), fmt="py:percent").cells
    wanted = [(c.cell_type, c.source) for c in read(built).cells]
    assert [(cell.cell_type, cell.source) for cell in cells] == wanted


def test_the_script_runs_and_prints_the_same(built: Project) -> None:
    run = subprocess.run(
        [sys.executable, built.root / "site/notebooks/page.py"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONUTF8": "1"},
    )
    code = [c for c in read(built).cells if "listing" in c.metadata]
    printed = (recorded(built)[cell.metadata["listing"]] for cell in code)
    assert run.stdout == "".join(printed)


def test_a_page_offers_its_files_and_other_pages_none(built: Project) -> None:
    page = built.root / "site/page/index.html"
    links = BeautifulSoup(page.read_text("utf-8"), "html.parser").select(
        ".code-of-page a"
    )
    targets = [str(link["href"]) for link in links]
    files = [(page.parent / target).resolve() for target in targets[:2]]
    folder = built.root / "site/notebooks"
    assert files == [folder / "page.ipynb", folder / "page.py"]
    assert all(file.is_file() for file in files)
    assert targets[2:] == [
        "https://colab.research.google.com/github/o/r/blob/notebooks/page.ipynb",
        "https://mybinder.org/v2/gh/o/r/notebooks?labpath=page.ipynb",
    ]
    for other in ("index.html", "how_this_site_is_checked/index.html"):
        assert "code-of-page" not in (built.root / "site" / other).read_text()


def test_the_facts_count_notebooks_and_programs(built: Project) -> None:
    verified = json.loads((built.root / "site/verified.json").read_text())
    assert verified["notebooks"] == {"count": 1, "cells": 3, "pages": ["page"]}


def test_the_same_page_gives_the_same_bytes(
    built: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REPOSITORY_URL")
    again = make_small_site(tmp_path)
    write_page(again)
    assert build(again) == []
    files = sorted((built.root / "site/notebooks").iterdir())
    assert len(files) == 5
    for file in files:
        other = again.root / "site/notebooks" / file.name
        assert other.read_bytes() == file.read_bytes(), file.name
    page = (again.root / "site/page/index.html").read_text("utf-8")
    assert "code-of-page" in page
    assert "colab" not in page  # which opens from GitHub only


def test_the_wheel_has_the_same_bytes_on_any_day(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = build_wheel(built)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert build_wheel(built) == before


@pytest.fixture
def package(built_site: Project) -> Project:
    """Return the small site with a package, so that it has notebooks."""
    about = built_site.root / "pyproject.toml"
    about.write_text(PACKAGE, encoding="utf-8")
    return built_site


LISTING = "snippets/page/prints_three.py"


def test_without_an_address_links_are_text_and_the_wheel_lies_beside(
    package: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    assert build(package) == []
    notebook = read(package)
    assert notebook.cells[0].source.startswith("# Page\n")
    assert 'SITE = ""' in notebook.cells[1].source
    assert "](" not in notebook.cells[2].source


def test_prose_that_changes_runs_nothing_again(package: Project) -> None:
    assert build(package) == []
    ledger = package.cache / "made.json"
    name = "notebook of docs/page.md"
    before = json.loads(ledger.read_text())[name]
    change(package, "docs/page.md", "comes first", "comes at first")
    assert build(package) == []
    assert json.loads(ledger.read_text())[name] == before
    assert "comes at first" in script(package)
    change(package, LISTING, "1 + 2", "2 + 1")
    assert build(package) == []
    assert json.loads(ledger.read_text())[name] != before


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("print(__file__[-8:])", "raised NameError: name '__file__' is not"),
        ("3", "shows execute_result: {'text/plain': '3'}"),
        (
            "print('In' in dir())",
            "prints 'True\\n' after the cells above it; alone it prints 'F",
        ),
    ],
)
def test_a_cell_that_fails_ends_the_build_and_is_named(
    source: str, complaint: str, package: Project
) -> None:
    (package.root / LISTING).write_text(f"{source}\n", encoding="utf-8")
    (problem,) = build(package)
    assert problem.startswith(
        "docs/page.md:8: notebook of docs/page.md failed"
    )
    assert f"cell [2], {LISTING}, {complaint}" in problem
    assert "jupyter execute .cache/notebooks/programs/page.ipynb" in problem


def test_listings_that_are_no_single_program_end_the_build(
    package: Project,
) -> None:
    source = "from __future__ import annotations\n"
    (package.root / LISTING).write_text(source, encoding="utf-8")
    (problem,) = build(package)
    assert problem.startswith("docs/page.md: the listings of this page are no")


def test_a_package_that_does_not_build_ends_the_build(
    package: Project,
) -> None:
    change(package, "pyproject.toml", "0.0.1", "one")
    (problem,) = build(package)
    assert problem.startswith("pyproject.toml: the package does not build")


def test_a_package_that_does_not_say_what_is_in_it_is_told(
    package: Project,
) -> None:
    change(package, "pyproject.toml", "packages =", "parcels =")
    (problem,) = build(package)
    assert problem.startswith("pyproject.toml: nothing says which packages")


def test_two_pages_of_one_name_would_have_one_notebook(
    package: Project,
) -> None:
    other = package.docs / "part" / "page.md"
    other.parent.mkdir()
    other.write_text("# Another\n", encoding="utf-8")
    change(
        package,
        "mkdocs.yml",
        "  - page.md\n",
        "  - page.md\n  - part/page.md\n",
    )
    (problem,) = build(package)
    assert problem.startswith(
        "docs/part/page.md: this page and docs/page.md have one notebook"
    )


def test_a_site_without_a_package_has_no_notebooks(
    small_site: Project,
) -> None:
    assert build(small_site) == []
    assert not (small_site.root / "site/notebooks").exists()
    verified = json.loads((small_site.root / "site/verified.json").read_text())
    assert verified["notebooks"]["count"] == 0
