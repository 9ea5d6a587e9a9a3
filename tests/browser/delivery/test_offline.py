"""Without a network: the pages that a worker keeps, and the copy to unzip."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from selectolax.lexbor import LexborHTMLParser

from conftest import Open
from delivered import page_names, watched
from looking import SITE, WIDE

READY = """navigator.serviceWorker.ready.then(({ active }) =>
  active.state === "activated" || new Promise((tell) =>
    active.addEventListener("statechange", () => tell(true))))"""
LOOK = """() => ({
  styled: getComputedStyle(document.querySelector(".md-header")).position,
  fonts: document.querySelector("math")
    ? document.fonts.check("16px 'STIX Two Math Subset'") : true,
  drawings: [...document.querySelectorAll(".drawing svg")]
    .filter((e) => e.checkVisibility())
    .every((e) => e.getBoundingClientRect().width > 100),
})"""


def visited(url: str, open_context: Open) -> tuple[BrowserContext, Page]:
    """Open the site once, wait until it is kept, and cut the network."""
    window = open_context(viewport=WIDE, service_workers="allow")
    page = window.new_page()
    page.goto(url)
    page.evaluate(READY)
    window.set_offline(True)
    return window, page


def test_after_one_visit_every_page_opens_without_a_network(
    url: str, open_context: Open
) -> None:
    _, page = visited(url, open_context)
    for name in page_names():
        answer = page.goto(url + name)
        assert answer
        assert answer.ok, name
        look = {"styled": "sticky", "fonts": True, "drawings": True}
        assert page.evaluate(LOOK) == look, name
    assert "math" in page.content()


def test_without_a_network_an_unknown_page_is_said_to_be_unknown(
    url: str, open_context: Open
) -> None:
    _, page = visited(url, open_context)
    answer = page.goto(f"{url}no_such_page/")
    assert answer
    assert answer.status == 404
    assert "There is no such page" in page.content()


@pytest.mark.parametrize(
    "name",
    ["slides/pictures/1-light-320.webp", "assets/runtime/manifest.json"],
)
def test_slides_and_python_are_kept_when_they_were_asked_for(
    name: str, url: str, open_context: Open
) -> None:
    window, page = visited(url, open_context)
    picture = f"{url}{name}"
    ask = "(url) => fetch(url).then((r) => r.ok, () => false)"
    assert not page.evaluate(ask, picture)
    window.set_offline(False)
    assert page.evaluate(ask, picture)
    window.set_offline(True)
    assert page.evaluate(ask, picture)


@pytest.fixture(scope="session")
def copy(url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert url
    folder = tmp_path_factory.mktemp("copy")
    with zipfile.ZipFile(SITE / "lecture-offline.zip") as packed:
        packed.extractall(folder)
    return folder / "lecture"


def file_names() -> list[str]:
    flat = [name.removesuffix("/") or "index" for name in page_names()]
    return [f"{name}.html" for name in flat]


def offline(open_context: Open) -> tuple[Page, list[str]]:
    window = open_context(viewport=WIDE, offline=True, color_scheme="light")
    return watched(window)


def unexpected(said: list[str]) -> list[str]:
    """Return what is said but for the sitemap that the theme looks for."""
    expected = ("sitemap.xml", "net::ERR_FAILED")
    return [line for line in said if not any(e in line for e in expected)]


def test_every_page_of_the_copy_opens_as_a_file(
    copy: Path, open_context: Open
) -> None:
    page, said = offline(open_context)
    for name in file_names():
        page.goto((copy / name).as_uri())
        assert page.evaluate(LOOK)["styled"] == "sticky"
        assert page.evaluate(LOOK)["fonts"]
        assert unexpected(said) == [], name


def test_the_links_of_the_copy_lead_from_file_to_file(
    copy: Path, open_context: Open
) -> None:
    page, said = offline(open_context)
    page.goto((copy / "introduction.html").as_uri())
    seen = set()
    for name in file_names()[1:4]:
        page.locator(f".md-nav--primary a[href='{name}']").first.click()
        page.wait_for_url(f"**/lecture/{name}")
        seen.add(page.title())
    page.locator(".md-nav--primary a[href='labs/twenty_layers.html']").click()
    page.wait_for_url("**/labs/twenty_layers.html")
    page.locator(".md-logo").first.click()
    page.wait_for_url("**/lecture/index.html")
    assert len(seen) == 3
    assert unexpected(said) == []


def test_every_link_of_the_copy_names_a_file_of_it(copy: Path) -> None:
    for name in file_names():
        tree = LexborHTMLParser((copy / name).read_text("utf-8"))
        for link in tree.css("a[href], link[href], script[src], img[src]"):
            address = str(link.attrs.get("href") or link.attrs.get("src"))
            path = address.partition("#")[0].partition("?")[0]
            if not address.startswith(("http", "mailto:")) and path:
                assert ((copy / name).parent / path).is_file(), (name, address)


def test_the_dark_switch_of_the_copy_works_and_is_remembered(
    copy: Path, open_context: Open
) -> None:
    page, _ = offline(open_context)
    page.goto((copy / "index.html").as_uri())
    page.get_by_title("Switch to the dark theme").click()
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.goto((copy / "labs/twenty_layers.html").as_uri())
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
