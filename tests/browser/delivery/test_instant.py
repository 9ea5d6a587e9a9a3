"""Going from page to page leaves what a fresh visit would show."""

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, Page, expect

from conftest import Open
from delivered import COUNT_VIOLATIONS, watched
from explored import Explored, each_explorer, place
from lecture_site.browser.arriving import arrive
from looking import WIDE
from published import ADDRESS, answer_from, published_site

# One page of every kind, at all depths, to and fro.
WAY = [
    "introduction/",
    "labs/twenty_layers/",
    "",
    "glossary/",
    "slides/",
    "labs/twenty_layers/",
    "how_this_site_is_checked/",
    "teaching_code/",
    "teaching_code/losses/",
    "introduction/",
    "notation/",
]
# What the theme counts up, and what only says how one came here.
STATE = r"""() => {
  const all = (selector, read) =>
    [...document.querySelectorAll(selector)].map(read);
  const named = (e) => [e.tagName, e.className, e.getAttribute("href"),
    e.getAttribute("aria-label"), e.textContent.trim().slice(0, 40)];
  const still = (html) => html
    .replace(/__(tooltip2?|annotation|code)_\d+/g, "__$1")
    .replace(/ (aria-describedby|data-md-state)="[^"]*"/g, "")
    .replace(/\s+/g, " ");
  const main = document.querySelector(".md-content").cloneNode(true);
  return {
    title: document.title,
    language: document.documentElement.lang,
    canonical: all("link[rel=canonical]", (e) => e.href),
    metas: all("meta[name], meta[property]", (e) => e.outerHTML).sort(),
    links: all("link:not([rel=stylesheet])", (e) => [e.rel, e.href]).sort(),
    styles: all("link[rel=stylesheet]", (e) => e.href).sort(),
    header: document.querySelector(".md-header__topic + .md-header__topic")
      .textContent.trim(),
    headerIsActive: document.querySelector(".md-header__title").className,
    contents: all(".md-nav--secondary a", (e) => e.getAttribute("href")),
    here: all(".md-nav--primary .md-nav__link--active", named),
    skip: all(".md-skip", (e) => e.getAttribute("href")),
    focusable: all("a[href], button, input, summary, [tabindex='0']", named)
      .filter(([tag]) => tag !== "BODY"),
    states: all("[aria-expanded], [aria-hidden], [aria-current]",
      (e) => [e.className, e.ariaExpanded, e.ariaHidden, e.ariaCurrent]),
    scheme: document.body.dataset.mdColorScheme,
    main: still(main.innerHTML),
    top: scrollY,
  };
}"""


@pytest.fixture(scope="session")
def site(url: str) -> Path:
    assert url
    return published_site()


def opened(site: Path, open_context: Open) -> tuple[Page, list[str]]:
    window = open_context(viewport=WIDE, color_scheme="dark")
    window.add_init_script(COUNT_VIOLATIONS)
    answer_from(site, window)
    return watched(window)


def fresh_state(page: Page, name: str) -> dict[str, Any]:
    """Return the state of a page when the theme has prepared it."""
    arrive(page, ADDRESS + name)
    page.wait_for_function(PREPARED)
    state: dict[str, Any] = page.evaluate(STATE)
    return state


PREPARED = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  return all(".highlight pre > code")
    .every((e) => e.parentElement.querySelector(".md-code__nav")) &&
    all(".tabbed-labels").every((e) => e.querySelector("a"));
}"""
SAME = f"(fresh) => JSON.stringify(({STATE})()) === JSON.stringify(fresh)"


def expect_state(page: Page, name: str, fresh: dict[str, Any]) -> None:
    """Expect that a page comes to the state of a fresh visit."""
    try:
        page.wait_for_function(SAME, arg=fresh)
    except Error:
        found = page.evaluate(STATE)
        for key, expected in fresh.items():
            assert found[key] == expected, f"{name}: {key}"


def test_every_step_shows_what_a_fresh_visit_shows(
    site: Path, open_context: Open
) -> None:
    fresh, _ = opened(site, open_context)
    states = {name: fresh_state(fresh, name) for name in dict.fromkeys(WAY)}
    page, said = opened(site, open_context)
    page.goto(ADDRESS + WAY[0])
    expect_state(page, WAY[0], states[WAY[0]])
    page.evaluate("window.stayed = true")
    for name in WAY[1:]:
        follow(page, name)
        expect_state(page, name, states[name])
    for name in WAY[-2::-1]:
        page.go_back()
        expect_state(page, name, states[name])
    assert page.evaluate("window.stayed")
    assert page.evaluate("window.violations") == []
    assert said == []


def follow(page: Page, name: str) -> None:
    """Follow the link of the navigation that leads to a page."""
    page.evaluate(
        "(href) => [...document.querySelectorAll('.md-nav--primary a')]"
        ".find((a) => a.href === href).click()",
        ADDRESS + name,
    )


@each_explorer
def test_an_explorer_ends_with_its_page_and_begins_again(
    each: Explored, site: Path, open_context: Open
) -> None:
    page, said = opened(site, open_context)
    page.goto(ADDRESS + WAY[0])
    page.evaluate("window.stayed = true")
    follow(page, each.page)
    for _ in range(2):
        place(page, each).scroll_into_view_if_needed()
        place(page, each).get_by_role("button", name="Skip").click()
        stage = place(page, each).locator(".explorer__stage")
        expect(stage).to_have_count(1)
        follow(page, WAY[0])
        expect(place(page, each)).to_have_count(0)
        page.go_back()
    assert page.evaluate("window.stayed")
    assert said == []


def test_a_build_for_another_address_leaves_the_environment_as_it_was() -> (
    None
):
    assert os.environ.get("SITE_URL", "") != ADDRESS
