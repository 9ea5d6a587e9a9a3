"""Which pages have cards, and what covers what on them."""

from functools import cache

from looking import SITE, html

NARROWEST_WITH_FLOATS = {"width": 1220, "height": 800}
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
def pages_with_cards() -> list[str]:
    """Return the pages that show slides in their sections."""
    pages = sorted(path.parent.name for path in SITE.glob("*/index.html"))
    return [page for page in pages if html(page).css_first(".slide-card")]
