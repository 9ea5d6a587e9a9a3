"""Hold the English of pages, labs, README and CONTRIBUTING to its rules."""

from lecture_site.basics.project import Project
from lecture_site.checks.prose.linter import prose_problems
from lecture_site.commands import finish, script


def main() -> None:
    """Look at the texts of the project in the working directory."""
    finish(prose_problems(Project.here()))


if __name__ == "__main__":
    script(main, __doc__)
