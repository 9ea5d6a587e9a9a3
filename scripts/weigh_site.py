"""Print how heavy every page of the built site is for its reader."""

import argparse
import functools
import json
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

from lecture_site.project import Project
from lecture_site.weights import (
    FIRST_LOAD_LIMIT,
    HTML_LIMIT,
    Weight,
    weigh_site,
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder and return its address."""
    handler = functools.partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def weights(site: Path) -> list[Weight]:
    """Weigh every page in this machine's Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        found = list(weigh_site(browser, address, site))
        browser.close()
    return found


def show(found: list[Weight]) -> None:
    """Print a table, the heaviest page first."""
    table = Table("Page", title="KB after gzip")
    for column in ("HTML", "First load", "Requests", "Slides"):
        table.add_column(column, justify="right")
    for weight in sorted(found, key=lambda w: -w.first_load):
        sizes = (weight.html / 1000, weight.first_load / 1000)
        cells = [f"{size:.1f}" for size in sizes]
        cells += [str(weight.requests), f"{weight.pictures / 1000:.1f}"]
        table.add_row(weight.page or "start", *cells)
    limits = (HTML_LIMIT / 1000, FIRST_LOAD_LIMIT / 1000)
    table.add_row("Limit", *(f"{limit:.0f}" for limit in limits), "", "")
    Console().print(table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="for programs")
    chosen = parser.parse_args()
    site = Project.here().root / "site"
    if not (site / "index.html").is_file():
        sys.exit("there is no site to weigh: run `make site` first")
    found = weights(site)
    if chosen.json:
        print(json.dumps([asdict(weight) for weight in found], indent=1))
    else:
        show(found)
