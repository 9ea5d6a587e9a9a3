"""An executed lab as Markdown, so that it becomes a page like all others.

Its text goes through the same extensions as that of a page: formulas, terms,
links and numbers are treated and checked alike. Its code is shown as a
listing, and below it what the cell printed and drew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.extensions.fences import note
from lecture_site.extensions.figures import is_wide
from lecture_site.extensions.typed_html import refuse_pretence
from lecture_site.staleness.notebook_code import read_notebook

SOLUTION = "solution"  # the tag of a cell that the reader opens last
FOLDED = """\
<details class="success" markdown="1">
<summary>A solution</summary>

{}

</details>"""
FENCE = "`" * 8


def lab_as_markdown(path: Path) -> str:
    """Return the text of the page that shows a lab with its outputs."""
    notebook: Any = read_notebook(path)
    first = notebook.cells[0].source if notebook.cells else ""
    heading, _, opening = first.partition("\n")
    if not heading.startswith("# "):
        raise ProblemError(_without_title(path))
    for cell in notebook.cells:
        if cell.cell_type != "code":
            refuse_pretence(cell.source.splitlines(), f"docs/labs/{path.name}")
    rest = (_cell(cell) for cell in notebook.cells[1:])
    return "\n\n".join([heading, _download(path.name), opening, *rest])


def description(path: Path) -> str:
    """Return what a lab says of itself in its metadata, in a sentence."""
    notebook: Any = read_notebook(path)
    return str(notebook.metadata.get("description", ""))


def _without_title(path: Path) -> Problem:
    return Problem(
        "the lab does not begin with its title",
        "let its first cell be Markdown that begins with '# Title'",
        f"docs/labs/{path.name}",
    )


def _download(name: str) -> str:
    return (
        '<p class="lab-download">'
        f'<a href="{name}" download>Download this lab as a notebook</a></p>'
    )


def _cell(cell: Any) -> str:
    if cell.cell_type != "code":
        return str(cell.source)
    listing = f"{FENCE}python\n{cell.source}\n{FENCE}"
    if SOLUTION in cell.metadata.get("tags", []):
        listing = FOLDED.format(listing)
    return "\n\n".join([listing, *_outputs(cell)])


def _outputs(cell: Any) -> Iterator[str]:
    """Yield each output as HTML on one line, which Markdown leaves alone."""
    for output in cell.outputs:
        if output.output_type == "stream":
            html = note("prints", output.text.rstrip("\n"))
        elif "image/svg+xml" in output.data:
            html = _drawing(output.data["image/svg+xml"])
        else:
            html = note("gives", output.data["text/plain"])
        yield html.replace("\n", "&#10;")


def _drawing(svg: str) -> str:
    if not is_wide(svg):
        return f'<div class="drawing">{svg.strip()}</div>'
    classes = "drawing drawing--wide"
    return f'<div class="{classes}" tabindex="0">{svg.strip()}</div>'
