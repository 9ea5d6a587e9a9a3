"""Print how heavy every page of the built site is for its reader."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from lecture_site.basics.project import Project
from lecture_site.browser.chromium import find_chromium, no_browser
from lecture_site.browser.serving import serving
from lecture_site.checks.page_weight import (
    FIRST_LOAD_LIMIT,
    HTML_LIMIT,
    Weight,
    weigh_site,
)


def weights(project: Project, site: Path) -> list[Weight]:
    """Weigh every page in Chromium."""
    found = find_chromium(project)
    if found is None:
        sys.exit(str(no_browser()))
    with serving(site) as address, found.started() as browser:
        return list(weigh_site(browser, address, site))


def show(found: list[Weight]) -> None:
    """Print a table, the heaviest page first."""
    table = Table("Page", title="KB after gzip")
    for column in ("HTML", "First load", "Requests", "Slides"):
        table.add_column(column, justify="right")
    for weight in sorted(found, key=lambda w: -w.first_load):
        sizes = (weight.html / 1000, weight.first_load / 1000)
        cells = [f"{size:.1f}" for size in sizes]
        cells += [str(weight.requests), f"{weight.pictures / 1000:.1f}"]
        table.add_row(weight.page or "start", *cells)
    limits = (HTML_LIMIT / 1000, FIRST_LOAD_LIMIT / 1000)
    table.add_row("Limit", *(f"{limit:.0f}" for limit in limits), "", "")
    Console().print(table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="for programs")
    chosen = parser.parse_args()
    project = Project.here()
    site = project.site
    if not (site / "index.html").is_file():
        sys.exit("there is no site to weigh: run `make site` first")
    found = weights(project, site)
    if chosen.json:
        print(json.dumps([asdict(weight) for weight in found], indent=1))
    else:
        show(found)
