"""Listings run in the page: what a reader does with them, in a browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from axe import findings
from conftest import Open, windows
from delivered import COUNT_VIOLATIONS, page_names, watched
from lecture_site.basics.json_files import read_json
from looking import PHONE, SHIFTS, SITE, WATCH_SHIFTS, WIDE, html

PAGE, NAME = "introduction/", "training_loop.py"
LOADS = 240_000  # milliseconds: the first run on a busy machine
OUTPUT = ".run__output > pre"
TYPED = "print('typed by a reader')"


def recorded(name: str = PAGE) -> str:
    """Return what the first program of a page has printed, as recorded."""
    first = html(name).css_first("[data-run] + .listing-note samp")
    assert first
    return first.text()


def window_of(open_context: Open, **options: Any) -> BrowserContext:
    window = open_context(**({"viewport": WIDE} | options))
    window.add_init_script(COUNT_VIOLATIONS)
    return window


def visit(page: Page, address: str) -> None:
    """Open a page and go to where its first program stands."""
    page.goto(address)
    page.locator("[data-run]").first.scroll_into_view_if_needed()


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=f"{label} {NAME}").click()


def state(page: Page) -> Any:
    return page.locator(".run__status")


def ended(page: Page, how: str = "as recorded") -> None:
    expect(state(page)).to_contain_text(how, timeout=LOADS)


def editor(page: Page) -> Any:
    return page.get_by_role("textbox", name=f"Code of {NAME}")


def type_at_the_end(page: Page, code: str) -> None:
    press(page, "Edit")
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(f"\n{code}")


@pytest.fixture(scope="module")
def warm_page(browser: Browser, url: str) -> Iterator[Page]:
    """Return a page whose Python runs, for all tests of the module."""
    with windows(browser) as open_window:
        options = {"permissions": ["clipboard-read", "clipboard-write"]}
        window = window_of(open_window, **options)
        know_all_pages(window, url)
        page, said = watched(window)
        visit(page, url + PAGE)
        press(page, "Run")
        ended(page)
        yield page
        assert page.evaluate("window.violations") == []
        assert said == []


@pytest.fixture
def page(warm_page: Page, url: str) -> Page:
    """Return the page as on a first visit, but for Python, which runs."""
    warm_page.evaluate("localStorage.clear()")
    for name in ("notation/", PAGE):
        follow(warm_page, url + name)
    warm_page.locator("[data-run]").first.scroll_into_view_if_needed()
    expect(warm_page.locator(".run__bar").first).to_be_visible()
    return warm_page


def follow(page: Page, address: str) -> None:
    """Go to another page as a reader does, without loading it anew."""
    heading = html(address.split("/")[-2]).css_first("h1")
    assert heading
    page.evaluate("window.stayed = true")
    page.evaluate(
        "(href) => [...document.querySelectorAll('.md-nav--primary a')]"
        ".find((a) => a.href === href).click()",
        address,
    )
    expect(page.locator("h1")).to_have_text(heading.text())
    assert page.evaluate("window.stayed")


def know_all_pages(window: BrowserContext, url: str) -> None:
    """Let the theme exchange pages, as it does where the site has a home."""
    places = "".join(
        f"<url><loc>{url}{name}</loc></url>" for name in page_names()
    )
    sitemap = f"<urlset>{places}</urlset>"
    window.route(
        "**/sitemap.xml",
        lambda route: route.fulfill(body=sitemap, content_type="text/xml"),
    )


def test_a_run_prints_what_is_recorded_beside_it(page: Page) -> None:
    press(page, "Run")
    ended(page)
    assert page.locator(OUTPUT).inner_text().rstrip() == recorded()
    beside = page.locator(".run__recorded samp").first
    assert beside.inner_text() == recorded()


def test_what_is_shown_is_what_runs(page: Page) -> None:
    type_at_the_end(page, TYPED)
    page.keyboard.press("Control+Enter")
    ended(page, "differs")
    printed = page.locator(OUTPUT).inner_text().rstrip()
    assert printed == f"{recorded()}\ntyped by a reader"


def test_the_keyboard_leaves_the_editor(page: Page) -> None:
    type_at_the_end(page, "if True:")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("pass")
    expect(editor(page)).to_contain_text("        pass")
    page.keyboard.press("Escape")
    run = page.get_by_role("button", name=f"Run {NAME}")
    expect(run).to_be_focused()
    page.keyboard.press("Tab")
    close = page.get_by_role("button", name=f"Close {NAME}")
    expect(close).to_be_focused()


def test_letters_in_the_editor_are_no_shortcuts(page: Page) -> None:
    type_at_the_end(page, "")
    page.keyboard.type("s/f")
    expect(page.get_by_role("combobox")).to_have_count(0)
    expect(editor(page)).to_contain_text("s/f")


def test_reset_brings_the_listing_back_and_undo_the_version(
    page: Page,
) -> None:
    type_at_the_end(page, TYPED)
    press(page, "Reset")
    expect(editor(page)).not_to_contain_text(TYPED)
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Control+z")
    expect(editor(page)).to_contain_text(TYPED)
    press(page, "Reset")
    press(page, "Close")
    expect(page.get_by_role("button", name=f"Edit {NAME}")).to_be_visible()


def test_a_version_is_there_again_in_the_next_visit(
    page: Page, url: str
) -> None:
    type_at_the_end(page, TYPED)
    for name in ("notation/", PAGE):
        follow(page, url + name)
    page.locator("[data-run]").first.scroll_into_view_if_needed()
    expect(page.locator(".highlight").first).not_to_contain_text(TYPED)
    press(page, "Your version")
    expect(editor(page)).to_contain_text(TYPED)


def test_a_version_is_saved_as_a_file(page: Page, tmp_path: Path) -> None:
    type_at_the_end(page, TYPED)
    with page.expect_download() as saved:
        press(page, "Save")
    assert saved.value.suggested_filename == NAME
    saved.value.save_as(tmp_path / NAME)
    assert (tmp_path / NAME).read_text("utf-8").endswith(f"{TYPED}\n")


def test_an_endless_program_is_stopped_and_python_begins_anew(
    page: Page,
) -> None:
    type_at_the_end(page, "while True: pass")
    page.keyboard.press("Control+Enter")
    expect(state(page)).to_have_text("runs", timeout=LOADS)
    press(page, "Stop")
    expect(state(page)).to_have_text("stopped")
    press(page, "Reset")
    press(page, "Run")
    ended(page)


def test_a_mistake_is_marked_on_its_line(page: Page) -> None:
    type_at_the_end(page, "wrong = 1 +")
    page.keyboard.press("Control+Enter")
    ended(page, "error")
    expect(page.locator(".run__error")).to_contain_text("SyntaxError")
    expect(page.locator(".cm-mistake")).to_have_text("wrong = 1 +")


def test_a_flood_of_output_is_cut_and_the_page_lives(page: Page) -> None:
    type_at_the_end(page, "for k in range(1_000_000): print('line', k)")
    page.keyboard.press("Control+Enter")
    ended(page, "")
    expect(state(page)).to_contain_text(" s", timeout=LOADS)
    assert len(page.locator(OUTPUT).inner_text()) < 300_000
    box = page.locator(OUTPUT).bounding_box()
    assert box
    assert box["height"] < 500
    press(page, "Reset")
    press(page, "Run")
    ended(page)


def test_a_program_reaches_nothing_that_the_site_keeps(page: Page) -> None:
    names = "('caches', 'indexedDB', 'fetch', 'XMLHttpRequest', 'WebSocket')"
    code = f"import js\nprint([hasattr(js, name) for name in {names}])"
    type_at_the_end(page, code)
    page.keyboard.press("Control+Enter")
    expect(page.locator(OUTPUT)).to_contain_text(
        str([False] * 5), timeout=LOADS
    )


def test_nobody_listens_to_a_page_that_was_left(page: Page, url: str) -> None:
    type_at_the_end(page, "while True: pass")
    page.keyboard.press("Control+Enter")
    expect(state(page)).to_have_text("runs", timeout=LOADS)
    for name in ("notation/", PAGE):
        follow(page, url + name)
    page.locator("[data-run]").first.scroll_into_view_if_needed()
    press(page, "Run")
    ended(page)


def test_going_to_and_fro_leaves_one_row_of_buttons_and_python_warm(
    page: Page, url: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in ("notation/", PAGE, "notation/", PAGE):
        follow(page, url + name)
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Notation")
    page.go_forward()
    expect(page.locator("h1")).to_contain_text("Introduction")
    page.locator("[data-run]").first.scroll_into_view_if_needed()
    runs = page.get_by_role("button", name=f"Run {NAME}")
    expect(runs).to_have_count(1)
    press(page, "Run")
    ended(page)
    assert not [each for each in asked if "/runtime/" in each]


def shared_link(page: Page) -> str:
    type_at_the_end(page, TYPED)
    press(page, "Link")
    expect(page.get_by_text("A link with your version")).to_be_visible()
    link: str = page.evaluate("navigator.clipboard.readText()")
    return link


def test_a_link_opens_a_version_and_runs_nothing(
    page: Page, open_context: Open
) -> None:
    link = shared_link(page)
    other = window_of(open_context).new_page()
    other.goto(link)
    expect(editor(other)).to_contain_text(TYPED)
    expect(other.get_by_text("came with the link")).to_be_visible()
    expect(editor(other)).to_be_in_viewport()
    expect(other.locator(".run__output")).to_have_count(0)
    press(other, "Reset")
    expect(editor(other)).not_to_contain_text(TYPED)
    assert "#run" not in other.url


def test_a_link_whose_signs_were_encoded_on_its_way_opens_too(
    page: Page, open_context: Open
) -> None:
    address, _, fragment = shared_link(page).partition("#")
    other = window_of(open_context).new_page()
    other.goto(f"{address}#{quote(fragment, safe='')}")
    expect(editor(other)).to_contain_text(TYPED)


NONSENSE = {
    "no base64": "#run=introduction/training_loop:%%%",
    "cut off": "#run=introduction/training_loop:KyjKzC",
    "nothing": "#run=introduction/training_loop:",
    "not packed": "#run=introduction/training_loop:aGVsbG8gd29ybGQ",
}


@pytest.mark.parametrize("fragment", NONSENSE.values(), ids=NONSENSE)
def test_a_link_that_holds_nonsense_is_told_to_be_that(
    fragment: str, url: str, open_context: Open
) -> None:
    page, said = watched(window_of(open_context))
    page.goto(f"{url}{PAGE}{fragment}")
    expect(page.get_by_text("it cannot be read")).to_be_visible()
    expect(page.get_by_role("button", name=f"Edit {NAME}")).to_be_visible()
    assert said == []


def test_a_link_to_another_page_s_listing_is_told_to_be_that(
    url: str, open_context: Open
) -> None:
    page = window_of(open_context).new_page()
    page.goto(f"{url}{PAGE}#run=no/such_listing:AAAA")
    expect(page.get_by_text("not on this page")).to_be_visible()


def test_nothing_of_python_is_loaded_before_the_first_run(
    url: str, open_context: Open
) -> None:
    page = window_of(open_context).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, url + PAGE)
    weight = page.locator(".run__weight").first
    manifest = read_json(SITE / "assets/runtime/manifest.json", dict, "")
    megabytes = f"{sum(each['bytes'] for each in manifest['files']) / 1e6:.1f}"
    expect(weight).to_have_text(f"loads {megabytes} MB once")
    names = {each.rpartition("/")[2].partition("?")[0] for each in asked}
    assert "live.js" in names
    assert names.isdisjoint({"editor.js", "worker.js"})
    loaded = [each for each in asked if "/assets/runtime/" in each]
    assert loaded == [f"{url}assets/runtime/manifest.json"]


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_the_buttons_move_nothing(
    size: dict[str, int], url: str, open_context: Open
) -> None:
    window = window_of(open_context, viewport=size)
    window.add_init_script(WATCH_SHIFTS)
    page = window.new_page()
    visit(page, url + PAGE)
    expect(page.locator(".run__bar").first).to_be_visible()
    expect(page.locator(".run__weight").first).not_to_be_empty()
    assert page.evaluate(SHIFTS) == []


def test_without_a_script_listing_and_record_are_read(
    url: str, open_context: Open
) -> None:
    page = window_of(open_context, java_script_enabled=False).new_page()
    page.goto(url + PAGE)
    expect(page.locator("[data-run] code").first).to_be_visible()
    printed = page.locator("[data-run] + .listing-note samp").first
    expect(printed).to_have_text(recorded())
    expect(page.get_by_role("button", name="Run")).to_have_count(0)


def test_what_needs_torch_says_where_it_runs(
    url: str, open_context: Open
) -> None:
    page = window_of(open_context).new_page()
    page.goto(f"{url}mlp_in_pytorch/")
    page.locator(".listing-note--prints").first.scroll_into_view_if_needed()
    line = page.locator(".run__elsewhere").first
    expect(line).to_contain_text("runs on your machine: Notebook · Python")
    for link in line.locator("a").all():
        address = link.get_attribute("href")
        assert (SITE / str(address).removeprefix(url)).is_file()


def test_without_webassembly_a_sentence_says_so(
    url: str, open_context: Open
) -> None:
    window = window_of(open_context)
    window.add_init_script("delete window.WebAssembly")
    page, said = watched(window)
    visit(page, url + PAGE)
    press(page, "Run")
    expect(page.get_by_text("has no WebAssembly")).to_be_visible()
    assert said == []


NO_STORAGE = """
const refuse = () => { throw new DOMException("", "SecurityError"); };
Object.defineProperty(window, "localStorage", { get: refuse });
"""


def test_where_nothing_can_be_kept_a_version_is_edited_all_the_same(
    url: str, open_context: Open
) -> None:
    window = window_of(open_context)
    window.route(f"{url}assets/page/live.js", spoil_storage)
    page = window.new_page()
    visit(page, url + PAGE)
    type_at_the_end(page, TYPED)
    expect(page.get_by_text("keeps nothing for this page")).to_be_visible()
    press(page, "Close")
    press(page, "Your version")
    expect(editor(page)).to_contain_text(TYPED)


def spoil_storage(route: Route) -> None:
    """Forbid storage from where our own scripts begin."""
    script = (SITE / "assets/page/live.js").read_text("utf-8")
    route.fulfill(body=NO_STORAGE + script, content_type="text/javascript")


def test_a_load_that_breaks_off_can_be_tried_again(
    url: str, open_context: Open
) -> None:
    window = window_of(open_context)
    page = window.new_page()
    visit(page, url + PAGE)
    window.route("**/assets/runtime/*.whl", lambda route: route.abort())
    press(page, "Run")
    expect(page.get_by_text("could not be loaded")).to_be_visible(
        timeout=LOADS
    )
    window.unroute("**/assets/runtime/*.whl")
    page.get_by_role("button", name="Try again").click()
    ended(page)


READY = """navigator.serviceWorker.ready.then(({ active }) =>
  active.state === "activated" || new Promise((tell) =>
    active.addEventListener("statechange", () => tell(true))))"""


def test_what_has_run_once_runs_without_a_network(
    url: str, open_context: Open
) -> None:
    window = window_of(open_context, service_workers="allow")
    page = window.new_page()
    page.goto(url + PAGE)
    page.evaluate(READY)
    visit(page, url + PAGE)
    weight = page.locator(".run__weight").first
    expect(weight).to_contain_text("MB once")
    press(page, "Run")
    ended(page)
    window.set_offline(True)
    visit(page, url + PAGE)
    expect(weight).to_be_empty()
    press(page, "Run")
    ended(page)
    type_at_the_end(page, TYPED)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_axe_finds_nothing_with_an_open_editor(
    scheme: str, size: dict[str, int], url: str, open_context: Open
) -> None:
    page, said = watched(
        window_of(open_context, viewport=size, color_scheme=scheme)
    )
    visit(page, url + PAGE)
    type_at_the_end(page, TYPED)
    assert findings(page) == []
    assert page.evaluate("window.violations") == []
    assert said == []
