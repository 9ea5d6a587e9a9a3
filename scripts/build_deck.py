"""Compile the slides: the PDF, the numbers of the gold, the pictures."""

from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.commands import Check, finish, script
from lecture_site.slides.deck.build import check_deck, write_deck


def main(check: Check = False) -> None:
    """Write or check the deck of the project in the working directory."""
    project, console = Project.here(), Console()
    if check:
        finish(check_deck(project))
    console.print(write_deck(project, console), style="green")


if __name__ == "__main__":
    script(main, __doc__)
