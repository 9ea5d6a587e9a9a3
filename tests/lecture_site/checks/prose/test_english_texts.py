"""Which texts are looked at, and where the lines of a notebook stand."""

import json

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from lecture_site.basics.project import Project
from lecture_site.checks.prose.english_texts import of_notebook, texts

CELLS = [
    new_markdown_cell('# A "title"\n\nSame.\nLast ünit], "'),
    new_code_cell("# Same.\nprint(1)"),
    new_markdown_cell("Same."),
    new_markdown_cell(""),
]


def test_lines_of_a_notebook_stand_where_its_file_has_them(
    small_site: Project,
) -> None:
    path = small_site.docs / "lab.ipynb"
    nbformat.write(new_notebook(cells=CELLS), path)
    rows = path.read_text(encoding="utf-8").splitlines()
    lines = of_notebook(path).splitlines()
    told = {n: line for n, line in enumerate(lines) if line}
    assert list(told.values()) == [
        *('# A "title"', "Same.", 'Last ünit], "', "Same.")
    ]
    for number, line in told.items():
        assert json.dumps(line, ensure_ascii=False)[1:-1] in rows[number]


def test_a_line_that_the_file_writes_otherwise_keeps_its_order(
    small_site: Project,
) -> None:
    path = small_site.docs / "lab.ipynb"
    notebook = new_notebook(cells=[new_markdown_cell("Eins ü.\nZwei.")])
    path.write_text(json.dumps(notebook, indent=1), encoding="utf-8")
    lines = [line for line in of_notebook(path).splitlines() if line]
    assert lines == ["Eins ü.", "Zwei."]


def test_pages_labs_and_what_contributors_read_are_looked_at(
    small_site: Project,
) -> None:
    nbformat.write(new_notebook(), small_site.docs / "lab.ipynb")
    (small_site.root / "README.md").write_text("# Read\n", encoding="utf-8")
    named = dict(texts(small_site))
    assert {"README.md", "docs/index.md", "docs/lab.ipynb"} <= set(named)
    assert "CONTRIBUTING.md" not in named
    assert named["README.md"] == "# Read"
