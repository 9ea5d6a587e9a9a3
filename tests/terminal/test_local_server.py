import socket
import struct
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from terminal.local_server import LocalServer, serving


def test_a_folder_is_served_while_something_looks(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a ü.txt").write_bytes(b"words")
    with (
        serving(tmp_path) as address,
        urllib.request.urlopen(f"{address}a%20%C3%BC.txt") as answer,
    ):
        assert answer.read() == b"words"
    assert address.startswith("http://127.0.0.1:")
    assert capfd.readouterr() == ("", "")
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(address)


@contextmanager
def _answering(error: type[Exception] | None) -> Iterator[LocalServer]:
    """Yield a server that answers once its browser has gone, or fails."""
    answered = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.server.gone.wait(60)  # type: ignore[attr-defined]
            try:
                if error:
                    raise error("mine")
                while True:
                    self.wfile.write(b"words")
            finally:
                answered.set()

    with LocalServer(Handler) as server:
        server.gone = threading.Event()  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        yield server
        assert answered.wait(60)
        server.shutdown()
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(60)


def _ask_and_go(server: LocalServer) -> None:
    at_once = struct.pack("ii", 1, 0)
    with socket.create_connection(server.server_address) as browser:
        browser.sendall(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
    server.gone.set()  # type: ignore[attr-defined]


@pytest.mark.parametrize("error", [None, ValueError])
def test_a_browser_that_goes_is_no_fault_and_a_fault_is_told(
    error: type[Exception] | None, capfd: pytest.CaptureFixture[str]
) -> None:
    with _answering(error) as server:
        _ask_and_go(server)
    told = capfd.readouterr().err
    assert "ValueError: mine" in told if error else told == ""
