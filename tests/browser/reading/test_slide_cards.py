"""Slides in the sections: readable, reachable, and they move nothing."""

from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Page, Route, expect

from cards import NARROWEST_WITH_FLOATS, OVERLAPS, pages_with_cards
from conftest import Open
from lecture_site.browser.arriving import settle
from looking import PHONE, SHIFTS, SITE, WATCH_SHIFTS, WIDE, html

PAGE = "introduction/"
FOCUS_BEFORE = """card => [...document.links].filter(
  link => card.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_PRECEDING
).at(-1).focus()"""
CARD = ".slide-card:not(.slide-card--again)"
TITLE = f"{CARD} .slide-card__title a"
CHOSEN = "image => image.currentSrc.split('#')[0]"
BOXES = "all => all.map((e) => JSON.stringify(e.getBoundingClientRect()))"


@pytest.mark.usefixtures("url")
def test_every_lecture_page_has_cards() -> None:
    assert len(pages_with_cards()) == 13


@pytest.mark.usefixtures("url")
def test_every_way_of_every_card_leads_somewhere() -> None:
    slides = {e.id for e in html("slides").css(".slide-entry")}
    for page in pages_with_cards():
        ids = {e.id for e in html(page).css("[id]")}
        for way in html(page).css(".slide-card a"):
            address = urljoin(f"/{page}/", way.attrs["href"])
            path, fragment = urldefrag(address)
            if path == f"/{page}/":
                assert fragment in ids
            elif path == "/slides/":
                assert fragment in slides
            else:
                assert path == "/slides/lecture.pdf"
                number = int(fragment.removeprefix("page="))
                assert f"slide-{number}" in slides


@pytest.mark.usefixtures("url")
def test_every_picture_of_every_card_is_there() -> None:
    for page in [*pages_with_cards(), "slides"]:
        for picture in html(page).css("img[src*=slides]"):
            source, theme = urldefrag(picture.attrs["src"])
            choices = picture.attrs.get("srcset", "").split(", ")
            for way in filter(None, [source, *choices]):
                path = urljoin(f"/{page}/", way.split()[0])
                assert (SITE / path.removeprefix("/")).is_file()
                assert f"{theme.removeprefix('only')}-" in path


def test_the_title_leads_to_the_large_slide(
    url: str, open_context: Open
) -> None:
    page = open_context(viewport=WIDE).new_page()
    page.goto(url + PAGE)
    page.locator(TITLE).first.click()
    expect_large(page)


def test_the_next_slide_is_one_further(url: str, open_context: Open) -> None:
    page = open_context(viewport=WIDE).new_page()
    page.goto(url + PAGE)
    shown = page.locator(TITLE).first.get_attribute("href")
    page.locator(f"{CARD} >> text=Next slide").first.click()
    expect_large(page)
    assert number_of(page.url) == number_of(str(shown)) + 1


def number_of(address: str) -> int:
    return int(address.partition("#slide-")[2])


