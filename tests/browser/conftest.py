"""The built site in a real browser: this machine's Chromium, headless."""

import functools
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

SITE = Path(__file__).resolve().parents[2] / "site"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Nothing is asked of the network, and no sandbox is needed for own pages.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# The worker that keeps pages would load them all in every test.
DEFAULTS = {"reduced_motion": "reduce", "service_workers": "block"}
Open = Callable[..., BrowserContext]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def chromium() -> str:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.fail(
            "no Chromium: `apt-get install chromium` installs it",
            pytrace=False,
        )
    return found


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    """Return the address of the built site, which ends in a slash."""
    if not (SITE / "index.html").is_file():
        pytest.fail("no site to look at: run `make site` first", pytrace=False)
    handler = functools.partial(_Quiet, directory=SITE)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=FLAGS
        )
        yield browser
        browser.close()


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Open]:
    """Return a function that opens a fresh window, closed after the test.

    Whatever a page asks of another host, or throws, fails the test.
    """
    wrong: list[str] = []
    opened: list[BrowserContext] = []

    def open_window(**options: object) -> BrowserContext:
        window = browser.new_context(**(DEFAULTS | options))
        window.on("request", lambda request: note_foreign(request.url, wrong))
        window.on("weberror", lambda thrown: wrong.append(str(thrown.error)))
        opened.append(window)
        return window

    yield open_window
    for window in opened:
        window.close()
    assert wrong == []


def note_foreign(address: str, wrong: list[str]) -> None:
    published = "https://someone.github.io/lecture/"  # answered by the test
    own = ("http://127.0.0.1:", "data:", "blob:", "file:", published)
    if not address.startswith(own):
        wrong.append(f"a request leaves the site: {address}")
