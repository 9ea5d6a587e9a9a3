"""Install what looks at pages, axe-core and Lighthouse, into ``.cache``."""

from lecture_site.basics.project import Project
from lecture_site.checks.auditors import install
from lecture_site.commands import script


def main() -> None:
    """Install them for the project in the working directory."""
    install(Project.here())


if __name__ == "__main__":
    script(main, __doc__)
