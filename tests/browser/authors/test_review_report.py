"""The review report in a browser: decided by keys, read by everyone."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from axe import findings
from conftest import Open
from looking import PHONE, WIDE
from samples import DECK, LINKS, NOTES
from slide_aligner.links.pins import Pin, read_pins
from slide_aligner.review.page import review_page
from slide_aligner.review.server import ReviewServer


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReviewServer]:
    """Serve a report of three sections and a deck of four slides."""
    picture = tmp_path / "slide.webp"
    Image.new("RGB", (320, 180), "navy").save(picture)
    addresses = {("deck", n): f"pictures/{n}.webp" for n in range(1, 5)}
    html = review_page(
        LINKS, {"notes.md": NOTES}, [DECK], addresses, save="pins"
    )
    files = dict.fromkeys(addresses.values(), picture)
    with ReviewServer(html, files, tmp_path / "slide_pins.json") as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def decided(page: Page, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
    expect(page.locator("#status")).to_have_text("Saved")


def test_keys_accept_reject_and_move(
    server: ReviewServer, open_context: Open
) -> None:
    page = open_context(viewport=WIDE).new_page()
    page.goto(server.url)
    decided(page, "r")
    decided(page, "m")
    page.locator(".move input:visible").fill("4")
    page.keyboard.press("Enter")
    decided(page, "a")
    expect(page.locator("#count")).to_have_text("3 of 3 decided")
    assert read_pins(server.pins) == [
        Pin("notes.md", "chain-rule", "deck", LINKS[1].slides),
        Pin("notes.md", "gradients", "deck", (4,)),
        Pin("notes.md", "vanishing-gradients", "deck", ()),
    ]


def test_undo_takes_the_last_decision_back(
    server: ReviewServer, open_context: Open
) -> None:
    page = open_context(viewport=WIDE).new_page()
    page.goto(server.url)
    decided(page, "r")
    expect(page.locator("#count")).to_have_text("1 of 3 decided")
    decided(page, "u")
    expect(page.locator("#count")).to_have_text("0 of 3 decided")
    assert read_pins(server.pins) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_a_phone_does_not_scroll_sideways(
    scheme: str, server: ReviewServer, open_context: Open
) -> None:
    page = open_context(viewport=WIDE, color_scheme=scheme).new_page()
    page.goto(server.url)
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
