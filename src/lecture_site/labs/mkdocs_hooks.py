"""How MkDocs is given the executed labs.

mkdocs-jupyter finds them and offers them for download; the functions that
MkDocs calls here let it read the executed copies, and let the site's own
Markdown show them in place of its HTML, which brings a page's weight in
styles of its own and scripts from elsewhere.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from lecture_site.basics.project import Project
from lecture_site.labs.page import description, lab_as_markdown
from lecture_site.labs.products import executed_labs

FIRST, LAST = 100, -100


def _is_lab(page: Page) -> bool:
    return page.file.src_uri.endswith(".ipynb")


def on_files(files: Files, **_: object) -> Files:
    """Let MkDocs read the executed copy of each lab; MkDocs calls this."""
    folder = executed_labs(Project.here())
    for file in files:
        copy = folder / Path(file.src_uri).name
        if file.src_uri.startswith("labs/") and copy.exists():
            file.abs_src_path = str(copy)
    return files


@event_priority(LAST)
def on_pre_page(page: Page, **_: object) -> Page:
    """Take back the renderer that mkdocs-jupyter has given to a lab."""
    if _is_lab(page):
        vars(page).pop("render", None)
    return page


@event_priority(FIRST)
def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Return a lab as Markdown; its braces are code and no macros."""
    if not _is_lab(page):
        return markdown
    page.meta["render_macros"] = False
    path = Path(str(page.file.abs_src_path))
    page.meta["description"] = description(path)
    return lab_as_markdown(path)
