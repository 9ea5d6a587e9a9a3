"""A web server may do anything: it is told in a line, and costs little."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from lecture_site.exchange import entry, results
from lecture_site.exchange.address import Address
from lecture_site.exchange.entry import Wanted
from lecture_site.exchange.results import SharedResults
from one_listing import Checkout, entries

WANTED = Wanted("listing a.py", "0123")


@contextmanager
def served(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """Serve what a function answers, and give the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        do_GET = answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/results"
    finally:
        server.shutdown()
        server.server_close()


def send(
    handler: BaseHTTPRequestHandler, body: bytes, status: int = 200
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def files_of(folder: Path) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        path = folder / handler.path.removeprefix("/results/")
        if path.is_file():
            send(handler, path.read_bytes())
        else:
            send(handler, b"<h1>Not found</h1>", 404)

    return answer


def test_an_address_is_read(
    second: Checkout, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served(files_of(folder)) as url:
        monkeypatch.setenv(results.VARIABLE, f"{url}/")
        assert second.make() == ""
        assert not second.ran.exists()
        second.write("0.5 / 2")
        assert second.make() == ""
        assert second.ran.exists()
    assert len(entries(folder)) == 1


def fetched(url: str, *, longest: float = 5, patience: float = 5) -> str:
    """Ask a server for many results, and return what was told of it."""
    told: list[str] = []
    shared = SharedResults(Address(url, longest), told.append, patience)
    many = [WANTED, *(Wanted(f"listing {i}", "0") for i in range(30))]
    assert shared.fetch(many, lambda *_: True) == set()
    assert shared.fetch(many, lambda *_: True) == set()
    return "\n".join(told)


def hang(_: BaseHTTPRequestHandler) -> None:
    time.sleep(60)


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    while True:
        handler.wfile.write(b" ")
        time.sleep(0.1)


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.close()


def break_off(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"{")
    handler.close_connection = True


def pack_badly(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "4")
    handler.send_header("Content-Encoding", "gzip")
    handler.end_headers()
    handler.wfile.write(b"nope")


def lead_astray(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(302)
    handler.send_header("Location", "file:///etc/hostname")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def sign_in(handler: BaseHTTPRequestHandler) -> None:
    send(handler, b"<!doctype html><title>Sign in</title>")


def fail(handler: BaseHTTPRequestHandler) -> None:
    send(handler, b"<h1>Maintenance</h1>", 503)


def dawdle(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(0.3)
    send(handler, b"", 404)


@pytest.mark.parametrize(
    "answer",
    [hang, drip, hang_up, break_off, pack_badly, lead_astray, sign_in, fail],
)
def test_whatever_a_server_does_it_is_told_in_a_line_and_costs_little(
    answer: Callable[[BaseHTTPRequestHandler], None],
) -> None:
    began = time.monotonic()
    with served(answer) as url:
        told = fetched(url, longest=0.5)
    assert url in told
    # One that answers pages is asked a second time: it is up.
    assert len(told.splitlines()) == (2 if answer is sign_in else 1)
    assert "made here" in told
    assert time.monotonic() - began < 20


def test_a_server_that_is_not_there_is_told_in_a_line() -> None:
    with served(sign_in) as url:
        pass
    assert "no shared results from" in fetched(url)


@pytest.mark.parametrize("host", ["", "[::", "a" * 300, "no host", "x:port"])
def test_what_is_no_address_is_told_in_a_line(host: str) -> None:
    told = fetched(f"http://{host}/results")
    assert told.startswith("no shared results from http://")
    assert len(told.splitlines()) == 1


def test_a_password_is_not_told() -> None:
    with served(fail) as url:
        told = fetched(url.replace("//", "//me:secret@"))
    assert "it answers 503" in told
    assert "secret" not in told


def test_a_slow_server_is_left_when_it_has_taken_long_enough() -> None:
    with served(dawdle) as url:
        assert "it is too slow" in fetched(url, patience=0.5)


def test_a_server_is_read_no_further_than_an_entry_may_reach() -> None:
    def pour(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(bytes(1 << 16))

    with served(pour) as url:
        content = Address(url).read(WANTED.key)
    assert content is not None
    assert len(content) < entry.LARGEST + (1 << 20)
    with pytest.raises(entry.RefusedError, match="bytes"):
        entry.unpacked(content, WANTED)
