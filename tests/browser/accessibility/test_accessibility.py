"""Every page, by axe-core and by hand: nothing may stand in anyone's way."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from axe import COLOURS, findings
from conftest import Open
from looking import NEXT_TABS, SETTLED


@pytest.fixture
def opened(open_context: Open, url: str) -> Iterator[object]:
    def open_page(name: str, scheme: str = "light", width: int = 1440) -> Page:
        size = {"width": width, "height": 800}
        page = open_context(viewport=size, color_scheme=scheme).new_page()
        page.goto(url + name)
        return page

    return open_page


def test_axe_finds_a_colour_that_is_too_pale_in_the_dark(opened) -> None:
    page = opened("introduction/", "dark")
    assert findings(page, look_for=COLOURS) == []
    page.evaluate("document.querySelector('article p').style.color = '#444'")
    found = findings(page, look_for=COLOURS)
    assert any("color-contrast" in each for each in found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_drawer(scheme: str, opened) -> None:
    page = opened("optimisation/", scheme, 360)
    page.locator(".md-header label[for='__drawer']").click()
    page.locator(".md-sidebar--primary").wait_for(state="visible")
    assert findings(page) == []


def test_axe_looks_when_the_hint_at_a_link_that_was_left_is_gone(
    opened,
) -> None:
    page = opened("introduction/")
    term = page.locator("a.term").first
    assert findings(page) == []
    term.focus()
    expect(page.locator(".md-tooltip2")).to_have_count(1)
    page.evaluate("document.activeElement.blur()")
    assert findings(page) == []


@pytest.mark.parametrize("within", [None, ".tabbed-set"])
def test_axe_finds_what_is_wrong(within: str | None, opened) -> None:
    page = opened("introduction/")
    assert findings(page, within) == []
    page.evaluate(
        "document.querySelectorAll('.tabbed-block')[1].innerHTML += '<img>'"
    )
    assert not any("image-alt" in each for each in findings(page, within))
    page.evaluate(NEXT_TABS)
    page.evaluate(SETTLED)
    assert any("image-alt" in each for each in findings(page, within))


@pytest.mark.parametrize("name", ["backpropagation/", "notation/"])
def test_a_screen_reader_meets_every_formula_as_mathematics(
    name: str, opened
) -> None:
    page = opened(name)
    tree = page.context.new_cdp_session(page).send(
        "Accessibility.getFullAXTree"
    )
    roles = [
        node["role"]["value"]
        for node in tree["nodes"]
        if not node["ignored"] and "role" in node
    ]
    told = sum(role in ("math", "MathMLMath") for role in roles)
    seen = page.evaluate(
        "[...document.querySelectorAll('math')]"
        ".filter((each) => each.checkVisibility()).length"
    )
    assert told == seen > 50


def test_motion_is_reduced_where_a_reader_asks_for_it(opened) -> None:
    page = opened("backpropagation/")
    longest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('*')].map((each) =>"
        " parseFloat(getComputedStyle(each).transitionDuration)))"
    )
    assert longest <= 0.001


def test_paper_is_light_even_if_the_screen_is_dark(opened) -> None:
    page = opened("backpropagation/", "dark")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(media="print", color_scheme="dark")
    sheet = page.locator("article p:not(.reading-time)").first
    expect(sheet).to_have_css("color", "rgb(28, 36, 48)")
    expect(body).to_have_css("background-color", "rgb(255, 255, 255)")
