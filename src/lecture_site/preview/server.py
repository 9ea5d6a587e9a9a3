"""Serves the draft, with a script in each page that follows the news."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from lecture_site.preview.news import News
from terminal.local_server import LocalServer

OWN = "/_preview/"  # no page is called that
SHOWN = Path(__file__).parent / "shown"
_SENT = f'<script src="{OWN}sent.js"></script>'.encode()
_STILL_THERE = 10.0  # seconds between two signs of life to a browser


class Preview(LocalServer):
    """The draft at an address of this machine.

    Parameters
    ----------
    address : tuple of (str, int)
        Host and port; port 0 takes one that is free.
    folder : Path
        The draft; it may come later.
    news : News
        What the pages are told.
    """

    def __init__(
        self, address: tuple[str, int], folder: Path, news: News
    ) -> None:
        self.folder = folder
        self.news = news
        super().__init__(partial(_Handler, directory=folder), address)

    @property
    def url(self) -> str:
        """Where the front page is."""
        return f"{self.origin}/"


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Some systems think otherwise, and a browser then refuses a module.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript"
    }
    server: Preview

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        page = self._page(path)
        if path == f"{OWN}news":
            self._tell_news()
        elif path.startswith(OWN):
            self._send(SHOWN / Path(path).name, HTTPStatus.OK)
        elif page.suffix == ".html" and page.is_file():
            self._send(page, HTTPStatus.OK)
        elif page.is_file() or Path(self.translate_path(path)).is_dir():
            super().do_GET()
        else:
            self._send(self._instead(), HTTPStatus.NOT_FOUND)

    def _page(self, path: str) -> Path:
        there = Path(self.translate_path(path))
        return there / "index.html" if path.endswith("/") else there

    def _instead(self) -> Path:
        """Return what is shown where no page is, or none is there yet."""
        lost = self.server.folder / "404.html"
        return lost if lost.exists() else SHOWN / "waiting.html"

    def _send(self, file: Path, status: HTTPStatus) -> None:
        number = self.server.news.number
        try:
            content = file.read_bytes()
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        if file.suffix == ".html":
            content = with_script(content, number)
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _tell_news(self) -> None:
        """Send the state whenever it changes, for as long as one listens."""
        asked = parse_qs(urlsplit(self.path).query)
        number = int(asked.get("after", ["-1"])[0])
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            while True:
                told = self.server.news.after(number, _STILL_THERE)
                number, state = told or (number, "")
                line = f"data: {state}\n\n" if state else ": still here\n\n"
                self.wfile.write(line.encode())
        except ConnectionError:
            return  # the browser has gone

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of what is asked for: problems are what matters."""


def with_script(page: bytes, number: int) -> bytes:
    """Return a page with the scripts that show what becomes of it.

    Parameters
    ----------
    page : bytes
        The page as it was built.
    number : int
        The last change that it shows.
    """
    text, end, rest = page.rpartition(b"</article>")
    if end:
        page = b"".join((text, end, _SENT, rest))
    name, known = f"{OWN}follow_news.js", f'data-number="{number}"'
    script = f'<script type="module" src="{name}" {known}></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page + script
