"""What readers take away: the notebooks of the pages, and the PDF.

They are made of the pages, and shown by other programs, which understand
other Markdown. All of it is held to the rules of `as_read`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown import Markdown

from lecture_site.basics.configuration import FILE
from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project
from lecture_site.basics.whole_files import keep, kept
from lecture_site.browser.printed_file import printed_name
from lecture_site.checks import left_overs
from lecture_site.checks.as_found import code_of
from lecture_site.checks.as_read import (
    around,
    left_over_in,
    line_in,
    source_of,
)
from lecture_site.checks.left_overs import left_over, pieces
from lecture_site.checks.words import blocks
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page
from lecture_site.notebooks.build import FOLDER
from lecture_site.notebooks.prose import CODE_AND_FORMULAS
from lecture_site.staleness.notebook_code import read_notebook

_ABSOLUTE = ("http://", "https://", "mailto:", "#", "data:", "attachment:")
_NOTHING = "none of it, or plain words: a notebook is read elsewhere"


def refuse_in_notebooks(project: Project, site: BuiltSite) -> None:
    """Raise the first problem of what a notebook says.

    Raises
    ------
    ProblemError
        With the page that it was made of, and the line.
    """
    pages = {page.stem: page for page in project.docs.rglob("*.md")}
    for path in sorted((site.folder / FOLDER).glob("*.ipynb")):
        if path.stem in pages:
            for problem in _in_notebook(path, pages[path.stem], project):
                raise ProblemError(problem)


def _in_notebook(
    path: Path, source: Path, project: Project
) -> Iterator[Problem]:
    shown = Markdown(extensions=["tables", "fenced_code"])
    for cell in read_notebook(path).cells:
        if cell.cell_type == "markdown":
            # Jupyter understands code and formulas.
            written = CODE_AND_FORMULAS.sub(" ", cell.source)
            html = shown.reset().convert(written)
            yield from _in_cell(html, source, project)


def _in_cell(html: str, source: Path, project: Project) -> Iterator[Problem]:
    """Yield what Jupyter has not understood in a cell."""
    page = Page.parse("cell.html", f"<body>{html}")
    name = project.relative(source)
    (body,) = page.tree.css("body")
    for said in blocks(body):
        yield from left_over_in(said, source, name)
    for element in body.css("a[href], img[src]"):
        given = element.attributes
        address = given.get("href") or given.get("src") or ""
        if not address.startswith(_ABSOLUTE):
            what = f"'{address}' leads nowhere from the notebook of this page"
            near = address.rpartition("/")[2]
            line = line_of(source, near) if near else 0
            yield Problem(what, _NOTHING, name, line)


def refuse_in_print(project: Project, site: BuiltSite) -> None:
    """Raise the first problem of what the PDF says.

    What was read and found well is remembered, for to read it takes seconds.

    Raises
    ------
    ProblemError
        With the page where the same words stand, if one has them.
    """
    path = site.folder / printed_name(project)
    if not path.exists():
        return
    rules = Path(left_overs.__file__).read_bytes()
    read = hashlib.sha256(path.read_bytes() + rules).digest()
    note = project.cache / "printed" / "read"
    if kept(note) != read:
        code = pieces(text for page in site.to_read for text in code_of(page))
        for problem in in_print(pages_of(path), code, project, site):
            raise ProblemError(problem)
        keep(note, read)


def pages_of(pdf: Path) -> list[str]:
    """Return what each page of a PDF says, without the number below it."""
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(pdf) as document:
        said = (page.get_textpage().get_text_bounded() for page in document)
        return [
            "\n".join(ln for ln in text.splitlines() if not ln.isdecimal())
            for text in said
        ]


def in_print(
    pages: Sequence[str],
    code: Sequence[str],
    project: Project,
    site: BuiltSite,
) -> Iterator[Problem]:
    """Yield what is left over in the text of a PDF.

    Parameters
    ----------
    pages : sequence of str
        What each says, in lines of the paper.
    code : sequence of str
        What of it is code: in a PDF nothing tells the two apart.
    project : Project
        The checkout, whose pages are searched for the words.
    site : BuiltSite
        The pages that were printed.
    """
    names = [name for p in site.to_read if (name := source_of(p, project))]
    for line, beside in _lines(pages):
        for kind, found in left_over(line, code, beside):
            what = f"in the PDF {kind.what}: {around(line, found)}"
            places = (
                (name, number)
                for name in (*names, FILE)
                if (number := line_in(project.root / name, line, found))
            )
            yield Problem(what, kind.remedy, *next(places, ()))


def _lines(pages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each line with its page and those before and after it."""
    for number, page in enumerate(pages):
        around = "".join(pages[max(number - 1, 0) : number + 2])
        for line in page.splitlines():
            yield line, around
