"""The search: found by people's words, by keys, and fetched when wanted."""

import gzip
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from axe import findings
from conftest import Open, windows
from lecture_site.basics.configuration import search_suggestions
from lecture_site.basics.project import Project
from lecture_site.browser.arriving import arrive
from looking import PHONE, SHIFTS, WATCH_SHIFTS, WIDE

ROOT = Path(__file__).resolve().parents[3]
SYNONYMS = tomllib.loads((ROOT / "docs/synonyms.toml").read_text("utf-8"))
BUTTON = ".search-button"
INPUT = ".search__input"
STATUS = ".search__status"
HIT = ".search-hit"
HINT = ".search__hints .search-hint"


def search(page: Page, words: str) -> list[str]:
    """Type words into the open search; return where results lead."""
    page.locator(INPUT).fill(words)
    expect(page.locator(STATUS)).not_to_contain_text("Loading")
    found: list[str] = page.locator(HIT).evaluate_all(
        "all => all.map((a) => a.pathname.slice(1) + a.hash)"
    )
    return found


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(STATUS)).to_contain_text("Search by the words")
    return page


@pytest.fixture(scope="module")
def asked(browser: Browser, url: str) -> Iterator[Page]:
    """Return a page with an open search, for all that only type words."""
    with windows(browser) as open_window:
        yield opened(open_window().new_page(), url)


def address_of(key: str) -> str:
    page, _, anchor = key.partition("#")
    path = "" if page == "index" else f"{page}/"
    return f"{path}#{anchor}" if anchor else path


def test_peoples_words_lead_to_the_concept(asked: Page) -> None:
    missed = {
        words: found[:3]
        for key, synonyms in SYNONYMS.items()
        for words in synonyms
        if address_of(key) not in (found := search(asked, words))[:3]
    }
    assert missed == {}


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("backpropogation", "backpropagation/"),  # a slip of the keys
        ("regularization", "regularisation/"),
        (
            "exponen",
            "activation_functions/#the-exponential-is-expensive",
        ),  # not yet typed to its end
        ("CrossEntropyLoss", "regularisation/#early-stopping"),  # in code only
        ("twenty layers", "labs/twenty_layers/"),
        ("Cybenko 1989 superpositions", "neural_networks/#references"),
    ],
)
def test_other_words_find_too(words: str, address: str, asked: Page) -> None:
    assert address in search(asked, words)[:3]


def test_american_spelling_finds_the_same(asked: Page) -> None:
    for british, american in (
        ("regularisation", "regularization"),
        ("batch normalised", "batch normalized"),
    ):
        assert search(asked, american) == search(asked, british) != []


def test_nothing_is_fetched_before_the_search_is_opened(
    url: str, open_context: Open
) -> None:
    page = open_context(viewport=WIDE).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    arrive(page, url)
    late = ("search/index.js", "assets/vendor/minisearch.js")
    assert [a for a in asked if a.endswith(late)] == []
    page.locator(BUTTON).click()
    expect(page.locator(STATUS)).to_contain_text("Search by the words")
    assert sorted(a for a in asked if a.endswith(late)) == [
        f"{url}{name}" for name in sorted(late)
    ]
    page.keyboard.press("Escape")
    page.locator(BUTTON).click()
    expect(page.locator(INPUT)).to_be_focused()
    assert len([a for a in asked if a.endswith(late)]) == 2


# The theme's index had 240 kB for the 515 sections of the first eleven pages.
HALF_OF_THE_THEMES = 240_000 / 515 / 2


@pytest.mark.usefixtures("url")
def test_a_section_takes_half_of_what_the_theme_took() -> None:
    index = (ROOT / "site/search/index.js").read_bytes()
    shown = index.decode().removeprefix("globalThis.lectureIndex=")
    sections = json.loads(shown.removesuffix(";\n"))["entries"]
    packed = gzip.compress(index, mtime=0)
    assert len(packed) / len(sections) < HALF_OF_THE_THEMES


