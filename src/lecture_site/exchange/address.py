"""Shared results on a web server: files of a folder, and only to read."""

from __future__ import annotations

import re
import time

import requests
from urllib3.exceptions import HTTPError

from lecture_site.exchange.entry import LARGEST

GIVEN, ABSENT = 200, (404, 410)
LONGEST = 10.0  # seconds until a server must have answered one question
_PIECE = 1 << 16  # bytes


class Address:
    """The address of a folder of entries.

    Parameters
    ----------
    url : str
        Begins with ``http://`` or ``https://``.
    longest : float
        How many seconds one answer may take.
    """

    def __init__(self, url: str, longest: float = LONGEST) -> None:
        self._url = url.rstrip("/")
        self._longest = longest
        self._session = requests.Session()

    def __str__(self) -> str:
        """Return it without a password that may be in it."""
        return re.sub(r"//[^/]*@", "//", self._url)

    def read(self, key: str) -> bytes | None:
        """Return what an entry holds, or None if there is none.

        Raises
        ------
        OSError
            If the server is down, slow or says anything else.
        """
        try:
            return self._answer(f"{self._url}/{key[:2]}/{key}.json")
        except requests.Timeout:
            raise TimeoutError("it does not answer") from None
        except HTTPError as error:  # broken off, or badly packed
            raise OSError(type(error).__name__) from error

    def _answer(self, url: str) -> bytes | None:
        end = time.monotonic() + self._longest
        with self._session.get(
            url, timeout=self._longest, stream=True
        ) as answer:
            if answer.status_code in ABSENT:
                return None
            if answer.status_code != GIVEN:
                raise OSError(f"it answers {answer.status_code}")
            return _body(answer, end)


def _body(answer: requests.Response, end: float) -> bytes:
    """Read no more than an entry may have, for no longer than it may take."""
    body = b""
    # Whatever has arrived, or a server that drips would hold us for hours.
    while piece := answer.raw.read1(_PIECE, decode_content=True):
        body += piece
        if len(body) > LARGEST:
            break
        if time.monotonic() > end:
            raise TimeoutError("it answers too slowly")
    return body
