"""Labs: notebooks that are kept without outputs and executed by the build."""

from __future__ import annotations

from pathlib import Path

from lecture_figures.drawing import themed_svg
from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.labs import kernel
from lecture_site.labs.run import execute
from lecture_site.processes.isolated import Task
from lecture_site.products.product import Product, equal
from lecture_site.staleness.fingerprint import dependencies
from lecture_site.staleness.notebook_code import read_notebook


def executed_labs(project: Project) -> Path:
    """Return the folder of the executed copies."""
    return project.cache / "labs"


def lab_products(project: Project) -> list[Product]:
    """Return the executed copy of every lab as a product."""
    drawing = sorted(dependencies(Path(themed_svg.__file__), project))
    return [
        Product(
            task=Task(f"lab {project.relative(path)}", execute, (str(path),)),
            source=path,
            target=FileTarget(executed_labs(project) / path.name),
            mentioned_as=f"labs/{path.name}",
            again=f".venv/bin/jupyter execute {project.relative(path)}",
            helpers=(Path(kernel.__file__), *drawing),
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
            for cell in read_notebook(path).cells
        )
    ]