@pytest.mark.parametrize("keys", ["/", "s", "Control+k"])
def test_keys_open_it_and_escape_gives_the_focus_back(
    keys: str, url: str, open_context: Open
) -> None:
    page = open_context(viewport=WIDE).new_page()
    page.goto(url)
    page.locator(".md-logo").first.focus()
    page.keyboard.press(keys)
    expect(page.locator(INPUT)).to_be_focused()
    expect(page.locator(INPUT)).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator(INPUT)).to_be_hidden()
    expect(page.locator(".md-logo").first).to_be_focused()


def test_arrows_choose_and_enter_goes_to_the_section(
    url: str, open_context: Open
) -> None:
    page = opened(
        open_context(viewport=WIDE).new_page(), f"{url}optimisation/"
    )
    found = search(page, "vanishing")
    expect(active(page)).to_have_attribute("id", "search-0")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(active(page)).to_have_attribute("id", "search-1")
    expect(page.locator(INPUT)).to_have_attribute(
        "aria-activedescendant", "search-1"
    )
    page.keyboard.press("Enter")
    page.wait_for_url(f"{url}{found[1]}")
    expect(page.locator(INPUT)).to_be_hidden()
    expect(
        page.locator(f"[id='{found[1].partition('#')[2]}']")
    ).to_be_in_viewport()


def active(page: Page) -> Locator:
    return page.locator(f"{HIT}[aria-selected=true]")


def test_a_section_of_the_same_page_is_gone_to_as_well(
    url: str, open_context: Open
) -> None:
    page = opened(
        open_context(viewport=WIDE).new_page(), f"{url}optimisation/"
    )
    assert search(page, "step size")[0] == "optimisation/#the-step-size"
    page.keyboard.press("Enter")
    expect(page.locator("#the-step-size")).to_be_in_viewport()
    expect(page.locator(".search")).to_be_hidden()


def test_results_stand_under_their_page_with_the_words_marked(
    url: str, open_context: Open
) -> None:
    page = opened(open_context(viewport=WIDE).new_page(), url)
    search(page, "dead units")
    group = page.get_by_role("group", name="Activation functions")
    hit = group.get_by_role("option").first
    expect(hit.locator(".search-hit__title")).to_have_text("Dead units")
    assert hit.locator("mark").all_inner_texts()[:2] == ["Dead", "units"]
    expect(page.locator(STATUS)).to_contain_text("sections on")


def test_nothing_found_says_so_and_offers_words(
    url: str, open_context: Open
) -> None:
    page = opened(open_context(viewport=WIDE).new_page(), url)
    assert search(page, "xylophone") == []
    expect(page.locator(STATUS)).to_contain_text("Nothing found")
    page.get_by_role("button", name="overfitting").click()
    expect(page.locator(HIT).first).to_be_visible()
    expect(page.locator(INPUT)).to_be_focused()


def test_all_suggestions_find_something(url: str, open_context: Open) -> None:
    page = opened(open_context().new_page(), url)
    suggested = search_suggestions(Project(ROOT))
    assert page.locator(HINT).all_text_contents() == suggested
    assert suggested
    assert all(search(page, words) for words in suggested)


