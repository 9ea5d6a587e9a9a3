"""Pages are light, and light by leaving out only what nobody sees."""

from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, Page, expect

from conftest import Open
from delivered import page_names
from lecture_site.browser.arriving import arrive
from lecture_site.checks.page_weight import (
    CARDS_LIMIT,
    FIRST_LOAD_LIMIT,
    GRID_LIMIT,
    HTML_LIMIT,
    weigh_site,
)
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.weight.math_font import FONT, signs_of
from looking import PHONE, SHIFTS, SITE, WATCH_SHIFTS, WIDE, draw_when_read

SOURCE = SITE.parent / "docs" / FONT


def test_every_page_keeps_the_limits_of_weight(
    url: str, browser: Browser
) -> None:
    weights = list(weigh_site(browser, url, SITE))
    assert len(weights) == len(page_names())
    for weight in weights:
        assert weight.html <= HTML_LIMIT, weight
        assert weight.first_load <= FIRST_LOAD_LIMIT, weight
        is_grid = weight.page == "slides/"
        pictures_limit = GRID_LIMIT if is_grid else CARDS_LIMIT
        assert weight.pictures <= pictures_limit, weight


@pytest.mark.usefixtures("url")
def test_every_picture_is_lazy_and_has_its_size() -> None:
    pages = BuiltSite.read(SITE).pages
    pictures = [p.attributes for page in pages for p in page.tree.css("img")]
    assert pictures
    for picture in pictures:
        assert picture["loading"] == "lazy"
        assert {"width", "height"} <= picture.keys()


@pytest.mark.usefixtures("url")
def test_the_served_font_has_every_sign_with_all_its_sizes() -> None:
    source, served = TTFont(SOURCE), TTFont(BytesIO(served_font()))
    cmap = served.getBestCmap()
    signs = set().union(*map(signs_of, BuiltSite.read(SITE).pages))
    shown = {ord(sign) for sign in signs if not sign.isspace()}
    assert shown & source.getBestCmap().keys() == shown & cmap.keys()
    glyphs = {cmap[code] for code in shown if code in cmap}
    for way in ("Vert", "Horiz"):
        wanted = sizes(source, way, glyphs)
        assert wanted
        assert sizes(served, way, glyphs) == wanted
    assert len(served_font()) < SOURCE.stat().st_size * 0.6


def served_font() -> bytes:
    coded = (
        read(SITE / "assets/site.css")
        .partition("base64,")[2]
        .partition('"')[0]
    )
    return b64decode(coded)


def sizes(font: TTFont, way: str, glyphs: set[str]) -> dict[str, list[int]]:
    """Return the larger forms and the parts of glyphs that stretch."""
    variants = font["MATH"].table.MathVariants
    covered = getattr(variants, f"{way}GlyphCoverage").glyphs
    made = getattr(variants, f"{way}GlyphConstruction")
    pairs = zip(covered, made, strict=True)
    return {name: forms(how) for name, how in pairs if name in glyphs}


def forms(how: Any) -> list[int]:
    larger = [v.AdvanceMeasurement for v in how.MathGlyphVariantRecord]
    parts = how.GlyphAssembly.PartRecords if how.GlyphAssembly else []
    return larger + [part.FullAdvance for part in parts]


@pytest.mark.parametrize("name", ["backpropagation/", "labs/twenty_layers/"])
def test_formulas_look_as_with_the_whole_font(
    name: str, url: str, open_context: Open
) -> None:
    page = open_context(viewport=WIDE).new_page()
    page.goto(url + name)
    cut = boxes_of_formulas(page)
    page = open_context(viewport=WIDE).new_page()
    whole = "@font-face{font-family:whole;src:url(data:font/woff2;base64,"
    whole += f"{b64encode(SOURCE.read_bytes()).decode()})}}"
    page.goto(url + name)
    page.evaluate(USE_FONT, f"{whole}math{{font-family:whole!important}}")
    assert len(cut) > 100
    for ours, theirs in zip(cut, boxes_of_formulas(page), strict=True):
        # Hinting looks at all letters of a font: a pixel may be another.
        assert ours == pytest.approx(theirs, abs=1.1)


# Added by a script, a style is no matter of the policy.
USE_FONT = """async (style) => {
  const sheet = await new CSSStyleSheet().replace(style);
  document.adoptedStyleSheets = [sheet];
  await document.fonts.load("16px whole");
}"""


def boxes_of_formulas(page: Page) -> list[list[float]]:
    page.evaluate("document.fonts.ready")
    boxes: list[list[float]] = page.locator("math *").evaluate_all(
        "all => all.map((e) => e.getBoundingClientRect())"
        ".map((box) => [box.width, box.height])"
    )
    return boxes


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_nothing_moves_as_a_page_loads_on_a_phone(
    url: str, open_context: Open
) -> None:
    window = open_context(viewport=PHONE)
    window.add_init_script(WATCH_SHIFTS)
    window.route("**/", draw_when_read)
    page = window.new_page()
    for name in page_names():
        arrive(page, url + name)
        assert page.evaluate(SHIFTS) == [], name


def test_a_table_has_its_frame_with_and_without_the_script(
    url: str, open_context: Open
) -> None:
    for script in (True, False):
        page = open_context(java_script_enabled=script).new_page()
        page.goto(f"{url}regularisation/")
        expect(page.locator(f"{FRAME} > table")).not_to_have_count(0)
        expect(page.locator(f"table:not({FRAME} > *)")).to_have_count(0)
        expect(page.locator(f"{FRAME} {FRAME}")).to_have_count(0)


FRAME = ".md-typeset__scrollwrap > .md-typeset__table"
