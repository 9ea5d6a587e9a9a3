"""Labs: notebooks that are kept without outputs and executed by the build."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbclient
import nbformat
from mkdocs.structure.files import Files
from nbclient.exceptions import CellExecutionError

from lecture_site.isolation import Task
from lecture_site.problems import Problem
from lecture_site.products import Product
from lecture_site.project import Project
from lecture_site.targets import FileTarget


class LabError(Exception):
    """Raised for a lab with a cell that fails."""


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
        )
        for path in sorted((project.docs / "labs").glob("*.ipynb"))
    ]


def execute(path: str) -> str:
    """Run a notebook from top to bottom and return it with its outputs."""
    notebook: Any = nbformat.read(path, as_version=4)
    environment = dict(os.environ)
    environment.pop("MPLBACKEND", None)  # the kernel's own shows pictures
    client = nbclient.NotebookClient(
        notebook, kernel_name="python3", extra_arguments=["--log-level=40"]
    )
    try:
        client.execute(env=environment)
    except CellExecutionError as error:
        cell = client.code_cells_executed
        what = f"code cell {cell} raised {error.ename}: {error.evalue}"
        raise LabError(what) from None
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # times are no results
    return str(nbformat.writes(notebook))


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


def on_files(files: Files, **_: object) -> Files:
    """Let MkDocs read the executed copy of each lab; MkDocs calls this."""
    folder = executed_labs(Project.here())
    for file in files:
        copy = folder / Path(file.src_uri).name
        if file.src_uri.startswith("labs/") and copy.exists():
            file.abs_src_path = str(copy)
    return files
