"""A link that leads nowhere is found, and a link that leads on is not."""

import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.checks import external_links
from lecture_site.checks.external_links import (
    Answer,
    Manners,
    Verdict,
    ask_all,
)
from lecture_site.checks.internal_links import check_site

ROOT = Path(__file__).resolve().parents[3]
GOOD = {
    "index.html": '<h1 id="start">x</h1><a href="page/#part">a</a>'
    '<a href="page/?q=1#:~:text=a">b</a><a href="#">c</a><a href="#top">d</a>'
    '<img srcset="a.svg 1x, a.svg 2x" src="a.svg"><a href="deck.pdf#page=3">'
    '<a href="mailto:a@b.org">e</a><link rel="preconnect" href="/nowhere/">',
    "page/index.html": '<h2 id="part">x</h2><a href="..">a</a>'
    '<a href="#part?n=1">the state of an explorer</a>'
    '<svg><use href="../a.svg#dot"/></svg><a href="https://example.org/a">b',
    "404.html": '<link rel="stylesheet" href="/style.css"><a href="/page/">a',
    "a.svg": '<svg><g id="dot"/><a xlink:href="page/"/>'
    '<rect clip-path="url(#dot)"/></svg>',
    "style.css": "a { src: url('a.svg'); b: url(\"data:,url(%23x)\") }",
    "deck.pdf": "%PDF",
    "manifest.json": '{"start_url": ".", "icons": [{"src": "a.svg"}]}',
    "search/search_index.json": '{"docs": [{"location": "page/#part"}]}',
    "sitemap.xml": "<urlset><url><loc>page/</loc></url></urlset>",
}
SCRIPT = str(ROOT / "scripts" / "check_links.py")
LOST = "leads nowhere"
NO_ANCHOR = "leads to no anchor there"


def write(site: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return site


def test_every_address_of_the_built_site_leads_somewhere() -> None:
    links = check_site(ROOT / "site")
    assert list(map(str, links.problems)) == []
    assert links.n_internal > 100
    assert links.external


def test_a_site_in_order_has_no_problem(tmp_path: Path) -> None:
    links = check_site(write(tmp_path / "site", GOOD))
    assert list(map(str, links.problems)) == []
    assert links.external == {"https://example.org/a": ["page/index.html"]}


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("index.html", "page/#part", "gone/", LOST),
        ("index.html", "page/#part", "page", "lacks its last slash"),
        ("index.html", "page/#part", "page/#gone", NO_ANCHOR),
        ("index.html", "#top", "#gone", NO_ANCHOR),
        ("page/index.html", "#part?n=1", "#gone?n=1", NO_ANCHOR),
        ("index.html", "a.svg 2x", "b.svg 2x", LOST),
        ("index.html", "deck.pdf#", "desk.pdf#", LOST),
        ("index.html", "mailto:", "javascript:", "scheme javascript"),
        ("index.html", 'href="#"', 'href="http://[a"', "is none"),
        ("page/index.html", 'href=".."', 'href="/page/"', "in a sub-folder"),
        ("page/index.html", 'href=".."', 'href="../.."', "in a sub-folder"),
        ("page/index.html", "a.svg#dot", "a.svg#dots", NO_ANCHOR),
        ("404.html", "/page/", "/pages/", LOST),
        ("404.html", "/style.css", "/styles.css", LOST),
        ("a.svg", "page/", "pages/", LOST),
        ("a.svg", "url(#dot)", "url(#dots)", NO_ANCHOR),
        ("style.css", "a.svg", "b.svg", LOST),
        ("manifest.json", "a.svg", "b.svg", LOST),
        ("search/search_index.json", "#part", "#gone", NO_ANCHOR),
        ("sitemap.xml", "page/", "pages/", LOST),
    ],
)
def test_an_address_that_leads_nowhere_is_named_with_its_file(
    name: str, old: str, new: str, says: str, tmp_path: Path
) -> None:
    assert old in GOOD[name]
    broken = GOOD | {name: GOOD[name].replace(old, new)}
    (problem,) = check_site(write(tmp_path / "site", broken)).problems
    assert problem.page == f"site/{name}"
    assert says in problem.what


def test_addresses_of_a_published_site_are_its_own(tmp_path: Path) -> None:
    own = "https://someone.example/lecture/"
    head = f'<link rel="canonical" href="{own}">'
    site = write(
        tmp_path / "site",
        GOOD
        | {
            "index.html": f"{head}{GOOD['index.html']}",
            "404.html": '<a href="/lecture/page/">a</a>',
            "feed.xml": f"<link>{own}page/#part</link><link>{own}gone/</link>",
        },
    )
    (problem,) = check_site(site).problems
    assert problem.page == "site/feed.xml"
    assert f"'{own}gone/' {LOST}" in problem.what


