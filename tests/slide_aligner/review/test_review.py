"""The report shows all that a decision needs, and runs nothing it is told."""

import base64
import hashlib
import http.client
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from samples import DECK, LINKS, NOTES
from slide_aligner.documents import Deck, Evidence, Slide
from slide_aligner.links.pins import Pin, read_pins
from slide_aligner.review.page import (
    need_of_review,
    picture_address,
    review_page,
)
from slide_aligner.review.server import ReviewServer

EVIL = '</script><script>alert(1)</script><img src=x onerror="alert(1)">'
PICTURES = {("deck", n): f"pictures/{n}.webp" for n in range(1, 5)}


def page(**changes: Any) -> str:
    given: dict[str, Any] = {
        "links": LINKS,
        "notes": {"notes.md": NOTES},
        "decks": [DECK],
        "pictures": PICTURES,
    }
    return review_page(**(given | changes))


def data_in(html: str) -> Any:
    match = re.search(
        r'<script type="application/json" id="data">(.*?)</script>', html
    )
    assert match
    return json.loads(match[1])


class Elements(HTMLParser):
    """Collects start tags, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, str]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.raw.append((self.cdata_elem, data))
        else:
            self.text += data


def test_a_section_has_its_heading_lines_confidence_and_evidence() -> None:
    text = " ".join(Elements(page()).text.split())
    assert "notes.md, line 5 Chain rule Multiply the derivatives." in text
    assert "Decision insert Confidence 90 % Words derivatives" in text
    assert "Title Chain rule Order after slide 1" in text


def test_the_pictures_and_titles_of_all_slides_can_be_chosen() -> None:
    slides = data_in(page())["decks"]["deck"]
    assert [slide["picture"] for slide in slides] == list(PICTURES.values())
    assert [slide["title"] for slide in slides] == [
        slide.title for slide in DECK.slides
    ]


def test_what_needs_a_decision_comes_first() -> None:
    sections = [link["section"] for link in data_in(page())["links"]]
    assert sections == ["vanishing-gradients", "gradients", "chain-rule"]


def test_what_is_pinned_comes_last() -> None:
    pinned = replace(LINKS[2], pinned=True)
    assert max([*LINKS[:2], pinned], key=need_of_review) == pinned


def test_the_filter_counts_each_decision() -> None:
    text = Elements(page()).text
    for option in ("insert (1)", "review (1)", "skip (1)", "sections (3)"):
        assert option in text


def test_script_in_titles_and_notes_is_text() -> None:
    evil_link = replace(
        LINKS[1],
        heading=EVIL,
        reason=EVIL,
        evidence=Evidence((EVIL,), EVIL, EVIL),
        notes=f"{EVIL}.md",
    )
    evil_deck = Deck("deck", (Slide(1, EVIL, EVIL), *DECK.slides[1:]))
    html = page(links=[evil_link], decks=[evil_deck])
    elements = Elements(html)
    names = [tag for tag, _ in elements.tags]
    assert names.count("script") == 2
    assert not any("onerror" in attrs for _, attrs in elements.tags)
    assert elements.text.count("alert(1)") >= 5
    assert data_in(html)["decks"]["deck"][0]["title"] == EVIL


def test_the_policy_allows_this_script_and_this_style_only() -> None:
    elements = Elements(page())
    policy = next(
        attrs["content"]
        for tag, attrs in elements.tags
        if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy
    assert policy.startswith("default-src 'none'; ")
    for kind, text in elements.raw:
        if text.startswith("{"):
            continue
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest())
        assert f"{kind}-src 'sha256-{digest.decode()}'" in policy
    assert "unsafe" not in policy


def test_nothing_is_fetched_from_elsewhere() -> None:
    html = page()
    assert "http:" not in html
    assert "https:" not in html
    assert "//" not in "".join(re.findall(r'(?:src|href)="([^"]*)"', html))


def test_the_same_links_give_the_same_bytes() -> None:
    assert page() == page(links=reversed(LINKS))


def test_earlier_pins_are_part_of_the_page() -> None:
    pins = data_in(page(pins=[Pin("notes.md", "gradients", "deck", ())]))
    assert pins["pins"] == [
        {
            "notes": "notes.md",
            "section": "gradients",
            "deck": "deck",
            "slides": "none",
        }
    ]


def test_a_report_of_nothing_says_so() -> None:
    html = page(links=[], decks=[])
    assert "0 of 0 decided" in html
    assert "No section to show here." in html


def test_dark_mode_reduced_motion_and_focus_are_cared_for() -> None:
    html = page()
    assert "prefers-color-scheme: dark" in html
    assert "prefers-reduced-motion" in html
    assert ":focus-visible" in html
    assert 'name="viewport" content="width=device-width' in html


def test_every_control_has_a_name() -> None:
    html = page()
    assert '<html lang="en">' in html
    for tag, attrs in Elements(html).tags:
        if tag == "img":
            assert "alt" in attrs
        if tag == "button" and "data-step" in attrs:
            assert attrs["aria-label"]


def test_a_picture_is_named_relative_to_the_report(tmp_path: Path) -> None:
    picture = tmp_path / "my pictures" / "001.webp"
    picture.parent.mkdir()
    picture.write_bytes(b"abc")
    assert picture_address(picture, tmp_path / "out", embed=False) == (
        "../my%20pictures/001.webp"
    )
    assert picture_address(picture, tmp_path, embed=True) == (
        "data:image/webp;base64,YWJj"
    )


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReviewServer]:
    picture = tmp_path / "001.webp"
    picture.write_bytes(b"webp")
    files = {"pictures/0.webp": picture}
    pins = tmp_path / "slide_pins.json"
    with ReviewServer("<p>é</p>", files, pins) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(
    server: ReviewServer,
    method: str,
    path: str,
    body: bytes | None = None,
    **headers: str,
) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


PINS = b"""{"schema": 1, "pins": [
    {"notes": "a.md", "section": "b", "deck": "d", "slides": [3]}]}"""


def test_the_server_shows_the_report_and_its_pictures(
    server: ReviewServer,
) -> None:
    token = f"/{server.token}/"
    assert ask(server, "GET", token) == (200, "<p>é</p>".encode())
    assert ask(server, "GET", f"{token}pictures/0.webp") == (200, b"webp")
    assert ask(server, "GET", f"{token}../001.webp")[0] == 404


def test_the_server_listens_on_this_machine_only(server: ReviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.url.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("path", ["/", "/x/", "/pins", "//", "/%00/"])
def test_without_the_token_there_is_nothing(
    server: ReviewServer, path: str
) -> None:
    assert ask(server, "GET", path)[0] == 403


def test_decisions_are_saved(server: ReviewServer) -> None:
    status, _ = ask(server, "PUT", f"/{server.token}/pins", PINS)
    assert status == 200
    assert read_pins(server.pins) == [Pin("a.md", "b", "d", (3,))]


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Host": "evil.example"}]
)
def test_another_site_can_save_nothing(
    server: ReviewServer, headers: dict[str, str]
) -> None:
    address = f"/{server.token}/pins"
    assert ask(server, "PUT", address, PINS, **headers)[0] == 403
    assert not server.pins.exists()


def test_another_sites_name_for_this_machine_reads_nothing(
    server: ReviewServer,
) -> None:
    address = f"/{server.token}/"
    assert ask(server, "GET", address, Host="evil.example")[0] == 403


@pytest.mark.parametrize(
    ("body", "status", "message"),
    [
        (b"{", 400, b"is not JSON"),
        (PINS.replace(b"[3]", b"[0]"), 400, b"must be positive, not 0"),
        (b"[]", 400, b"must hold one JSON object"),
    ],
)
def test_nonsense_is_refused_and_the_old_pins_stay(
    server: ReviewServer, body: bytes, status: int, message: bytes
) -> None:
    address = f"/{server.token}/pins"
    ask(server, "PUT", address, PINS)
    before = server.pins.read_bytes()
    answer = ask(server, "PUT", address, body)
    assert answer[0] == status
    assert message in answer[1]
    assert server.pins.read_bytes() == before


def test_a_body_without_end_is_refused(server: ReviewServer) -> None:
    headers = {"Content-Length": str(10**9)}
    address = f"/{server.token}/pins"
    assert ask(server, "PUT", address, b"", **headers)[0] == 413
