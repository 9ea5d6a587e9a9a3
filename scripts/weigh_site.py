"""Print how heavy every page of the built site is for its reader."""

from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from lecture_site.basics.project import Project
from lecture_site.browser.chromium import needed_chromium
from lecture_site.checks.page_weight import (
    FIRST_LOAD_LIMIT,
    HTML_LIMIT,
    Weight,
    weigh_site,
)
from lecture_site.commands import built, script
from terminal.app import Json
from terminal.local_server import serving
from terminal.output import say_json


def weights(project: Project) -> list[Weight]:
    """Weigh every page in Chromium."""
    site, chromium = built(project), needed_chromium(project)
    with serving(site) as address, chromium.started() as browser:
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


def main(json: Json = False) -> None:
    """Weigh the site of the project in the working directory."""
    found = weights(Project.here())
    if json:
        say_json([asdict(weight) for weight in found])
    else:
        show(found)


if __name__ == "__main__":
    script(main, __doc__)
