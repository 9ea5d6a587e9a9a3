"""Recorded outputs: what each program under ``snippets/`` prints."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from agreement import texts
from agreement.difference import Difference
from agreement.tolerance import stated_in, statements
from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.processes.isolated import Task
from lecture_site.processes.program import run_program
from lecture_site.products.declared import reading_what_it_names
from lecture_site.products.listings import (
    Listing,
    programs,
    run_section,
    sections,
)
from lecture_site.products.product import Product, equal


def output_products(project: Project) -> list[Product]:
    """Return the output of every program as a product."""
    return [_program(program, project) for program in programs(project)]


def section_products(project: Project) -> list[Product]:
    """Return the run of every section; it prints nothing."""
    return [_section(section, project) for section in sections(project)]


def run_listing(path: str) -> str:
    """Run a listing as a program and return what it prints."""
    with reading_what_it_names(Path(path)):
        return run_program(path)


def _program(program: Listing, project: Project) -> Product:
    path = project.relative(program.path)
    return Product(
        task=Task(f"listing {path}", run_listing, (str(program.path),)),
        source=program.path,
        target=FileTarget(program.output),
        mentioned_as=path.removeprefix("snippets/"),
        again=f".venv/bin/python {path}",
        compare=partial(_compare, program.source),
        allows="".join(statements(program.source)),
    )


def _compare(source: str, recorded: str, printed: str) -> Difference:
    return texts.compare(recorded, printed, stated_in(source))


def _section(section: Listing, project: Project) -> Product:
    name = f"{section.path.stem}:{section.section}"
    arguments = (str(section.path), section.source, section.line)
    return Product(
        task=Task(f"section {name}", run_section, arguments),
        source=section.path,
        target=FileTarget(project.cache / "sections" / name.replace(":", ".")),
        mentioned_as=f"{section.path.name}:{section.section}",
        again=f".venv/bin/python {project.relative(section.path)}",
        compare=equal,
        is_committed=False,
    )


def orphaned_outputs(project: Project) -> list[Path]:
    """Return recorded outputs whose program is gone."""
    return [
        path
        for path in sorted(project.snippets.rglob("*.out"))
        if not path.with_suffix(".py").exists()
    ]
