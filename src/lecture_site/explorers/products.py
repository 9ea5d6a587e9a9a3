"""Which explorers there are, where they stand, and what proves them."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

from lecture_site.basics import node
from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.explorers.golden import compare_with_golden_values
from lecture_site.extensions.explorers import SOURCES
from lecture_site.page_scripts.bundle import BUNDLES, EXPLORERS
from lecture_site.page_scripts.weight import files_of, gzip_bytes
from lecture_site.processes.isolated import Task
from lecture_site.products.product import Product, equal
from lecture_site.products.shown import sources_of_pages

_BLOCK = re.compile(r"^/// explorer \| (\w+)\s*$", re.MULTILINE)
_NO_EXPLORERS = {"__init__", "export"}  # other files of the folder
_COMPARE = ".venv/bin/python scripts/compare_explorers.py"


def explorer_products(project: Project) -> list[Product]:
    """Return the comparison of every explorer with the teaching code."""
    return [_product(name, project) for name in complete(project)]


def explorer_problems(project: Project) -> list[Problem]:
    """Return which explorers lack a part, or stand on no page."""
    names, pages = written(project), pages_of(project)
    proved = with_golden_values(project)
    problems = [
        Problem(what, remedy, f"{SOURCES}/{name}")
        for name in names
        for what, remedy in _lacks(name, project, proved, pages)
    ]
    return problems + [
        Problem(
            f"there is no explorer '{name}' to hold to these golden values",
            f"write {SOURCES}/{name}/main.ts, or delete them",
            project.relative(_golden(name, project)),
        )
        for name in sorted(proved - {*names})
    ]


def explorer_facts(project: Project) -> list[dict[str, Any]]:
    """Return what was found of each explorer, in the order of their pages."""
    names = complete(project)
    return [
        {
            "name": name,
            "page": f"{page}.md",
            **json.loads(_product(name, project).target.read() or "{}"),
            "gzip_bytes": weight_of(name, project),
        }
        for name, page in pages_of(project).items()
        if name in names
    ]


def weight_of(name: str, project: Project) -> int:
    """Return the packed bytes of an explorer, with the kit and its worker."""
    script = _script(name, project)
    worker = script.with_suffix("") / "worker.js"
    return gzip_bytes(script, *([worker] if worker.is_file() else []))


def written(project: Project) -> list[str]:
    """Return the names of all explorers that have a source."""
    folder = project.root / SOURCES
    return sorted(path.parent.name for path in folder.glob("*/main.ts"))


def with_golden_values(project: Project) -> set[str]:
    """Return the names under which there are golden values."""
    folder = _golden("", project).parent
    return {path.stem for path in folder.glob("*.py")} - _NO_EXPLORERS


def complete(project: Project) -> list[str]:
    """Return the names of explorers that can be compared."""
    proved = with_golden_values(project)
    return [
        name
        for name in written(project)
        if name in proved and _script(name, project).is_file()
    ]


def pages_of(project: Project) -> dict[str, str]:
    """Return the page on which each explorer stands."""
    return {
        name: page
        for page, text in sources_of_pages(project).items()
        for name in _BLOCK.findall(text)
    }


def _lacks(
    name: str, project: Project, proved: Container[str], shown: Container[str]
) -> Iterator[tuple[str, str]]:
    if name not in proved:
        yield (
            f"nothing proves the explorer '{name}': it has no golden values",
            f"write {project.relative(_golden(name, project))}",
        )
    if not _script(name, project).is_file():
        yield (
            f"the explorer '{name}' is not bundled",
            "run '.venv/bin/python scripts/build_page_scripts.py'",
        )
    if name not in shown:
        yield (
            f"no page shows the explorer '{name}'",
            f"write '/// explorer | {name}' into a page, or delete it",
        )


def _product(name: str, project: Project) -> Product:
    golden, script = _golden(name, project), _script(name, project)
    arguments = (str(golden), str(script))
    return Product(
        task=Task(f"explorer {name}", compare_with_golden_values, arguments),
        source=golden,
        target=FileTarget(project.cache / EXPLORERS / f"{name}.json"),
        mentioned_as=f"explorer | {name}",
        again=f"{_COMPARE} {name}",
        helpers=(
            *files_of(script),
            project.sources / "lecture_golden" / "export.py",
            Path(__file__).with_name("model_values.mjs"),
            Path(node.__file__),
        ),
        compare=equal,
        is_committed=False,
    )


def _golden(name: str, project: Project) -> Path:
    return project.sources / "lecture_golden" / f"{name}.py"


def _script(name: str, project: Project) -> Path:
    return project.root / BUNDLES / EXPLORERS / f"{name}.js"
