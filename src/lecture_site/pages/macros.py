"""What a page can quote: measured numbers, verified facts, references."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from lecture_site.basics.json_files import read_cache
from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget, read_entries
from lecture_site.browser.printed_file import is_printed, printed_name
from lecture_site.extensions.page_context import page_problem
from lecture_site.pages.benchmarks import benchmark_macros
from lecture_site.pages.loops import range_of_pages
from lecture_site.pages.references import references as all_references
from lecture_site.pages.references import title
from lecture_site.products.live_data import data_file
from lecture_site.slides.other_decks import slides_of

NOTHING_VERIFIED: dict[str, Any] = {
    "blocks": {"shown": 0, "run": 0, "excused": [], "other_languages": 0},
    "snippets": 0,
    "figures": 0,
    "labs": 0,
    "notebooks": {"count": 0, "cells": 0, "pages": []},
    "measurements": [],
    "gradients": [],
    "slides": None,
    "live": None,
    "explorers": [],
    "arithmetic": [],
    "versions": {},
    "browser": None,
    "commit": "",
    "changed_since_commit": False,
    "date": "",
}


_COUNTS = "how_this_site_is_checked.md#what-this-build-has-checked"


class Environment(Protocol):
    """What mkdocs-macros hands over."""

    variables: dict[str, Any]
    conf: Mapping[str, Any]
    page: Any

    def macro(self, function: Callable[..., str]) -> Callable[..., str]:
        """Make a function callable from a page."""


def define_env(env: Environment) -> None:
    """Define the macros; the name is mkdocs-macros'."""
    project = Project.here()
    verified = read_verified(project)
    entries: dict[str, Any] = read_entries(project.measured)
    env.variables["range"] = range_of_pages(
        lambda: f"docs/{env.page.file.src_uri}"
    )
    env.variables["verified"] = verified
    env.variables["measurements"] = measurements(project)
    env.conf["extra"]["verified"] = verified
    name = printed_name(project)
    env.conf["extra"]["pdf"] = name if is_printed(project) else ""

    @env.macro
    def measured(name: str) -> str:
        """Quote a measured number by its name."""
        full, entry = _entry(name, env.page.file.src_uri, entries)
        return _quote(full, entry, entry["shown"])

    @env.macro
    def spread(name: str) -> str:
        """Quote the smallest and the largest value over the seeds."""
        full, entry = _entry(name, env.page.file.src_uri, entries)
        if "spread" not in entry:
            raise page_problem(
                f"docs/{env.page.file.src_uri}",
                f"measurement '{full}' has one value and no spread",
                "give it seeds, or quote it by measured(...)",
                f'"{name}"',
            )
        return _quote(full, entry, " to ".join(entry["spread"]))

    @env.macro
    def counted(number: int) -> str:
        """Quote what the build has counted."""
        return f"[{number}]({_COUNTS}){{ .measured }}"

    @env.macro
    def live(name: str) -> str:
        """Put the data of a live picture into the page."""
        is_name = re.fullmatch(r"\w+/\w+", name)
        data = FileTarget(data_file(project, name)).read()
        if data is None or not is_name:
            raise page_problem(
                f"docs/{env.page.file.src_uri}",
                f"there is no live picture '{name}'",
                "write its function under src/lecture_figures, marked with "
                "live_data, and run 'make record'",
                f'"{name}"',
            )
        attribute = f"data-json='{data.strip()}'"
        return f"<div class='live__data' hidden {attribute}></div>"

    @env.macro
    def references() -> str:
        """List the works that all pages cite."""
        return all_references(project)

    env.macro(slides_of(project))
    for shows_results in benchmark_macros(project):
        env.macro(shows_results)


def ensure_verified(project: Project) -> None:
    """Write the empty facts before the first build; a page links to them."""
    if not project.verified.exists():
        text = json.dumps(NOTHING_VERIFIED, indent=1)
        FileTarget(project.verified).write(f"{text}\n")


def read_verified(project: Project) -> dict[str, Any]:
    """Return what the last build verified; nothing before the first."""
    verified: dict[str, Any] = read_cache(project.verified, dict)
    return NOTHING_VERIFIED | verified  # an older build may know less


def measurements(project: Project) -> list[dict[str, Any]]:
    """Return all recorded measurements with their names and pages.

    The values of single seeds are for comparing, and not for readers.
    """
    entries: dict[str, Any] = read_entries(project.measured)
    pages = {name: f"{name.partition('.')[0]}.md" for name in entries}
    titles = {page: _title(project, page) for page in set(pages.values())}
    return [
        {"name": name, "page": pages[name], "lecture": titles[pages[name]]}
        | {key: told for key, told in entry.items() if key != "values"}
        for name, entry in entries.items()
    ]


def _title(project: Project, page: str) -> str:
    path = project.docs / page
    return title(path) if path.is_file() else page.removesuffix(".md")


def _entry(
    name: str, page: str, entries: dict[str, Any]
) -> tuple[str, dict[str, Any]]:
    slug = page.removesuffix(".md")
    full = name if "." in name else f"{slug}.{name}"
    if full in entries:
        return full, entries[full]
    near = difflib.get_close_matches(full, entries, n=3)
    hint = f"; nearest: {', '.join(near)}" if near else ""
    raise page_problem(
        f"docs/{page}",
        f"there is no measurement '{full}'{hint}",
        f"define it in src/lecture_measurements/{full.split('.')[0]}.py and "
        "run 'make record', or correct the name",
        f'"{name}"',
    )


def _quote(name: str, entry: dict[str, Any], shown: str) -> str:
    origin = _origin(entry).replace('"', "'")
    link = f'how_this_site_is_checked.md#{name} "{origin}"'
    return f"[{shown}]({link}){{ .measured }}"


def _origin(entry: dict[str, Any]) -> str:
    seeds = entry["seeds"]
    kept = "Median of" if "spread" in entry else "Kept by all"
    chance = f" {kept} {len(seeds)} seeds." if seeds else ""
    return f"{entry['description']}{chance}"
