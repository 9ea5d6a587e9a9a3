"""Serves something to browsers on this machine.

A browser goes whenever it likes, also while it is answered: that is no fault,
and nothing is said of it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler
from typing import Any

_LOOPBACK = "127.0.0.1"


class LocalServer(ThreadingHTTPServer):
    """A server that ends with its process, at a port of this machine.

    Parameters
    ----------
    handler : callable
        What answers a request, as in `http.server`.
    address : tuple of (str, int)
        Host and port; port 0 takes one that is free.
    """

    daemon_threads = True

    def __init__(
        self,
        handler: Callable[..., BaseRequestHandler],
        address: tuple[str, int] = (_LOOPBACK, 0),
    ) -> None:
        super().__init__(address, handler)

    def handle_error(self, *asked: Any) -> None:
        """Say nothing of a browser that has gone."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*asked)

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://{self.server_address[0]!s}:{self.server_port}"


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder for as long as something looks at it.

    Parameters
    ----------
    folder : Path
        What is served; it may change meanwhile.

    Yields
    ------
    str
        The address, which ends in a slash.
    """
    with LocalServer(partial(_Silent, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"{server.origin}/"
        finally:
            server.shutdown()
            thread.join()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Print nothing: the terminal is for what looks at the folder."""