def test_a_lecture_without_suggestions_shows_none(
    url: str, open_context: Open
) -> None:
    page = open_context().new_page()
    index = (ROOT / "site/search/index.js").read_text("utf-8")
    none = re.sub(r'(?<="suggested":)\[.*?\]', "[]", index, count=1)
    page.route("**/search/index.js", lambda route: route.fulfill(body=none))
    opened(page, url)
    expect(page.locator(STATUS)).to_have_text(
        "Search by the words you would use."
    )
    search(page, "qqqqq")
    expect(page.locator(STATUS)).to_have_text(
        "Nothing found for “qqqqq”. Try fewer or other words."
    )
    expect(page.locator(HINT)).to_have_count(0)


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("Gauß", "gauss"),
        ("Gauss", "Gauß"),
        ("Łukasiewicz", "lukasiewicz"),
        ("Ørsted", "orsted"),
        ("Æpinus", "aepinus"),
        ("ﬁtting", "fitting"),
        ("Gödel", "godel"),
    ],
)
def test_letters_of_other_languages_are_found_by_plain_ones(
    written: str, sought: str, url: str, open_context: Open
) -> None:
    page = open_context().new_page()
    index = (ROOT / "site/search/index.js").read_text("utf-8")
    entry = f'[0,"named","{written} and no other","","",""]'
    more = index.replace('"entries":[', f'"entries":[{entry},', 1)
    assert more != index
    page.route("**/search/index.js", lambda route: route.fulfill(body=more))
    opened(page, url)
    search(page, sought)
    expect(page.locator(HIT).first).to_contain_text(written)


@pytest.mark.parametrize("words", ["", "a", "the of", "<b>&", "((", "…", "*"])
def test_odd_words_do_no_harm(words: str, asked: Page) -> None:
    search(asked, words)
    expect(asked.locator(STATUS)).not_to_be_empty()


def test_the_address_can_ask(url: str, open_context: Open) -> None:
    page = open_context(viewport=WIDE).new_page()
    page.goto(f"{url}?q=dead+neuron")
    expect(page.locator(INPUT)).to_have_value("dead neuron")
    expect(page.locator(HIT).first).to_be_visible()


def test_letters_typed_into_a_field_do_not_open_it(
    url: str, open_context: Open
) -> None:
    page = opened(open_context(viewport=WIDE).new_page(), url)
    page.keyboard.type("ss/s")
    expect(page.locator(INPUT)).to_have_value("ss/s")
    page.keyboard.press("Escape")
    page.keyboard.press("Alt+s")
    expect(page.locator(INPUT)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_it_is_open(
    scheme: str, url: str, open_context: Open
) -> None:
    page = open_context(viewport=WIDE, color_scheme=scheme).new_page()
    opened(page, url)
    for words in ("", "gradient", "xylophone"):
        search(page, words)
        for size in (WIDE, PHONE):
            page.set_viewport_size(size)
            assert findings(page) == []


def test_on_a_phone_it_is_the_screen(url: str, open_context: Open) -> None:
    page = open_context(viewport=PHONE, has_touch=True).new_page()
    page.add_init_script(WATCH_SHIFTS)
    page.goto(f"{url}introduction/")
    assert page.evaluate(SHIFTS) == []
    page.locator(BUTTON).tap()
    search(page, "initialisation")
    expect(page.locator(HIT).first).to_be_visible()
    box = page.locator(".search").bounding_box()
    assert box == {"x": 0, "y": 0} | PHONE
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_role("button", name="Close").tap()
    expect(page.locator(".search")).to_be_hidden()


def test_it_outlives_instant_navigation(url: str, open_context: Open) -> None:
    page = open_context(viewport=WIDE).new_page()
    page.route(
        "**/sitemap.xml",
        lambda route: route.fulfill(
            body="<urlset>"
            + "".join(
                f"<url><loc>{url}{name}</loc></url>"
                for name in ("", "introduction/", "activation_functions/")
            )
            + "</urlset>",
            content_type="application/xml",
        ),
    )
    page.goto(f"{url}introduction/")
    page.evaluate("window.stayed = true")
    for words, address in (
        ("dying relu", "activation_functions/#dead-units"),
        ("mental model", "introduction/#mental-model-first"),
    ):
        page.locator(BUTTON).click()
        assert search(page, words)[0] == address
        page.keyboard.press("Enter")
        page.wait_for_url(f"{url}{address}")
        expect(
            page.locator(f"#{address.partition('#')[2]}")
        ).to_be_in_viewport()
    assert page.evaluate("window.stayed")


def test_without_javascript_there_is_no_button(
    url: str, open_context: Open
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(url)
    expect(page.locator(BUTTON)).to_be_hidden()
