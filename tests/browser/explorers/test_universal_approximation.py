"""A curve is drawn by hand, and bumps are dragged, added and merged."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import Open
from explored import Explored, link_to, named, opened, place, says

BUMPS = named("universal_approximation")
STACKED = "by=hand&curve=tent&bumps=0.1_0.5_1*0.6_0.8_0.5*0.85_0.95_-0.5"


def grip(page: Page, each: Explored = BUMPS) -> Locator:
    return place(page, each).locator(".plot__grip")


def bumps(page: Page) -> str:
    found = re.search(
        "bumps=([^&]*)", link_to(page, BUMPS).get_attribute("href") or ""
    )
    assert found
    return found[1].replace("%2A", "*")


def press(page: Page, name: str) -> None:
    place(page, BUMPS).get_by_role("button", name=name).click()


def test_a_fast_stroke_leaves_no_gap(open_context: Open, url: str) -> None:
    page, said = opened(open_context, url, BUMPS, "curve=tent")
    box = grip(page).locator("xpath=../..").bounding_box()
    assert box is not None
    left, right = box["x"] + 60, box["x"] + box["width"] - 20
    level = box["y"] + box["height"] / 3
    page.mouse.move(left, level)
    page.mouse.down()
    page.mouse.move(right, level)
    page.mouse.up()
    expect(place(page, BUMPS).get_by_label("Curve", exact=True)).to_have_value(
        "drawn"
    )
    href = link_to(page, BUMPS).get_attribute("href") or ""
    drawn = re.search("drawn=([^&]*)", href)
    assert drawn
    heights = drawn[1].split("_")
    assert len(heights) == 33
    assert len(set(heights[1:-1])) == 1
    assert said == []


def test_the_pencil_goes_along_a_curve_and_nudges_it(
    open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, BUMPS, "curve=jump")
    grip(page).focus()
    page.keyboard.press("ArrowRight")
    expect(grip(page)).to_have_attribute("aria-valuenow", "10")
    expect(place(page, BUMPS).get_by_label("Curve", exact=True)).to_have_value(
        "jump"
    )
    page.keyboard.press("ArrowUp")
    expect(place(page, BUMPS).get_by_label("Curve", exact=True)).to_have_value(
        "drawn"
    )
    expect(grip(page)).to_have_attribute(
        "aria-valuetext", "point 10 of 33, 0.05 high"
    )


def test_merging_keeps_the_area_and_taking_away_what_is_left(
    open_context: Open, url: str
) -> None:
    page, said = opened(open_context, url, BUMPS, STACKED)
    press(page, "Merge with its neighbour")
    # (0.4 · 1 + 0.2 · 0.5) / 0.7
    assert bumps(page) == "0.1_0.8_0.71*0.85_0.95_-0.5"
    press(page, "Choose the next")
    press(page, "Take it away")
    assert bumps(page) == "0.1_0.8_0.71"
    for name in ("Merge with its", "Take it away", "Choose the next"):
        button = place(page, BUMPS).get_by_role("button", name=name)
        expect(button).to_be_disabled()
    assert said == []


def test_a_bump_is_added_where_it_is_missed_most(
    open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, BUMPS, STACKED)
    worst = re.search(
        r"at x = ([0-9]+\.?[0-9]*)\.", says(page, BUMPS).text_content() or ""
    )
    assert worst
    press(page, "Add a bump")
    left, right, _ = map(float, bumps(page).split("*")[-1].split("_"))
    assert (left + right) / 2 == pytest.approx(float(worst[1]), abs=0.02)
    for _ in range(4):
        press(page, "Add a bump")
    button = place(page, BUMPS).get_by_role("button", name="Add a bump")
    expect(button).to_be_disabled()


def test_edges_never_cross(open_context: Open, url: str) -> None:
    page, said = opened(open_context, url, BUMPS, STACKED)
    place(page, BUMPS).get_by_label("Left edge", exact=True).focus()
    page.keyboard.press("End")
    assert bumps(page).startswith("0.48_0.5_1")
    assert said == []
