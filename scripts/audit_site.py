"""Ask Lighthouse about every page of the built site; 100 is asked of each.

Accessibility, best practices and search engine optimisation are scored, in
Chromium. `make audit` installs both where they are missing.
"""

import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.browser.chromium import needed_chromium
from lecture_site.checks.auditors import folder_of_auditors
from lecture_site.checks.lighthouse import Audit, audit
from lecture_site.commands import built, script
from lecture_site.finishing.built_site import BuiltSite
from terminal.app import Json
from terminal.local_server import serving
from terminal.output import say_json

KINDS = ("accessibility", "best-practices", "seo")


def table(audits: list[Audit]) -> Table:
    """Return the scores of all pages."""
    shown = Table("page", *KINDS, title="Lighthouse")
    for each in audits:
        scores = (str(each.scores[kind]) for kind in KINDS)
        shown.add_row(each.page or "front page", *scores)
    return shown


def main(
    pages: Annotated[
        list[str] | None, typer.Argument(help="Some pages: optimisation/")
    ] = None,
    json: Json = False,
) -> None:
    """Audit the site of the project in the working directory."""
    console = Console(stderr=json)
    project = Project.here()
    chromium, site = needed_chromium(project), built(project)
    if not folder_of_auditors(project).is_dir():
        missing = Problem("Lighthouse is not installed", "run `make audit`")
        raise ProblemError(missing)
    audits = []
    with serving(site) as address:
        wanted = pages or BuiltSite.read(site).addresses
        for each in audit(project, chromium.path, address, wanted):
            audits.append(each)
            console.print(each.line())
    console.print(table(audits))
    if json:
        say_json([vars(each) for each in audits])
    sys.exit(any(not each.is_perfect for each in audits))


if __name__ == "__main__":
    script(main, __doc__)
