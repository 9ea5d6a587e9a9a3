"""Who comes by a wrong or an old address is helped on."""

import pytest
from playwright.sync_api import Page, Route, expect

from axe import findings
from conftest import Open
from looking import PHONE, SITE, WIDE

WRONG = "labs/deep/dead_neurons/"


def lost(page: Page, url: str, wrong: str = WRONG) -> Page:
    """Open a wrong address, answered as a static host answers it."""
    body = (SITE / "404.html").read_text(encoding="utf-8")

    def answer(route: Route) -> None:
        route.fulfill(status=404, body=body, content_type="text/html")

    page.route(lambda address: address == url + wrong, answer)
    page.goto(url + wrong)
    return page


def test_the_words_of_a_wrong_address_are_searched_for(
    url: str, open_context: Open
) -> None:
    page = lost(open_context(viewport=WIDE).new_page(), url)
    page.get_by_role("button", name="Search the lecture for").click()
    expect(page.locator(".search__input")).to_have_value(
        "labs deep dead neurons"
    )
    expect(page.locator(".search-hit").first).to_be_visible()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("dead%E0%A4%A/neurons", "dead neurons"),
        ("50%/dead", "50 dead"),
        ("%FFdead", "dead"),
        ("dead%20neurons/", "dead neurons"),
    ],
)
def test_signs_that_stand_for_no_letter_do_no_harm(
    wrong: str, words: str, url: str, open_context: Open
) -> None:
    page = lost(open_context(viewport=WIDE).new_page(), url, wrong)
    button = page.get_by_role("button", name="Search the lecture for")
    expect(button).to_contain_text("dead")
    button.click()
    said = page.locator(".search__input").input_value()
    assert set(words.split()) <= set(said.split())


def test_without_javascript_all_pages_are_listed(
    url: str, open_context: Open
) -> None:
    window = open_context(viewport=WIDE, java_script_enabled=False)
    page = lost(window.new_page(), url)
    expect(page.locator("[data-search-address]")).to_be_hidden()
    article = page.locator("article")
    assert article.get_by_role("link").count() >= 20
    article.get_by_role("link", name="Twenty layers").click()
    page.wait_for_url(f"{url}labs/twenty_layers/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_that_is_not_there(
    scheme: str, url: str, open_context: Open
) -> None:
    window = open_context(viewport=WIDE, color_scheme=scheme)
    page = lost(window.new_page(), url)
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_an_old_address_leads_to_the_new_page(
    url: str, open_context: Open
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(f"{url}labs/training_loop/")
    page.wait_for_url("**/labs/digits_from_scratch/**")
    expect(page.locator("h1")).to_contain_text("Digits from scratch")
