"""What others are given is what our pages show, and copies are complete."""

import json
import os
from pathlib import Path

import pytest

from frame.books import write_mkdocs_jupyter, write_myst
from frame.lectures import Lecture
from frame.pages import Part, pages, with_results

ROOT = Path(__file__).resolve().parents[2]
PAGE = """\
---
description: A page.
---

# A page

It measures {{ measured("share") }}, elsewhere {{ spread("other.share") }}.

??? note "More"

    ```python hl_lines="1"
    --8<-- "page/says.py"
    ```

```python
--8<-- "lecture_code/doubling.py:double"
```

![](figures/page/line.svg)
/// figure-caption
A line.
///
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "docs/page.md": PAGE,
        "docs/index.md": "# Start\n\nSee [the page](page.md).\n",
        "snippets/page/says.py": 'print("says")\n',
        "src/lecture_code/doubling.py": (
            "# --8<-- [start:double]\ndef double(x):\n    return 2 * x\n\n\n"
            "# --8<-- [end:double]\n"
        ),
        "measured.json": json.dumps(
            {"page.share": {"shown": "3 %"}, "other.share": {"shown": "4"}}
        ),
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_listings_are_cells_and_the_rest_is_text(project: Path) -> None:
    parts = pages(project)["page"]
    assert [p for p in parts if p.is_cell] == [Part('print("says")', True)]
    text = "\n".join(part.text for part in parts if not part.is_cell)
    assert "It measures 3 %, elsewhere 4." in text
    assert "```python\ndef double(x):\n    return 2 * x\n```" in text
    assert "A line." in text
    for ours in ("///", "{{", "--8<--", "description:"):
        assert ours not in text


def test_a_page_may_draw_and_measure_too(project: Path) -> None:
    parts = pages(project)["page"]
    more = with_results(parts, "page", project)
    new = [p.text for p in more if p.is_cell and p not in parts]
    assert new[0] == "from lecture_figures import page\n\npage.line().figure"
    assert new[1].endswith(
        'measurement_named(page, "share").record()["shown"]'
    )
    assert len(new) == 2
    assert "figures/page/line.svg" not in "".join(p.text for p in more)


def test_every_listing_of_this_lecture_is_given_to_the_peers() -> None:
    cells = [
        part.text
        for parts in pages(ROOT).values()
        for part in parts
        if part.is_cell
    ]
    programs = (ROOT / "snippets").rglob("*.py")
    sources = {path.read_text("utf-8").strip() for path in programs}
    assert sources <= set(cells)


def test_a_page_without_a_program_is_no_notebook(
    project: Path, tmp_path: Path
) -> None:
    shown, docs = pages(project), project / "docs"
    write_myst(shown, docs, tmp_path / "myst")
    write_mkdocs_jupyter(shown, docs, tmp_path / "mkdocs")
    page = (tmp_path / "myst" / "page.md").read_text("utf-8")
    assert '````{code-cell} python3\nprint("says")\n````' in page
    index = (tmp_path / "myst" / "index.md").read_text("utf-8")
    assert "kernelspec" in page
    assert "kernelspec" not in index
    found = {p.name for p in (tmp_path / "mkdocs" / "docs").glob("*.*")}
    assert found == {"page.ipynb", "index.md"}


def test_what_has_not_changed_is_not_written_again(
    project: Path, tmp_path: Path
) -> None:
    book = tmp_path / "book"
    write_mkdocs_jupyter(pages(project), project / "docs", book)
    for path in book.rglob("*.*"):
        os.utime(path, ns=(1, 1))
    write_mkdocs_jupyter(pages(project), project / "docs", book)
    assert {path.stat().st_mtime_ns for path in book.rglob("*.*")} == {1}


@pytest.mark.parametrize(
    ("text", "renamed"),
    [
        ("[a](backpropagation.md#x)", "[a](lecture_2_backpropagation.md#x)"),
        ("../regularisation.md", "../lecture_2_regularisation.md"),
        ('--8<-- "summary/a.py"', '--8<-- "lecture_2_summary/a.py"'),
        (
            '"lecture_code/logistic_regression.py:fit"',
            '"lecture_code/logistic_regression.py:fit"',
        ),
        (
            "from lecture_code.logistic_regression import fit",
            "from lecture_code.logistic_regression import fit",
        ),
        (
            "from lecture_experiments.summary import a",
            "from lecture_experiments.lecture_2_summary import a",
        ),
        ('measured("summary.share")', 'measured("lecture_2_summary.share")'),
        ("figure summary/line", "figure lecture_2_summary/line"),
        ("measurement summary.a", "measurement lecture_2_summary.a"),
        (
            "listing snippets/summary/a.py",
            "listing snippets/lecture_2_summary/a.py",
        ),
        ("labs/twenty_layers.ipynb", "labs/lecture_2_twenty_layers.ipynb"),
        ("[what](glossary.md)", "[what](glossary.md)"),
        ("the summary says", "the summary says"),
    ],
)
def test_a_copy_has_names_of_its_own(text: str, renamed: str) -> None:
    assert Lecture(ROOT).renamed(text, 2) == renamed


def test_records_are_copied_and_a_copy_is_not_copied_again() -> None:
    one = Lecture(ROOT)
    entries = {
        "figure summary/line": "a",
        "live picture introduction/two": "b",
    }
    entries |= one.entries_of_copy(entries, 2)
    entries |= one.entries_of_copy(entries, 3)
    assert entries == {
        "figure summary/line": "a",
        "figure lecture_2_summary/line": "a",
        "figure lecture_3_summary/line": "a",
        "live picture introduction/two": "b",
    }
