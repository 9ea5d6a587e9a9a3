"""Ask Lighthouse about every page of the built site; 100 is asked of each.

Accessibility, best practices and search engine optimisation are scored, in
Chromium. `make audit` installs both where they are missing.
"""

import argparse
import json
import sys

from rich.console import Console
from rich.table import Table

from lecture_site.basics.project import Project
from lecture_site.browser.chromium import find_chromium, no_browser
from lecture_site.browser.serving import serving
from lecture_site.checks.auditors import folder_of_auditors
from lecture_site.checks.lighthouse import Audit, audit
from lecture_site.finishing.built_site import BuiltSite

KINDS = ("accessibility", "best-practices", "seo")


def table(audits: list[Audit]) -> Table:
    """Return the scores of all pages."""
    shown = Table("page", *KINDS, title="Lighthouse")
    for each in audits:
        scores = (str(each.scores[kind]) for kind in KINDS)
        shown.add_row(each.page or "front page", *scores)
    return shown


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", help="some pages: optimisation/")
    parser.add_argument("--json", action="store_true", help="for programs")
    chosen = parser.parse_args()
    console = Console(stderr=chosen.json)
    project = Project.here()
    chromium = find_chromium(project)
    site = project.site
    if chromium is None:
        sys.exit(str(no_browser()))
    if not (site / "index.html").is_file():
        sys.exit("there is no site to look at: run `make site` first")
    if not folder_of_auditors(project).is_dir():
        sys.exit("Lighthouse is not installed: `make audit` installs it")
    audits = []
    with serving(site) as address:
        pages = chosen.pages or BuiltSite.read(site).addresses
        for each in audit(project, chromium.path, address, pages):
            audits.append(each)
            console.print(each.line())
    console.print(table(audits))
    if chosen.json:
        print(json.dumps([vars(each) for each in audits], indent=1))
    sys.exit(any(not each.is_perfect for each in audits))
