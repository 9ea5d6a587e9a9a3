"""Which listings run in a page, and where arithmetic differs there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lecture_exercises import counts
from lecture_site.basics.project import Project
from lecture_site.notebooks.wheel import has_package
from lecture_site.products.in_page import (
    known_differences,
    needs_numpy_alone,
    runs_in_page,
)
from lecture_site.products.listings import Listing, programs
from lecture_site.staleness.fingerprint import Imports


def numpy_listings(project: Project) -> list[Listing]:
    """Return the programs that need no package but NumPy."""
    return [
        listing
        for listing in programs(project)
        if needs_numpy_alone(listing.path, project)
    ]


def runnable_listings(project: Project) -> list[Listing]:
    """Return the programs that pages offer to run."""
    return [
        listing
        for listing in programs(project)
        if runs_in_page(listing.path, project)
    ]


def live_facts(project: Project) -> dict[str, Any] | None:
    """Return what "How this site is checked" says about Python in pages.

    Returns
    -------
    dict or None
        None for a lecture without a runtime.
    """
    if not project.runtime.is_dir() or not has_package(project):
        return None
    known = known_differences(project).items()
    exercises, wrong_answers = counts(project.exercises)
    return {
        "numpy_listings": len(numpy_listings(project)),
        "runnable": len(runnable_listings(project)),
        "exercises": exercises,
        "wrong_answers": wrong_answers,
        "differences": [{"listing": n, "why": why} for n, why in known],
    }


def packages_in_page(project: Project) -> set[str]:
    """Return the packages of the project that programs in a page need."""
    paths = {path for path in _needed(project) if path.suffix == ".py"}
    inside = (p for p in paths if p.is_relative_to(project.sources))
    return {path.relative_to(project.sources).parts[0] for path in inside}


def _needed(project: Project) -> set[Path]:
    roots = [listing.path for listing in runnable_listings(project)]
    for package in ("lecture_live", "lecture_exercises"):
        roots += sorted((project.sources / package).rglob("*.py"))
    imports = Imports(project)
    return set().union(*map(imports.lead_to, roots))
