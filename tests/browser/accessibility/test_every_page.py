"""Every page, opened once: what is seen of it, whoever looks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import material
import pytest
from playwright.sync_api import Browser, Page

from axe import ALL_BUT_COLOURS, COLOURS, EVERYTHING, findings
from conftest import windows
from delivered import COUNT_VIOLATIONS, page_names, watched
from lecture_site.browser.arriving import arrive
from lecture_site.finishing.weight.css_rules import Rule, read_rules
from looking import (
    NEXT_TABS,
    OPEN_ALL,
    SETTLED,
    SHIFTS,
    SITE,
    WATCH_SHIFTS,
    draw_when_read,
    switch_to,
)

WIDTHS = (1440, 768, 360)
HEIGHT = 800
AROUND_THE_TEXT = "header, footer, nav"
THEME = Path(material.__file__).parent / "templates/assets/stylesheets"
LEAVE = "document.activeElement.blur(); scrollTo(0, 0)"
FIRST_TABS = """() => document.querySelectorAll(
  ".tabbed-set > input:first-child").forEach((tab) => tab.click())"""


FOCUSED = """() => {
  const here = document.activeElement;
  // A hidden switch is seen through its label.
  const seen = here.matches(".md-option")
    ? here.nextElementSibling : here.labels?.[0] ?? here;
  const box = seen.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(seen);
  return {
    what: here.outerHTML.slice(0, 120),
    isSeen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    isMarked: outlineStyle !== "none" && parseFloat(outlineWidth) > 0,
  };
}"""


@dataclass(frozen=True)
class Seen:
    """A page, and what was noticed while it came."""

    page: Page
    said: list[str]
    shifts: list[Any]


@pytest.fixture(scope="module", params=page_names() if SITE.exists() else [])
def seen(
    request: pytest.FixtureRequest, browser: Browser, url: str
) -> Iterator[Seen]:
    """Open a page once for all that only look at it."""
    with windows(browser) as open_window:
        size = {"width": WIDTHS[0], "height": HEIGHT}
        window = open_window(viewport=size, color_scheme="light")
        window.add_init_script(WATCH_SHIFTS + COUNT_VIOLATIONS)
        window.route("**/", draw_when_read)
        page, said = watched(window)
        arrive(page, url + request.param)
        yield Seen(page, said, page.evaluate(SHIFTS))


def test_nothing_moves_as_a_page_loads(seen: Seen) -> None:
    assert seen.shifts == []


def test_the_keyboard_is_seen_wherever_it_is(seen: Seen) -> None:
    """It comes early: nothing was touched, so that it begins at the top."""
    page = seen.page
    page.keyboard.press("Tab")
    if page.locator("a.md-skip").count():
        assert "md-skip" in page.evaluate(FOCUSED)["what"]
    for _ in range(12):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        assert here["isSeen"], here["what"]
        assert here["isMarked"], here["what"]
    page.evaluate(LEAVE)
    ranked = page.locator("[tabindex]").evaluate_all(
        "all => all.filter((each) => each.tabIndex > 0).length"
    )
    assert ranked == 0


def test_axe_finds_nothing_at_any_width_with_all_open(
    seen: Seen, every_width: bool
) -> None:
    """A text has one colour at all widths; what is around it may change.

    Every week the colours of everything are looked at, at every width.
    """
    scan(seen.page, WIDTHS[0])
    for width in WIDTHS[1:]:
        if every_width:
            scan(seen.page, width)
        else:
            scan(seen.page, width, ALL_BUT_COLOURS)
            assert findings(seen.page, AROUND_THE_TEXT, COLOURS) == [], width


def test_axe_finds_nothing_in_the_dark(seen: Seen, every_width: bool) -> None:
    """Colours at one width; every week all rules at every width."""
    seen.page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
    switch_to(seen.page, "dark")
    for width in WIDTHS if every_width else WIDTHS[:1]:
        scan(seen.page, width, EVERYTHING if every_width else COLOURS)
    seen.page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
    switch_to(seen.page, "light")


@pytest.fixture(scope="module")
def every_width(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("every_width"))


def scan(
    page: Page, width: int, look_for: Mapping[str, Any] = EVERYTHING
) -> None:
    """Look at a page with all open, and at every tab."""
    page.evaluate(OPEN_ALL)
    page.evaluate(FIRST_TABS)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.evaluate(SETTLED)
    assert findings(page, None, look_for) == [], f"{width} pixels"
    while page.evaluate(NEXT_TABS):
        page.evaluate(SETTLED)
        assert findings(page, ".tabbed-set", look_for) == [], "another tab"


def test_no_page_scrolls_sideways_on_a_phone_or_at_400_per_cent(
    seen: Seen,
) -> None:
    seen.page.evaluate(OPEN_ALL)
    for width in (360, 320):  # 1280 pixels at 400 per cent are 320
        seen.page.set_viewport_size({"width": width, "height": HEIGHT})
        wide = "document.scrollingElement.scrollWidth"
        assert seen.page.evaluate(wide) <= width


def test_every_figure_says_what_it_shows(seen: Seen) -> None:
    figures = seen.page.locator("article svg[role=img] > title")
    texts = figures.all_text_contents()
    assert all(len(text.split()) >= 5 for text in texts), texts
    count = seen.page.locator("article svg[role=img]").count()
    assert len(texts) == count
    assert seen.page.locator("img:not([alt])").count() == 0


def test_no_rule_that_was_dropped_fits_anything(
    seen: Seen, dropped: list[str]
) -> None:
    assert len(dropped) > 300
    assert seen.page.evaluate(FITTING, dropped) == []


def test_no_page_breaks_the_policy_in_either_scheme(seen: Seen) -> None:
    """It comes last: the page has been in both schemes and at all widths."""
    assert seen.page.evaluate("window.violations") == []
    assert seen.said == []


@pytest.fixture(scope="module")
def dropped() -> list[str]:
    """Return the rules of the theme that its readers are not sent."""
    return sorted(theme_selectors(THEME) - theme_selectors(SITE))


# A state, such as being pointed at, is taken as given.
FITTING = r"""(selectors) => selectors.filter((selector) => {
  const kept = "not|is|where|has|nth|root|first-child|last-child|only-child";
  const state = new RegExp(`::?(?!${kept})[\w-]+`, "g");
  const still = selector.replace(state, "");
  try { return still && document.querySelector(still); }
  catch { return false; }
})"""


def theme_selectors(folder: Path) -> set[str]:
    names = ("main.*.css", "palette.*.css")
    files = [path for name in names for path in folder.rglob(name)]
    assert len(files) == len(names)
    texts = [file.read_text(encoding="utf-8") for file in files]
    return {s for text in texts for s in selectors(read_rules(text))}


def selectors(rules: list[Rule]) -> list[str]:
    inner = [selectors(rule.rules or []) for rule in rules]
    own = [rule.head for rule in rules if rule.selectors]
    return [name for names in [*own, *inner] for name in names]
