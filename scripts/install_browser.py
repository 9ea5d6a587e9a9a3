"""Find a browser that starts; where there is none, install one."""

from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.browser.install import ensure_browser
from lecture_site.commands import script


def main() -> None:
    """Make sure that the project has a browser."""
    ensure_browser(Project.here(), Console())


if __name__ == "__main__":
    script(main, __doc__)
