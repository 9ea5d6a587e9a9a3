"""Install textlint, which looks at the English, into ``.cache``."""

from lecture_site.basics.project import Project
from lecture_site.checks.prose.linter import install
from lecture_site.commands import script


def main() -> None:
    """Install it for the project in the working directory."""
    install(Project.here())


if __name__ == "__main__":
    script(main, __doc__)
