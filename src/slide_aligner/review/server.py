"""Serves the review on this machine only, and saves what a person decides.

The address holds a random word, and a request must name this machine: so no
other page that is open in the browser can read or change anything.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

from slide_aligner.links.json_entries import entry_of_bytes
from slide_aligner.links.pins import pins_of, write_pins
from terminal.errors import FileProblemError
from terminal.local_server import LocalServer

_MOST_BYTES = 10_000_000


class ReviewServer(LocalServer):
    """A server for one report, on a free port of the loopback interface.

    Parameters
    ----------
    page : str
        The report, in HTML.
    pictures : mapping of str to Path
        Files of WebP pictures by their address, relative to the report's.
    pins : Path
        Where decisions are written.
    """

    save_address = "pins"

    def __init__(
        self, page: str, pictures: Mapping[str, Path], pins: Path
    ) -> None:
        super().__init__(_Handler)
        self.page = page.encode(errors="replace")
        self.pictures = dict(pictures)
        self.pins = pins
        self.token = secrets.token_urlsafe(16)

    @property
    def url(self) -> str:
        """Where the report is."""
        return f"{self.origin}/{self.token}/"


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        name = self._asked()
        if name is None:
            self._say(HTTPStatus.FORBIDDEN, "use the address as printed")
        elif name == "":
            self._answer(HTTPStatus.OK, "text/html", self.server.page)
        elif name in self.server.pictures:
            self._picture(self.server.pictures[name])
        else:
            self._say(HTTPStatus.NOT_FOUND, "there is nothing here")

    def do_PUT(self) -> None:
        # What is not read would be taken for the next request.
        self.close_connection = True
        size = self.headers.get("Content-Length", "")
        if self._asked() != self.server.save_address or not self._from_here():
            self._say(HTTPStatus.FORBIDDEN, "use the address as printed")
        elif not size.isdecimal() or int(size) > _MOST_BYTES:
            self._say(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too long")
        else:
            self._save(self.rfile.read(int(size)))

    def _asked(self) -> str | None:
        """Return the path below the token; None if it is a stranger's."""
        _, token, *names = [*self.path.split("/", 2), ""]
        host = urlsplit(self.server.origin).netloc
        known = hmac.compare_digest(token.encode(), self.server.token.encode())
        if not known or self.headers.get("Host") != host:
            return None
        return names[0]

    def _from_here(self) -> bool:
        origin = self.headers.get("Origin", self.server.origin)
        return origin == self.server.origin

    def _save(self, body: bytes) -> None:
        path = self.server.pins
        try:
            write_pins(path, pins_of(entry_of_bytes(body, path)))
        except FileProblemError as problem:
            self._say(HTTPStatus.BAD_REQUEST, str(problem))
        else:
            self._say(HTTPStatus.OK, "saved")

    def _picture(self, path: Path) -> None:
        try:
            data = path.read_bytes()
        except OSError:
            self._say(HTTPStatus.NOT_FOUND, "the picture is gone")
        else:
            self._answer(HTTPStatus.OK, "image/webp", data)

    def _say(self, status: HTTPStatus, text: str) -> None:
        self._answer(status, "text/plain", text.encode())

    def _answer(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_response(status)
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Print nothing: the terminal shows what the person does."""
