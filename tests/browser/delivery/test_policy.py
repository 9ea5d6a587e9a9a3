"""Nothing on a page runs or loads against the policy, and nothing else may."""

import re

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from delivered import COUNT_VIOLATIONS, watched
from lecture_site.finishing.built_site import BuiltSite
from looking import SITE, WIDE

META = re.compile(
    r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">'
)


def texts() -> list[str]:
    """Return all pages but those that only lead on to another."""
    pages = [page for page in BuiltSite.read(SITE).pages if not page.leads_on]
    return [(SITE / page.name).read_text("utf-8") for page in pages]


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.violations")
    return found


@pytest.mark.usefixtures("url")
def test_one_policy_stands_before_every_script_and_in_the_headers() -> None:
    policies = set()
    for text in texts():
        found = META.search(text)
        assert found
        assert "<script" not in text[: found.start()]
        policies.add(found[1])
    (policy,) = policies
    headers = (SITE / "_headers").read_text("utf-8")
    assert f"{policy}; frame-ancestors 'none'" in headers
    scripts = next(r for r in policy.split("; ") if r.startswith("script-src"))
    # WebAssembly may be compiled; a text may not become a script.
    assert "unsafe" not in scripts.replace(" 'wasm-unsafe-eval'", "", 1)
    assert "nosniff" in headers


@pytest.mark.usefixtures("url")
def test_the_encoding_stands_where_browsers_look_for_it() -> None:
    for text in texts():
        assert '<meta charset="utf-8">' in text[:1024]


@pytest.mark.usefixtures("url")
def test_no_script_stands_in_an_attribute_or_an_address() -> None:
    for text in texts():
        for tag in re.findall(r"<[a-zA-Z][^<>]*>", text):
            assert not re.search(r"\son[a-z]+=|javascript:", tag), tag


def test_nothing_that_a_reader_does_breaks_the_policy(
    url: str, open_context: Open
) -> None:
    window = open_context(viewport=WIDE, permissions=["clipboard-write"])
    window.add_init_script(COUNT_VIOLATIONS)
    page, said = watched(window)
    page.goto(f"{url}introduction/")
    page.get_by_title("Switch to the dark theme").click()
    page.locator(".md-code__button").first.click()
    expect(page.locator(".md-dialog--active")).to_be_visible()
    page.locator("a.term").first.hover()
    expect(page.locator(".md-tooltip2--active").last).to_be_visible()
    page.locator(".tabbed-labels").first.locator("label").last.click()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("gradient")
    expect(page.get_by_role("option").first).to_be_visible()
    assert violations(page) == []
    assert said == []


def test_a_script_that_somebody_slipped_in_does_not_run(
    url: str, open_context: Open
) -> None:
    window = open_context()
    window.add_init_script(COUNT_VIOLATIONS)
    page = window.new_page()
    slipped = "<script>window.ran = true</script><img src=/x onerror='ran=1'>"
    text = (SITE / "index.html").read_text("utf-8")
    body = text.replace("</body>", f"{slipped}</body>")
    page.route(url, lambda route: route.fulfill(body=body, headers=HTML))
    page.goto(url)
    assert page.evaluate("window.ran") is None
    kinds = {each.partition(" ")[0] for each in violations(page)}
    assert kinds == {"script-src-elem", "script-src-attr"}


HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.mark.parametrize("kind", ["js", "css"])
def test_a_file_that_somebody_changed_is_refused(
    kind: str, url: str, open_context: Open
) -> None:
    page, said = watched(open_context())
    name = f"assets/site.{kind}"
    body = (SITE / name).read_text("utf-8") + "/**/"
    page.route(f"**/{name}*", lambda route: route.fulfill(body=body))
    page.goto(url)
    assert "integrity" in said[0]
    assert name in said[0]


@pytest.mark.usefixtures("url")
def test_every_script_and_style_of_every_page_has_its_hash() -> None:
    for text in texts():
        loads = re.findall(
            r"<script\b[^>]*\bsrc=[^>]*>|<link rel=\"stylesheet\"[^>]*>", text
        )
        assert len(loads) >= 5
        for load in loads:
            assert " integrity=" in load
