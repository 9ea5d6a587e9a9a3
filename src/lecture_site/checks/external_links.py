"""Asks other sites whether what the pages link to is still there.

Politely: one question at a time to each host, a pause between two, first for
the head only. A host that will not tell a program (403, 429, no answer in
time) proves nothing, so such a link is not called dead.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

AGENT = "Mozilla/5.0 (compatible; link check of a lecture)"
GONE = (404, 410)
FOR_GOOD = (301, 308)
# They redirect by their nature: their address is the one that lasts.
RESOLVERS = ("doi.org", "dx.doi.org", "hdl.handle.net")


class Verdict(StrEnum):
    """What is known of a link."""

    DEAD = "dead"
    UNTOLD = "not told"
    MOVED = "moved"
    GOOD = "good"


@dataclass(frozen=True)
class Answer:
    """What became of one address.

    Parameters
    ----------
    address : str
        As the page has it.
    verdict : Verdict
        What is known.
    detail : str
        Status or error, or where it has moved to.
    """

    address: str
    verdict: Verdict
    detail: str = ""


@dataclass(frozen=True)
class Manners:
    """How patiently hosts are asked.

    Parameters
    ----------
    timeout : float
        Seconds to wait for an answer.
    tries : int
        How often to ask where there was none.
    pause : float
        Seconds between two questions to one host; doubled after each try.
    hosts : int
        How many hosts to ask at the same time.
    """

    timeout: float = 20.0
    tries: int = 3
    pause: float = 1.0
    hosts: int = 8


def ask_all(
    addresses: Iterable[str], manners: Manners
) -> Iterator[list[Answer]]:
    """Ask for all addresses; yield the answers host by host."""
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(manners.hosts) as pool:
        yield from pool.map(
            lambda of_host: _ask_host(of_host, manners), by_host.values()
        )


def _ask_host(addresses: list[str], manners: Manners) -> list[Answer]:
    answers = []
    for address in addresses:
        answers.append(ask(address, manners))
        time.sleep(manners.pause)
    return answers


def ask(address: str, manners: Manners) -> Answer:
    """Ask for one address, again where there was no clear answer."""
    answer = Answer(address, Verdict.UNTOLD)
    for attempt in range(manners.tries):
        if attempt:
            time.sleep(manners.pause * 2**attempt)
        answer, is_final = _try(address, manners.timeout)
        if is_final:
            break
    return answer


def _try(address: str, timeout: float) -> tuple[Answer, bool]:
    """Ask for the head, then for the page; tell whether it is final."""
    answer, _ = _request(address, "HEAD", timeout)
    if answer.verdict in (Verdict.GOOD, Verdict.MOVED):
        return answer, True
    return _request(address, "GET", timeout)


class _Redirects(HTTPRedirectHandler):
    """Follows redirects and remembers how they were meant."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        self.codes.append(code)
        new = super().redirect_request(req, fp, code, msg, headers, newurl)
        if new:
            new.method = req.get_method()
        return new


def _request(address: str, method: str, timeout: float) -> tuple[Answer, bool]:
    redirects = _Redirects()
    request = Request(
        quote(address, safe="%/:=&?~#+!$,;'@()*[]"),
        headers={"User-Agent": AGENT, "Accept": "*/*"},
        method=method,
    )
    try:
        opener = build_opener(redirects)
        with opener.open(request, timeout=timeout) as response:
            return _reached(address, response.url, redirects.codes), True
    except HTTPError as error:
        return _refused(address, error)
    except (URLError, OSError, HTTPException, ValueError) as error:
        return _unreached(address, error)


def _reached(address: str, url: str, codes: list[int]) -> Answer:
    lasting = bool(codes) and all(code in FOR_GOOD for code in codes)
    if lasting and urlsplit(address).netloc not in RESOLVERS:
        return Answer(address, Verdict.MOVED, f"to {url}")
    return Answer(address, Verdict.GOOD)


def _refused(address: str, error: HTTPError) -> tuple[Answer, bool]:
    error.close()
    if error.code in GONE:
        return Answer(address, Verdict.DEAD, f"status {error.code}"), True
    if 300 <= error.code < 400:
        what = "redirects in a circle"
        return Answer(address, Verdict.DEAD, what), True
    is_final = error.code < 500  # it will not say more if asked again
    return Answer(address, Verdict.UNTOLD, f"status {error.code}"), is_final


def _unreached(address: str, error: Exception) -> tuple[Answer, bool]:
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return Answer(address, Verdict.UNTOLD, "no answer in time"), False
    verdict = Verdict.UNTOLD
    if isinstance(reason, socket.gaierror | ConnectionRefusedError):
        verdict = Verdict.DEAD
    return Answer(
        address, verdict, str(reason) or type(reason).__name__
    ), False
