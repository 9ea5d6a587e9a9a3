"""Labs: notebooks that are kept without outputs and executed by the build.

mkdocs-jupyter finds them and offers them for download; the functions that
MkDocs calls here let it read the executed copies, and let the site's own
Markdown show them in place of its HTML, which brings a page's weight in
styles of its own and scripts from elsewhere.
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from lecture_figures.drawing import themed_svg
from lecture_site import lab_kernel
from lecture_site.isolation import Task
from lecture_site.lab_pages import description, lab_as_markdown
from lecture_site.lab_runs import execute
from lecture_site.problems import Problem
from lecture_site.products import Product, equal
from lecture_site.project import Project
from lecture_site.targets import FileTarget

FIRST, LAST = 100, -100


def executed_labs(project: Project) -> Path:
    """Return the folder of the executed copies."""
    return project.cache / "labs"


def lab_products(project: Project) -> list[Product]:
    """Return the executed copy of every lab as a product."""
    return [
        Product(
            task=Task(f"lab {project.relative(path)}", execute, (str(path),)),
            source=path,
            target=FileTarget(executed_labs(project) / path.name),
            mentioned_as=f"labs/{path.name}",
            again=f".venv/bin/jupyter execute {project.relative(path)}",
            helpers=(Path(lab_kernel.__file__), Path(themed_svg.__file__)),
            compare=equal,
            is_committed=False,
        )
        for path in sorted((project.docs / "labs").glob("*.ipynb"))
    ]


def output_problems(project: Project) -> list[Problem]:
    """Return labs that were saved with outputs."""
    return [
        Problem(
            "the lab was saved with outputs, which nothing keeps true",
            "clear them: .venv/bin/jupyter nbconvert --clear-output --inplace",
            project.relative(path),
        )
        for path in sorted((project.docs / "labs").glob("*.ipynb"))
        if any(
            cell.get("outputs") or cell.get("execution_count")
            for cell in nbformat.read(path, as_version=4).cells
        )
    ]


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
