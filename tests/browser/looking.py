"""Where the tests of the browser look, and what they ask of a page."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

SITE = Path(__file__).resolve().parents[2] / "site"
PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1440, "height": 900}

# Counts every shift, from before anything is drawn.
WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const moved = entry.sources.map(({ node }) =>
      node && (node.className || node.parentElement?.outerHTML.slice(0, 90)));
    window.shifts.push([entry.value, moved]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
# Two frames later, what was moved has been told.
SHIFTS = """() => new Promise((tell) => requestAnimationFrame(() =>
  requestAnimationFrame(() => setTimeout(() => tell(window.shifts)))))"""
OPEN_ALL = """() => {
  document.querySelectorAll("details").forEach((each) => each.open = true);
}"""
NEXT_TABS = """() => {
  const sets = [...document.querySelectorAll(".tabbed-set")];
  const next = sets.map((set) => {
    const tabs = [...set.querySelectorAll(":scope > input")];
    return tabs[tabs.findIndex((tab) => tab.checked) + 1];
  }).filter(Boolean);
  next.forEach((tab) => tab.click());
  return next.length > 0;
}"""
# Two frames later, what was asked for is drawn, and what scrolls has been
# found and can be reached by key.
SETTLED = """() => new Promise((tell) =>
  requestAnimationFrame(() => requestAnimationFrame(tell)))"""


@cache
def html(page: str) -> LexborHTMLParser:
    """Return a page of the built site."""
    text = (SITE / page / "index.html").read_text(encoding="utf-8")
    return LexborHTMLParser(text)


def draw_when_read(route: Route) -> None:
    """Let a page be drawn first when all of it has been read.

    On a busy machine half a table may be drawn, which grows with its rows.
    """
    answer = route.fetch()
    wait = '<head><link rel="expect" href="#__config" blocking="render">'
    html = answer.text().replace("<head>", wait, 1)
    assert wait in html
    assert 'id="__config"' in html
    route.fulfill(response=answer, body=html)


def switch_to(page: Page, scheme: str) -> None:
    inside = {"dark": "slate", "light": "default"}[scheme]
    body = page.locator("body")
    if body.get_attribute("data-md-color-scheme") != inside:
        page.locator(".md-header [for^=__palette]:visible").click()
    expect(body).to_have_attribute("data-md-color-scheme", inside)