def expect_large(page: Page) -> None:
    """Expect the chosen slide to be seen sharply, over the whole width."""
    large = page.locator(".slide-entry:target")
    expect(large).to_be_in_viewport()
    assert f"slide-{number_of(page.url)}" == large.get_attribute("id")
    grid = page.locator(".slide-grid", has=large)
    ours, whole = large.bounding_box(), grid.bounding_box()
    assert ours
    assert whole
    assert ours["width"] == pytest.approx(whole["width"], abs=1)
    shown = page.locator(".slide-entry__large:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_have_js_property("complete", True)
    assert shown.evaluate(CHOSEN).endswith("-1440.webp")
    boxes = large.locator("img:visible").evaluate_all(BOXES)
    assert len(boxes) == 2
    assert boxes[0] == boxes[1]


def test_the_keyboard_reaches_title_pdf_and_next_once(
    url: str, open_context: Open
) -> None:
    page = open_context(viewport=WIDE).new_page()
    page.goto(url + PAGE)
    card = page.locator(CARD).first
    card.evaluate(FOCUS_BEFORE)
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        inside = focus.evaluate("(e) => e.closest('.slide-card') !== null")
        reached.append(focus.inner_text() if inside else "outside")
    title = card.locator(".slide-card__title").inner_text()
    assert reached == [title, "PDF", "Next slide", "outside"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen_and_enter_opens_the_large_slide(
    scheme: str, url: str, open_context: Open
) -> None:
    page = open_context(viewport=WIDE, color_scheme=scheme).new_page()
    page.goto(url + PAGE)
    card = page.locator(CARD).first
    card.evaluate(FOCUS_BEFORE)
    page.keyboard.press("Tab")
    focus = page.locator(":focus")
    expect(focus).to_have_css("outline-style", "solid")
    assert focus.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)")
    page.keyboard.press("Enter")
    page.wait_for_url("**/slides/#slide-*")
    expect_large(page)


def test_cards_cover_nothing_leave_the_text_room_and_fit_a_phone(
    url: str, open_context: Open
) -> None:
    page = open_context().new_page()
    for name in [*pages_with_cards(), "slides"]:
        page.set_viewport_size(WIDE)
        page.goto(f"{url}{name}/", wait_until="domcontentloaded")
        for size in (WIDE, NARROWEST_WITH_FLOATS):
            page.set_viewport_size(size)
            assert page.evaluate(OVERLAPS) == [], name
            assert all(room >= 400 for room in rooms_beside(page)), name
        page.set_viewport_size(PHONE)
        assert page.evaluate(OVERLAPS) == [], name
        expect_everything_on_the_phone(page)


def rooms_beside(page: Page) -> list[float]:
    """Return how many pixels each floating card leaves to the text."""
    found: list[float] = page.locator(".slide-card").evaluate_all(
        "all => all.map((e) => e.getBoundingClientRect().left -"
        " e.parentElement.getBoundingClientRect().left)"
    )
    return found


def expect_everything_on_the_phone(page: Page) -> None:
    page.evaluate(
        "document.querySelectorAll('details').forEach(d => d.open = true)"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    boxes = page.locator(".slide-card, .slide-entry").evaluate_all(
        "all => all.map((e) => [getComputedStyle(e).float,"
        " e.getBoundingClientRect().left, e.scrollWidth])"
    )
    assert boxes
    for floating, left, width in boxes:
        assert floating == "none", page.url
        assert 0 <= left <= left + width <= 360, page.url


@pytest.mark.parametrize("size", [PHONE, WIDE])
@pytest.mark.parametrize("name", [PAGE, "slides/"])
def test_nothing_moves_when_late_pictures_arrive(
    name: str, size: dict[str, int], url: str, open_context: Open
) -> None:
    held: list[Route] = []
    page = open_context(viewport=size).new_page()
    page.add_init_script(WATCH_SHIFTS)
    page.route("**/*.webp", lambda route: held.append(route))
    page.goto(url + name, wait_until="domcontentloaded")
    assert page.evaluate(SHIFTS) == []
    page.locator(f"{CARD}, .slide-entry").first.scroll_into_view_if_needed()
    page.evaluate(SHIFTS)
    assert held
    for route in held:
        route.continue_()
    settle(page)
    assert page.evaluate(SHIFTS) == []


@pytest.mark.parametrize("name", [PAGE, "slides/"])
def test_nothing_moves_when_all_pictures_come_at_once(
    name: str, url: str, open_context: Open
) -> None:
    page = open_context(viewport=WIDE).new_page()
    page.add_init_script(WATCH_SHIFTS)
    page.goto(url + name, wait_until="domcontentloaded")
    page.evaluate(
        "document.querySelectorAll('img').forEach(i => i.loading = 'eager')"
    )
    settle(page)
    assert page.evaluate(SHIFTS) == []


def test_pictures_change_with_the_palette(
    url: str, open_context: Open
) -> None:
    page = open_context(viewport=WIDE, color_scheme="light").new_page()
    page.goto(url + PAGE)
    assert themes(page) == {"light"}
    page.get_by_title("Switch to the dark theme").click()
    expect(page.locator("body")).to_have_attribute(
        "data-md-color-scheme", "slate"
    )
    assert themes(page) == {"dark"}


def themes(page: Page) -> set[str]:
    """Return the theme of each card's only picture that is seen."""
    shown = page.locator(f"{CARD} img:visible")
    assert shown.count() == page.locator(CARD).count()
    sources = shown.evaluate_all("all => all.map((image) => image.src)")
    return {source.rpartition("-")[2] for source in sources}


def test_cards_outlive_instant_navigation_to_and_fro(
    url: str, open_context: Open
) -> None:
    page = open_context(viewport=WIDE, color_scheme="dark").new_page()
    page.route("**/sitemap.xml", lambda route: answer_sitemap(route, url))
    page.goto(url + PAGE)
    page.evaluate("window.stayed = true")
    page.locator(TITLE).first.click()
    page.wait_for_url("**/slides/#slide-*")
    expect_large(page)
    page.go_back()
    page.wait_for_url(f"**/{PAGE}")
    expect(page.locator(CARD).first).to_be_visible()
    assert themes(page) == {"dark"}
    page.locator(f"{CARD} >> text=Next slide").first.click()
    page.wait_for_url("**/slides/#slide-*")
    expect_large(page)
    assert page.evaluate("window.stayed")


def answer_sitemap(route: Route, url: str) -> None:
    """Tell the theme which pages it may fetch, as on the published site."""
    entries = "".join(
        f"<url><loc>{url}{name}/</loc></url>"
        for name in [*pages_with_cards(), "slides"]
    )
    body = f"<urlset>{entries}</urlset>"
    route.fulfill(body=body, content_type="application/xml")


def test_without_javascript_the_cards_are_read_and_followed(
    url: str, open_context: Open
) -> None:
    page = open_context(viewport=WIDE, java_script_enabled=False).new_page()
    page.goto(url + PAGE)
    card = page.locator(CARD).first
    expect(card.locator("img:visible")).to_have_count(1)
    card.locator(".slide-card__title a").click()
    page.wait_for_url("**/slides/#slide-*")
    expect(page.locator(".slide-entry:target")).to_be_in_viewport()


def test_on_paper_a_card_is_its_title(url: str, open_context: Open) -> None:
    page = open_context(viewport=WIDE).new_page()
    page.goto(url + PAGE)
    page.emulate_media(media="print")
    expect(page.locator(TITLE).first).to_be_visible()
    for useless in ("__picture", "__links", "--again"):
        useless = f".slide-card{useless}"
        expect(page.locator(useless)).not_to_have_count(0)
        expect(page.locator(f"{useless}:visible")).to_have_count(0)
