"""When a page that a program opened is ready to be looked at."""

from __future__ import annotations

from playwright.sync_api import Page

# Half a second in which nothing came, and then a processor that has time.
QUIET = """() => new Promise((tell) => {
  let quiet;
  const wait = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => requestIdleCallback(tell), 500);
  };
  new PerformanceObserver(wait).observe({ type: "resource" });
  wait();
})"""


def arrive(page: Page, address: str) -> None:
    """Go to a page, and wait until its scripts have prepared it."""
    page.goto(address)
    settle(page)


def settle(page: Page) -> None:
    """Wait until a page has loaded, and has come to rest.

    Playwright's "networkidle" is also said of a page that is still being
    read: on a slow processor, half a second without a request is soon over.
    """
    page.wait_for_load_state("load")
    page.evaluate(QUIET)