class _Host(BaseHTTPRequestHandler):
    """Answers as hosts do; what was asked is kept with its time."""

    asked: ClassVar[list[tuple[str, float]]] = []
    end = threading.Event()

    def do_GET(self) -> None:
        self.asked.append((self.path, time.monotonic()))
        name = self.path.strip("/")
        if name == "slow":
            self.end.wait(60)
        status = STATUS.get(name, 200)
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", "/circle" * (name == "circle") or "/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        _Host.end.set()
        server.shutdown()
        thread.join()


HASTE = Manners(timeout=2, pause=0.01)
STATUS = {
    "moved": 301,
    "temporary": 302,
    "circle": 301,
    "gone": 404,
    "gone_for_good": 410,
    "forbidden": 403,
    "busy": 429,
    "broken": 500,
}
UNDERSTOOD = {
    "/good": (Verdict.GOOD, ""),
    "/näme (1)": (Verdict.GOOD, ""),
    "/temporary": (Verdict.GOOD, ""),
    "/moved": (Verdict.MOVED, "to http://127.0.0.1"),
    "/gone": (Verdict.DEAD, "status 404"),
    "/gone_for_good": (Verdict.DEAD, "status 410"),
    "/circle": (Verdict.DEAD, "redirects in a circle"),
    "/forbidden": (Verdict.UNTOLD, "status 403"),
    "/busy": (Verdict.UNTOLD, "status 429"),
    "/broken": (Verdict.UNTOLD, "status 500"),
    "/slow": (Verdict.UNTOLD, "no answer in time"),
}


@pytest.fixture(scope="module")
def answers(host: str) -> dict[str, Answer]:
    asked = [host + path for path in UNDERSTOOD]
    return {answer.address: answer for answer in ask_all(asked, HASTE)}


@pytest.mark.parametrize("path", UNDERSTOOD)
def test_an_answer_is_understood(
    path: str, host: str, answers: dict[str, Answer]
) -> None:
    verdict, detail = UNDERSTOOD[path]
    assert answers[host + path].verdict == verdict
    assert answers[host + path].detail.startswith(detail)


def test_a_host_that_is_not_there_is_dead() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # bound, so that nobody else listens
        closed = f"http://127.0.0.1:{free.getsockname()[1]}/"
        told = ask_all([closed, "http://nobody.invalid/"], HASTE)
        assert {answer.verdict for answer in told} == {Verdict.DEAD}


def test_a_host_has_its_pause_between_two_questions(host: str) -> None:
    addresses = [f"{host}/{n}" for n in range(4)]
    _Host.asked.clear()
    told = list(ask_all(addresses, Manners(timeout=10, pause=0.5)))
    assert {answer.address for answer in told} == set(addresses)
    times = sorted(at for path, at in _Host.asked if path != "/robots.txt")
    # A clock that is set is no reason to fail: half of it is a pause.
    assert min(b - a for a, b in pairwise(times)) > 0.25


def test_an_asking_that_breaks_off_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(external_links, "ALONE", ("--no-such-option",))
    with pytest.raises(ProblemError, match="broke off"):
        list(ask_all(["http://nobody.invalid/"], HASTE))


def check_links(site: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, SCRIPT, str(site), *options, "--pause", "0.01"],
        cwd=site.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_command_reports_and_fails_on_dead_links_only(
    tmp_path: Path, host: str
) -> None:
    names = ("good", "moved", "forbidden")
    links = "".join(f'<a href="{host}/{name}">a</a>' for name in names)
    site = write(tmp_path / "site", {"index.html": links})
    report = tmp_path / "report.md"
    options = ("--external", "--report", str(report))
    checked = check_links(site, *options)
    assert checked.returncode == 0, checked.stderr
    text = report.read_text(encoding="utf-8")
    assert text.startswith("1 of 3 links are good.")
    verdicts = re.findall(r"^\| (not told|moved|dead) \|", text, re.M)
    assert verdicts == ["not told", "moved"]

    write(site, {"index.html": f'<a href="{host}/gone">a</a>'})
    checked = check_links(site, *options)
    assert checked.returncode == 1
    assert f"the link {host}/gone is dead: status 404" in checked.stderr
    assert f"| dead | <{host}/gone> | status 404 | index.html |" in (
        report.read_text(encoding="utf-8")
    )


def test_other_sites_are_left_alone_unless_asked_for(
    tmp_path: Path, host: str
) -> None:
    site = write(tmp_path / "site", {"index.html": f'<a href="{host}/gone">'})
    _Host.asked.clear()
    assert check_links(site).returncode == 0
    assert not _Host.asked
    assert "there is no site" in check_links(tmp_path).stderr
