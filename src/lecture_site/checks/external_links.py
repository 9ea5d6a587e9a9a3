"""Asks other sites whether what the pages link to is still there.

LinkChecker does the asking, as politely as it is told to and as `robots.txt`
allows. What it was told is read here with care: a host that will not answer
a program (403, 429, no answer in time) proves nothing, so such a link is not
called dead.
"""

from __future__ import annotations

import csv
import errno
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote, urlsplit

from lecture_site.basics.problems import Problem, ProblemError

SETTINGS = """\
[checking]
useragent=Mozilla/5.0 (compatible; link check of a lecture)
threads={hosts}
timeout={timeout}
maxrequestspersecond={rate}
[output]
status=0
"""
PROGRAM = (sys.executable, "-m", "linkcheck")
# Each address alone, and nothing that stands on the page behind it.
ALONE = ("--stdin", "--recursion-level=0", "--verbose", "--output=csv")
BROKEN_OFF = 2  # its exit code; 1 says that it has found dead links
SHORTEST = 0.001  # seconds: LinkChecker counts questions a second
GONE = ("404", "410")
FOR_GOOD = ("301", "308")
# No such name, or a door that is shut; messages are cut off after that.
NOBODY_THERE = ("NameResolutionError", f"[Errno {errno.ECONNREFUSED}]")
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
    timeout : int
        Seconds to wait for an answer.
    pause : float
        Seconds between two questions to one host.
    hosts : int
        How many hosts to ask at the same time.
    """

    timeout: int = 20
    pause: float = 1.0
    hosts: int = 8


def ask_all(addresses: Iterable[str], manners: Manners) -> Iterator[Answer]:
    """Ask for all addresses; yield the answers as they come.

    Raises
    ------
    ProblemError
        If the asking broke off.
    """
    asked = {quote(a, safe="%/:=&?~#+!$,;'@()*[]"): a for a in addresses}
    settings = SETTINGS.format(
        hosts=manners.hosts,
        timeout=manners.timeout,
        rate=1 / max(manners.pause, SHORTEST),
    )
    with TemporaryDirectory() as folder:
        config = Path(folder) / "settings"
        config.write_text(settings, encoding="utf-8")
        for row in _rows(str(config), "\n".join(asked)):
            address = asked[row["urlname"]]
            yield Answer(address, *_understood(address, row))


def _rows(config: str, asked: str) -> Iterator[Mapping[str, str]]:
    with subprocess.Popen(
        [*PROGRAM, f"--config={config}", *ALONE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as asking:
        assert asking.stdin is not None
        assert asking.stdout is not None
        assert asking.stderr is not None
        asking.stdin.write(asked)
        asking.stdin.close()
        table = (line for line in asking.stdout if not line.startswith("#"))
        yield from csv.DictReader(table, delimiter=";")
        said = asking.stderr.read().strip()
    if asking.returncode >= BROKEN_OFF:
        what = f"the asking of other sites broke off: {said[-500:]}"
        raise ProblemError(Problem(what, "see what LinkChecker says"))


def _understood(address: str, row: Mapping[str, str]) -> tuple[Verdict, str]:
    """Read what LinkChecker says of one address."""
    said = row["result"]
    status = said[:3]
    if status == "200" or (row["valid"] == "True" and status < "400"):
        codes = re.findall(r"status: (\d{3})", row["warningstring"])
        lasting = bool(codes) and all(code in FOR_GOOD for code in codes)
        if lasting and urlsplit(address).netloc not in RESOLVERS:
            return Verdict.MOVED, f"to {row['url']}"
        return Verdict.GOOD, ""
    if status.isdecimal():
        verdict = Verdict.DEAD if status in GONE else Verdict.UNTOLD
        return verdict, f"status {status}"
    if said.startswith("TooManyRedirects"):
        return Verdict.DEAD, "redirects in a circle"
    if any(words in said for words in NOBODY_THERE):
        return Verdict.DEAD, "nobody is there"
    if "Timeout" in said:
        return Verdict.UNTOLD, "no answer in time"
    return Verdict.UNTOLD, said.partition(":")[0]
