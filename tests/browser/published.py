"""The site as it is published: in a sub-folder, and knowing its address."""

import mimetypes
import os
from pathlib import Path

from playwright.sync_api import BrowserContext, Route
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.build import write_site
from lecture_site.finishing.printing.print import (
    bring_last_print,
    print_lecture,
)
from looking import SITE

ADDRESS = "https://someone.github.io/lecture/"


def published_site() -> Path:
    """Return the site built for its address, made anew if ``site/`` was."""
    project = Project(SITE.parent)
    target = project.cache / "published_site"
    made = target / "sw.js"
    newest = (SITE / "sw.js").stat().st_mtime_ns
    if not made.is_file() or made.stat().st_mtime_ns < newest:
        build_for(ADDRESS, project, target)
    return target


def build_for(address: str, project: Project, target: Path) -> None:
    before = os.environ.get("SITE_URL", "")
    os.environ["SITE_URL"] = address
    try:
        # Printing the lecture for another address would take half a minute.
        write_site(
            project,
            target,
            Console(quiet=True),
            {print_lecture: bring_last_print},
        )
    finally:
        os.environ["SITE_URL"] = before


def answer_from(site: Path, window: BrowserContext) -> None:
    """Answer what a window asks of the published address from a folder."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        file = site / path.partition("?")[0].partition("#")[0]
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            kind = mimetypes.guess_type(file)[0] or "text/plain"
            route.fulfill(path=file, content_type=kind)
        else:
            route.fulfill(status=404, path=site / "404.html")

    window.route(f"{ADDRESS}**", answer)
