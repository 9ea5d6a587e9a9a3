"""Compile the slides: the PDF, the numbers of the gold, the pictures."""

import argparse

from rich.console import Console

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.commands import finish
from lecture_site.slides.deck.build import check_deck, write_deck


def main() -> None:
    """Write or check the deck of the project in the working directory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check",
        action="store_true",
        help="change nothing; fail if the deck is not what its source gives",
    )
    chosen = parser.parse_args()
    project, console = Project.here(), Console()
    try:
        if chosen.check:
            finish(check_deck(project))
        console.print(write_deck(project, console), style="green")
    except ProblemError as error:
        finish([error.problem])


if __name__ == "__main__":
    main()
