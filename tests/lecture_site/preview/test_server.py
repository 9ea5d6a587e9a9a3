import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from lecture_site.preview.news import News
from lecture_site.preview.server import SHOWN, Preview, with_script


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Preview]:
    server = Preview(("127.0.0.1", 0), tmp_path / "draft", News(number=7))
    with server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def with_pages(served: Preview) -> Preview:
    (served.folder / "page").mkdir(parents=True)
    write(served, "page/index.html", "<html><body>Said</body></html>")
    write(served, "404.html", "<html><body>Lost</body></html>")
    write(served, "look.css", "p {}")
    return served


def write(served: Preview, name: str, text: str) -> None:
    (served.folder / name).write_text(text, encoding="utf-8")


def read(served: Preview, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(served.url + path, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


SCRIPT = (
    '<script type="module" src="/_preview/follow_news.js" data-number="7">'
    "</script>"
)


def test_a_page_is_sent_with_the_script_and_its_number(
    with_pages: Preview,
) -> None:
    expected = f"<html><body>Said{SCRIPT}</body></html>"
    assert read(with_pages, "page/") == (200, expected)
    assert read(with_pages, "page/index.html") == (200, expected)


def test_what_an_article_was_is_noted_before_any_other_script() -> None:
    page = "<body><article>Said</article><script src='a.js'></script></body>"
    noted = '</article><script src="/_preview/sent.js"></script><script'
    assert noted in with_script(page.encode(), 7).decode()


def test_an_address_without_its_slash_leads_to_the_page(
    with_pages: Preview,
) -> None:
    assert "Said" in read(with_pages, "page")[1]


def test_other_files_are_sent_as_they_are(with_pages: Preview) -> None:
    assert read(with_pages, "look.css") == (200, "p {}")


def test_a_lost_reader_is_sent_the_page_for_them(with_pages: Preview) -> None:
    status, text = read(with_pages, "nowhere/")
    assert status == 404
    assert "Lost" in text
    assert SCRIPT in text


def test_before_the_first_draft_a_page_says_to_wait(served: Preview) -> None:
    status, text = read(served, "page/")
    assert status == 404
    assert "being made" in text
    assert SCRIPT in text


@pytest.mark.parametrize("name", [path.name for path in SHOWN.iterdir()])
def test_what_the_pages_load_of_the_preview_is_there(
    with_pages: Preview, name: str
) -> None:
    assert read(with_pages, f"_preview/{name}")[0] == 200


@pytest.mark.parametrize("name", ["absent.js", "../news.py", "%2e%2e/news.py"])
def test_nothing_else_of_the_preview_is_sent(
    with_pages: Preview, name: str
) -> None:
    assert read(with_pages, f"_preview/{name}")[0] == 404


def test_nothing_outside_of_the_draft_is_sent(with_pages: Preview) -> None:
    (with_pages.folder.parent / "secret.txt").write_text("hidden")
    for path in (
        "../secret.txt",
        "%2e%2e/secret.txt",
        "page/../../secret.txt",
    ):
        assert "hidden" not in read(with_pages, path)[1]


def test_a_browser_is_told_the_state_and_every_change(
    with_pages: Preview,
) -> None:
    address = f"{with_pages.url}_preview/news"
    with urllib.request.urlopen(address, timeout=60) as told:
        assert told.headers["Content-Type"] == "text/event-stream"
        first = json.loads(told.readline().removeprefix(b"data: "))
        assert first["pages"] == {}
        told.readline()
        with_pages.news.show(["page/"])
        second = json.loads(told.readline().removeprefix(b"data: "))
        assert second["pages"] == {"page/": 8}


def test_a_page_without_an_end_gets_the_script_at_its_end() -> None:
    assert with_script(b"half a page", 7) == b"half a page" + SCRIPT.encode()


def test_the_script_stands_before_the_last_end_of_a_body() -> None:
    page = b"<body><pre>&lt;/body></pre></body>"
    assert with_script(page, 7).endswith(SCRIPT.encode() + b"</body>")
