"""How heavy the pages are for their reader, measured in a browser."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from lecture_site.browser.arriving import arrive
from lecture_site.finishing.built_site import BuiltSite

HTML_LIMIT, FIRST_LOAD_LIMIT = 100_000, 150_000
CARDS_LIMIT, GRID_LIMIT = 12_000, 48_000  # pictures of slides
# How far ahead Chromium loads pictures depends on the line; not every build
# of it knows a fast one when it sees one.
FAST_LINE = (
    "Network.emulateNetworkConditions",
    {
        "offline": False,
        "latency": 1,
        "downloadThroughput": -1,
        "uploadThroughput": -1,
        "connectionType": "wifi",
    },
)


@dataclass(frozen=True)
class Weight:
    """The weight of one page in bytes, compressed by ``gzip -9``.

    Parameters
    ----------
    page : str
        Its address, from the address of the site on.
    html : int
        The page itself.
    first_load : int
        The page with all that comes at a first visit before the reader does
        anything, the pictures in sight or near it included.
    requests : int
        How many files these are.
    pictures : int
        What of the first load are pictures of slides.
    """

    page: str
    html: int
    first_load: int
    requests: int
    pictures: int


def weigh_site(browser: Browser, address: str, site: Path) -> Iterator[Weight]:
    """Open every page of a site that is served and yield its weight."""
    sizes: dict[str, int] = {}
    for name in BuiltSite.read(site).addresses:
        window = browser.new_context(
            viewport={"width": 1440, "height": 900}, service_workers="block"
        )
        yield _weigh(window, address, name, sizes)
        window.close()


def _weigh(
    window: BrowserContext, address: str, name: str, sizes: dict[str, int]
) -> Weight:
    """Weigh a page; the sizes of files are asked for once for all pages."""
    page, loaded = window.new_page(), set[str]()
    window.new_cdp_session(page).send(*FAST_LINE)
    page.on("response", lambda answer: loaded.add(answer.url))
    arrive(page, address + name)
    files = [url for url in loaded if url.startswith("http")]
    for url in {*files} - sizes.keys():
        body = window.request.get(url).body()
        sizes[url] = len(gzip.compress(body, 9))
    return Weight(
        page=name,
        html=sizes[address + name],
        first_load=sum(sizes[url] for url in files),
        requests=len(files),
        pictures=sum(sizes[url] for url in files if url.endswith(".webp")),
    )
