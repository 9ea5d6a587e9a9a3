"""Prove the pages and build the site; on a problem the last one stays."""

import argparse

from lecture_site.basics.progress import times_of_stages
from lecture_site.browser.chromium import find_chromium, no_browser
from lecture_site.build import build_site
from lecture_site.commands import finish, prepared

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--record",
        action="store_true",
        help="record results that changed instead of failing on them",
    )
    parser.add_argument(
        "--draft",
        action="store_true",
        help="leave out what only readers of the published site need",
    )
    chosen = parser.parse_args()
    project, console = prepared()
    problems = build_site(
        project, console, record=chosen.record, draft=chosen.draft
    )
    if not problems:
        built = project.draft if chosen.draft else project.site
        where = project.relative(built)
        console.print(f"the site is in {where}/", style="green")
        if find_chromium(project) is None:
            console.print(f"without a PDF: {no_browser()}", markup=False)
    console.print(f"took {times_of_stages()}", highlight=False)
    finish(problems)
