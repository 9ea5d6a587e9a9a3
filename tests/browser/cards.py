"""Which pages have cards, and what the browser tells of them."""

from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

SITE = Path(__file__).resolve().parents[2] / "site"
PHONE = {"width": 360, "height": 740}
NARROWEST_WITH_FLOATS = {"width": 1220, "height": 800}
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
OVERLAPS = """() => {
  const wide = "h1, h2, h3, h4, figure, .highlight, .admonition, details, " +
    ".tabbed-set, .md-typeset__scrollwrap, .formula--display, .slide-card";
  const boxes = (selector) => [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility())
    .map((element) => [element, element.getBoundingClientRect()]);
  return boxes(".slide-card").flatMap(([card, a]) => boxes(wide)
    .filter(([other, b]) => other !== card && a.left < b.right &&
      b.left < a.right && a.top < b.bottom && b.top < a.bottom)
    .map(([other]) => other.outerHTML.slice(0, 80)));
}"""


@cache
def html(page: str) -> LexborHTMLParser:
    """Return a page of the built site."""
    text = (SITE / page / "index.html").read_text(encoding="utf-8")
    return LexborHTMLParser(text)


@cache
def pages_with_cards() -> list[str]:
    """Return the pages that show slides in their sections."""
    pages = sorted(path.parent.name for path in SITE.glob("*/index.html"))
    return [page for page in pages if html(page).css_first(".slide-card")]
