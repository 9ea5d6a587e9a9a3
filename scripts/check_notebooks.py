"""Open notebooks of the built site in an environment that has nothing."""

import argparse

from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.commands import finish
from lecture_site.notebooks.clean_environment import check_notebooks

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "pages",
        nargs="*",
        default=["introduction", "logistic_regression"],
        help="names of pages (default: %(default)s)",
    )
    chosen = parser.parse_args()
    finish(check_notebooks(chosen.pages, Project.here(), Console()))
