"""What an author sees in the browser while a page is written."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from axe import findings
from conftest import Open
from lecture_site.basics.problems import Problem
from lecture_site.preview.news import News
from lecture_site.preview.server import Preview
from looking import PHONE, WIDE

WRONG = Problem(
    "the formula '\\frac{x' has an error: <b>Expected '}'</b>",
    "correct the TeX; Temml's list of functions has what it knows",
    "docs/page.md",
    15,
)
PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width"></head>
<body><main><h1>A page</h1><p id="said">It says {}.</p>
<p style="height: 3000px">Long</p></main></body></html>
"""


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    server = Preview(("127.0.0.1", 0), tmp_path / "draft", News())
    (server.folder / "page").mkdir(parents=True)
    write(server, "one thing")
    with server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def write(preview: Preview, said: str) -> None:
    page = preview.folder / "page" / "index.html"
    page.write_text(PAGE.format(said), encoding="utf-8")


@pytest.fixture(params=["light", "dark", "phone"])
def page(
    request: pytest.FixtureRequest, preview: Preview, open_context: Open
) -> Page:
    scheme = "dark" if request.param == "dark" else "light"
    size = PHONE if request.param == "phone" else WIDE
    opened = open_context(viewport=size, color_scheme=scheme).new_page()
    opened.goto(f"{preview.url}page/")
    return opened


def test_a_page_says_that_it_is_unproved_how_far_and_then_nothing(
    preview: Preview, page: Page
) -> None:
    status = page.get_by_role("status")
    expect(status).to_have_text("Not proved here yet")
    preview.news.go_on("figures: 3 of 5 done")
    expect(status).to_have_text("Not proved here yet: figures: 3 of 5 done")
    assert findings(page) == []
    preview.news.end([])
    expect(status).to_be_hidden()


def test_a_page_that_changed_is_shown_where_its_reader_was(
    preview: Preview, page: Page
) -> None:
    page.evaluate("scrollTo(0, 1000)")
    write(preview, "another thing")
    preview.news.edit(["page/"], [])
    expect(page.locator("#said")).to_have_text("It says another thing.")
    page.wait_for_function("scrollY > 900")


ARTICLE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>An article</title></head>
<body><nav data-md-type="toc">{toc}</nav>
<article><h1>An article</h1>{blocks}<p>The end.</p></article>
<script>document.querySelector("h1").setAttribute("seen", "")</script>
</body></html>
"""
FORMULA = "<math><mi>x</mi></math>"
CODE = "<pre><code>{}</code></pre>"
BEFORE = f"<p>One.</p>{CODE.format('print(1)')}<ul><li>Two.</li></ul>"


def show_article(preview: Preview, blocks: str, toc: str = "One") -> None:
    page = preview.folder / "page" / "index.html"
    text = ARTICLE.format(toc=toc, blocks=blocks)
    page.write_text(text, encoding="utf-8")


@pytest.fixture
def article(preview: Preview, open_context: Open) -> Page:
    show_article(preview, BEFORE)
    opened = open_context().new_page()
    opened.goto(f"{preview.url}page/")
    # What scripts of a page set up, and a reader has opened.
    opened.evaluate(
        "window.stayed = true; document.querySelector('pre').append('Copy')"
    )
    return opened


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One.", f"One and <em>a half</em>, {FORMULA}."),
        ("<p>One.</p>", ""),
        ("<ul>", "<p>Between.</p><p>Another.</p><ul>"),
        ("<li>Two.</li>", "<li>Two.</li><li>Three.</li>"),
    ],
)
def test_words_are_exchanged_where_they_stand(
    old: str, new: str, preview: Preview, article: Page
) -> None:
    for now in (BEFORE.replace(old, new), BEFORE):
        show_article(preview, now)
        preview.news.edit(["page/"], [])
        shown = f"<h1>An article</h1>{now}<p>The end.</p>"
        article.wait_for_function(
            "(html) => document.querySelector('article').innerHTML"
            ".replace('Copy', '').replace(' seen=\"\"', '') === html",
            arg=shown,
        )
        assert article.evaluate("window.stayed")
    expect(article.locator("pre")).to_contain_text("Copy")


@pytest.mark.parametrize(
    ("old", "new", "toc"),
    [
        ("print(1)", "print(2)", "One"),
        ("One.", "Uno.<svg></svg>", "One"),
        ("One.", "Uno.", "Another part"),
    ],
)
def test_what_scripts_set_up_is_loaded_anew(
    old: str, new: str, toc: str, preview: Preview, article: Page
) -> None:
    show_article(preview, BEFORE.replace(old, new), toc)
    preview.news.edit(["page/"], [])
    article.wait_for_function("!window.stayed")
    expect(article.locator("article")).to_contain_text(new.partition("<")[0])


def test_a_page_that_was_exchanged_for_another_is_loaded_anew(
    preview: Preview, article: Page
) -> None:
    article.evaluate(
        "document.querySelector('article').outerHTML ="
        " '<article><h1>An article</h1><p>One.</p></article>'"
    )
    show_article(preview, BEFORE.replace("One.", "Uno."))
    preview.news.edit(["page/"], [])
    article.wait_for_function("!window.stayed")
    expect(article.locator("article")).to_contain_text("Uno.")


def test_another_page_that_changed_leaves_this_one(
    preview: Preview, page: Page
) -> None:
    page.evaluate("window.stayed = true")
    preview.news.edit(["other/"], [])
    preview.news.go_on("still here")
    expect(page.get_by_role("status")).to_contain_text("still here")
    assert page.evaluate("window.stayed")


def test_a_mistake_stands_over_the_last_good_page(
    preview: Preview, page: Page
) -> None:
    preview.news.edit([], [WRONG])
    problem = page.get_by_role("alert")
    expect(problem).to_contain_text("docs/page.md:15")
    expect(problem).to_contain_text(WRONG.what)  # its markup is text
    expect(problem).to_contain_text(WRONG.remedy)
    expect(page.locator("#said")).to_be_visible()
    assert findings(page) == []
    page.keyboard.press("Escape")
    expect(problem).to_be_hidden()
    page.get_by_role("status").click()
    expect(problem).to_be_visible()
    problem.get_by_role("button", name="Close").click()
    preview.news.edit(["page/"], [])
    expect(page.get_by_role("alert")).to_be_hidden()


def test_an_address_before_the_first_draft_becomes_its_page(
    preview: Preview, open_context: Open
) -> None:
    waiting = open_context().new_page()
    waiting.goto(f"{preview.url}new/")
    expect(waiting.locator("h1")).to_have_text(
        "The first pages are being made"
    )
    (preview.folder / "new").mkdir()
    new = preview.folder / "new" / "index.html"
    new.write_text(PAGE.format("something new"), encoding="utf-8")
    preview.news.edit(["*"], [])
    expect(waiting.locator("#said")).to_have_text("It says something new.")


def test_the_end_of_the_server_is_told(
    preview: Preview, open_context: Open
) -> None:
    page = open_context().new_page()
    page.route("**/_preview/news", lambda route: route.abort())
    page.goto(f"{preview.url}page/")
    expect(page.get_by_role("status")).to_contain_text("make serve")
