"""A page is written as it was read, but for what a step has changed."""

from pathlib import Path

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page
from lecture_site.finishing.security.content_security_policy import (
    inline_scripts,
    put_policy,
)
from lecture_site.finishing.weight.minify import forget_languages, tidy

DRAWING = (
    '<svg viewBox="0 0 1 1" preserveAspectRatio="none"><defs>'
    '<clipPath id="p1"><rect x="0"></rect></clipPath>'
    '<linearGradient id="g1" gradientUnits="userSpaceOnUse"></linearGradient>'
    '</defs><g clip-path="url(#p1)"><use xlink:href="#m1"></use></g></svg>'
)
FORMULA = (
    '<math display="block"><mi mathvariant="normal">x</mi>'
    '<mspace width="1em"></mspace><mo>&lt;</mo><mtext>a&nbsp;b</mtext></math>'
)
SCRIPT = 'if (a<b && c) {\n\n    say("&amp; </p>")\n  }'


def written(body: str) -> str:
    """Return what is written of a body that a step has tidied."""
    page = Page.parse("index.html", f"<!doctype html><body>{body}")
    tidy(page)
    again = Page.parse("index.html", page.html)
    assert again.html == page.html  # nothing is lost by reading it again
    return str(page.tree.body.inner_html)


@pytest.mark.parametrize("part", [DRAWING, FORMULA])
def test_drawings_and_formulas_keep_the_case_of_their_names(part: str) -> None:
    assert written(part) == part


def test_elements_that_close_themselves_are_closed() -> None:
    closed = '<svg><path d="M0"></path><g></g></svg>'
    assert written('<svg><path d="M0"/><g/></svg>') == closed


@pytest.mark.parametrize("text", ["  a\n\n\n\tb  \n", "\n\n\na", " \n"])
def test_listings_keep_their_white_space(text: str) -> None:
    assert written(f"<pre>{text}</pre>") == f"<pre>{text}</pre>"


def test_white_space_around_a_line_end_is_dropped_elsewhere() -> None:
    assert written("<p>a  b \n\n\t c</p>\n  \n") == "<p>a  b\nc</p>\n"


def test_a_page_does_not_say_which_language_a_formula_is_in() -> None:
    named = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>'
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><defs></defs>'
        '<defs><g id="a"></g></defs><use xlink:href="#a"></use></svg>'
    )
    page = Page.parse("index.html", f"<!doctype html><body>{named}")
    forget_languages(page)
    assert page.tree.body.inner_html == (
        '<math><mi>x</mi></math><svg viewBox="0 0 1 1">'
        '<defs><g id="a"></g></defs><use xlink:href="#a"></use></svg>'
    )


def test_scripts_stay_byte_for_byte() -> None:
    scripts = f"<script>{SCRIPT}</script>"
    assert written(scripts) == scripts
    page = Page.parse("index.html", f"<body>{scripts}")
    assert inline_scripts(page) == [SCRIPT]


@pytest.mark.parametrize(
    "html",
    [
        "<p>text",
        "<!doctype html><title>t</title><p>text",
        "<HTML><HEAD><META CHARSET=UTF-8></HEAD><P>text</P></HTML>",
        "\ufeff<!doctype html><html><head><meta charset=utf-8></head>text",
        "<head><script>a()</script><meta charset=utf-8></head>text",
    ],
)
def test_every_page_begins_with_its_encoding_and_its_policy(html: str) -> None:
    page = Page.parse("index.html", html)
    put_policy(page, "default-src 'none'")
    start = '<head><meta charset="utf-8"><meta http-equiv="Content-Security'
    assert start in page.html
    assert page.html.count("charset") == 1
    assert "\ufeff" not in page.html
    assert page.tree.body.text() == "text"


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_page_is_named(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_bytes(content)
    with pytest.raises(ProblemError, match=r"a/index\.html: .* is empty"):
        BuiltSite.read(tmp_path)


def test_a_page_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes("<p>für</p>".encode("latin-1"))
    with pytest.raises(ProblemError, match=r"index\.html: .* not UTF-8"):
        BuiltSite.read(tmp_path)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("../a/#c", "labs/a/"),
        ("#c", "labs/b/"),
        ("../../x%20y.css?h=1", "x y.css"),
        ("/assets/z.js", "assets/z.js"),
        ("https://example.org/x.js", None),
        ("mailto:a@example.org", None),
        ("../..", ""),
    ],
)
def test_an_address_leads_to_a_path_of_the_site(
    address: str, path: str | None
) -> None:
    page = Page.parse("labs/b/index.html", "<p>text")
    assert page.target(address) == path


def test_the_root_of_a_published_site_is_its_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/lecture/")
    page = Page.parse("404.html", "<p>text")
    assert page.target("/lecture/assets/z.js") == "assets/z.js"
    assert page.target("/assets/z.js") is None


def test_a_copy_is_changed_alone() -> None:
    page = Page.parse("index.html", "<p>text")
    page.copy().tree.body.inner_html = ""
    assert page.tree.body.text() == "text"
