"""Find a browser that starts; where there is none, install one."""

import sys

from rich.console import Console

from lecture_site.basics.problems import ProblemError, report
from lecture_site.basics.project import Project
from lecture_site.browser.install import ensure_browser

if __name__ == "__main__":
    console = Console()
    try:
        ensure_browser(Project.here(), console)
    except ProblemError as error:
        report([error.problem], console)
        sys.exit(1)
