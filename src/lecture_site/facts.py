"""Writes ``verified.json``: what this build of the site has checked."""

from __future__ import annotations

import json
import platform
from importlib.metadata import version
from typing import Any

from lecture_site.basics.commits import commit, commit_date, has_changed
from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.basics.theme import MATERIAL
from lecture_site.browser.chromium import find_chromium
from lecture_site.explorers.products import explorer_facts
from lecture_site.labs.products import lab_products
from lecture_site.notebooks.build import counts
from lecture_site.pages.macros import measurements
from lecture_site.pages.reader import Reading
from lecture_site.processes import arithmetic_rows
from lecture_site.products.figures import figure_products
from lecture_site.products.listings import programs
from lecture_site.runtime.runnable import live_facts
from lecture_site.slides.drawn import drawn_slides
from lecture_site.slides.facts import slide_facts

PACKAGES = ("numpy", "torch", "matplotlib", "scikit-learn", MATERIAL.package)


def facts(
    reading: Reading, gradients: list[dict[str, Any]], project: Project
) -> dict[str, Any]:
    """Return everything that the page "How this site is checked" states."""
    browser = find_chromium(project)
    return {
        "blocks": _blocks(reading),
        "snippets": len(programs(project)),
        "figures": len(figure_products(project)),
        "labs": len(lab_products(project)),
        "notebooks": counts(project),
        "measurements": measurements(project),
        "gradients": gradients,
        "slides": slide_facts(project) if drawn_slides(project) else None,
        "live": live_facts(project),
        "explorers": explorer_facts(project),
        "arithmetic": arithmetic_rows.rows(project),
        "versions": {"python": platform.python_version()}
        | {name: version(name) for name in PACKAGES},
        "browser": browser and browser.facts,
        "commit": commit(project),
        "changed_since_commit": has_changed(project),
        "date": commit_date(project),
    }


def write(verified: dict[str, Any], project: Project) -> None:
    """Write the facts where MkDocs copies them to the root of the site."""
    text = json.dumps(verified, indent=1, ensure_ascii=False)
    FileTarget(project.verified).write_if_changed(f"{text}\n")


def _blocks(reading: Reading) -> dict[str, Any]:
    shown = reading.python_blocks
    excused = [
        {
            "page": block.page.removeprefix("docs/"),
            "line": block.line,
            "reason": block.excuse,
        }
        for block in shown
        if block.excuse
    ]
    others = len(reading.blocks) - len(shown)
    run = len(shown) - len(excused)
    return {
        "shown": len(shown),
        "run": run,
        "excused": excused,
        "other_languages": others,
    }
