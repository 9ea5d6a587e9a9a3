"""What the tests of the delivered site share."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from lecture_site.finishing.built_site import BuiltSite
from looking import SITE

COUNT_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (e) =>
  window.violations.push(`${e.effectiveDirective} ${e.blockedURI}`));
"""


def page_names() -> list[str]:
    """Return the address of every page, from that of the site on."""
    return BuiltSite.read(SITE).addresses


def watched(window: BrowserContext) -> tuple[Page, list[str]]:
    """Open a page that notes what the console and failed requests say."""
    page, said = window.new_page(), list[str]()
    page.on(
        "console",
        lambda message: (
            said.append(message.text)
            if message.type in ("error", "warning")
            and "blocked by Playwright" not in message.text
            else None
        ),
    )
    page.on(
        "requestfailed",
        lambda request: (
            said.append(f"{request.url}: {request.failure}")
            # The page was left before its icon had come.
            if request.failure != "net::ERR_ABORTED"
            else None
        ),
    )
    return page, said


def file_at(url: str, address: str) -> Path:
    """Return the file of the site that a server sends for an address."""
    path = address.removeprefix(url).partition("#")[0].partition("?")[0]
    file = SITE / path
    return file / "index.html" if file.is_dir() else file
