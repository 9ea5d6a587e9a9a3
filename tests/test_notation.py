"""Every sign that a page introduces is on the page of the notation."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[1] / "docs"
HEADER = "| Symbol | Meaning | Shape |"
Row = tuple[list[str], list[str]]


def rows(table: str) -> list[list[str]]:
    """Return the cells of each row below the two lines of the header."""
    return [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in table.splitlines()[2:]
    ]


def tables(text: str) -> list[str]:
    found = re.findall(r"^(?:\|.*\n)+", text, re.MULTILINE)
    return [table for table in found if table.startswith(HEADER)]


def symbols(cell: str) -> list[str]:
    """Return the signs of a cell: "$x, y$ and $z = x + y$" has three."""
    parts = [
        part.partition("=")[0]
        for formula in re.findall(r"\$(.+?)\$", cell)
        for part in re.split(r",(?![^{]*\})", formula)
    ]
    return [re.sub(r"\s|\\[ ,;]|[{}]", "", part) for part in parts]


def introduced() -> list[tuple[str, str]]:
    """Return each sign of a page's own table, with the page."""
    return [
        (page.name, symbol)
        for page in sorted(DOCS.glob("*.md"))
        if page.name != "notation.md"
        for table in tables(page.read_text(encoding="utf-8"))
        for cells in rows(table)
        for symbol in symbols(cells[0])
    ]


def explained() -> set[tuple[str, str]]:
    """Return each sign of the notation, with the pages it links to."""
    notation = (DOCS / "notation.md").read_text(encoding="utf-8")
    return {
        (page, symbol)
        for table in tables(notation)
        for cells in rows(table)
        for page in re.findall(r"\]\((\w+\.md)", cells[-1])
        for symbol in symbols(cells[0])
    }


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("$x$", ["x"]),
        (r"$W_1,\ b_1$", ["W_1", "b_1"]),
        (r"$y$, $\hat y$", ["y", r"\haty"]),
        ("$x, y, z$ and $q$", ["x", "y", "z", "q"]),
        (r"$z = w^\top x + b$", ["z"]),
        (r"$f_{i,j}$", ["f_i,j"]),
        (r"$D_{\text{in}}$", [r"D_\textin"]),
        (r"$D_\text{in}$", [r"D_\textin"]),
        ("a word", []),
    ],
)
def test_signs_are_read_from_a_cell(cell: str, found: list[str]) -> None:
    assert symbols(cell) == found


def test_every_sign_of_a_page_is_on_the_page_of_the_notation() -> None:
    missing = [
        f"docs/notation.md has no row for ${symbol}$ that links to {page}: "
        "add the link to the row of that meaning, or a row"
        for page, symbol in introduced()
        if (page, symbol) not in explained()
    ]
    assert missing == []


def test_signs_are_found_on_all_four_first_pages() -> None:
    pages = {page for page, _ in introduced()}
    first = ("introduction", "neural_networks", "optimisation")
    assert {f"{slug}.md" for slug in first} <= pages
