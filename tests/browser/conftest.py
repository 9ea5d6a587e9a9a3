"""The built site in a real browser: Chromium, without a window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from lecture_site.basics.project import Project
from lecture_site.browser.chromium import Chromium, find_chromium, no_browser
from terminal.local_server import serving

SITE = Path(__file__).resolve().parents[2] / "site"
# The worker that keeps pages would load them all in every test.
DEFAULTS = {"reduced_motion": "reduce", "service_workers": "block"}
# Milliseconds. A usual machine answers within five seconds; one that is
# twenty times slower, or busy, must not fail for that.
PATIENCE = 100_000
Open = Callable[..., BrowserContext]

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def chromium() -> Chromium:
    found = find_chromium(Project(SITE.parent))
    if not found:
        pytest.fail(str(no_browser()), pytrace=False)
    return found


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    """Return the address of the built site, which ends in a slash."""
    if not (SITE / "index.html").is_file():
        pytest.fail("no site to look at: run `make site` first", pytrace=False)
    with serving(SITE) as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium: Chromium) -> Iterator[Browser]:
    with chromium.started() as browser:
        yield browser


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Open]:
    """Return a function that opens a fresh window, closed after the test."""
    with windows(browser) as open_window:
        yield open_window


@contextmanager
def windows(browser: Browser) -> Iterator[Open]:
    """Give a function that opens windows, and close them in the end.

    Whatever a page asks of another host, or throws, is an error.
    """
    wrong: list[str] = []
    opened: list[BrowserContext] = []

    def open_window(**options: object) -> BrowserContext:
        window = browser.new_context(**(DEFAULTS | options))
        window.set_default_timeout(PATIENCE)
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
