"""What Lighthouse says of the pages: scores, and what it finds wanting."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from lecture_site.basics.node import NODE
from lecture_site.basics.project import Project
from lecture_site.browser.chromium import FLAGS
from lecture_site.checks.auditors import SOURCES, folder_of_auditors


@dataclass(frozen=True)
class Audit:
    """What is said of one page.

    Parameters
    ----------
    page : str
        Its address within the site.
    scores : dict
        From 0 to 100 for each kind of audit.
    wanting : list
        Names of the audits that it fails, each with some of the places.
    error : str or None
        Why there are no scores.
    """

    page: str
    scores: dict[str, int]
    wanting: list[Any]
    error: str | None = None

    @property
    def is_perfect(self) -> bool:
        """Tell whether nothing is found wanting."""
        return set(self.scores.values()) == {100} and not self.error

    def line(self) -> str:
        """Return what is said in one line."""
        told = " ".join(map(str, self.scores.values()))
        reasons = self.error or "; ".join(map(str, self.wanting))
        return f"{self.page or 'front page'}: {told} {reasons}".strip()


def audit(
    project: Project, chromium: str, address: str, pages: Sequence[str]
) -> Iterator[Audit]:
    """Yield what Lighthouse says of each page, in their order.

    It takes no times, so each processor may have pages of its own.

    Parameters
    ----------
    project : Project
        The checkout, in whose cache Lighthouse is installed.
    chromium : str
        The browser's path.
    address : str
        Where the site is served, with a slash at its end.
    pages : sequence of str
        Addresses within the site.
    """
    script = project.root / SOURCES / "audit.mjs"
    folder = folder_of_auditors(project)
    flags = " ".join(("--headless", *FLAGS))
    command = [NODE, str(script), str(folder), chromium, flags]
    addresses = [address + page for page in pages]
    n = min(os.cpu_count() or 1, len(addresses))
    with ExitStack() as stack:
        auditors = [
            stack.enter_context(_started([*command, *addresses[first::n]]))
            for first in range(n)
        ]
        for line in _in_turn([each.stdout for each in auditors]):
            told = json.loads(line)
            page = told.pop("address").removeprefix(address)
            yield Audit(page, **told)
    if any(each.returncode for each in auditors):
        raise RuntimeError("Lighthouse stopped; see its message above")


def _started(command: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")


def _in_turn(outputs: Iterable[Iterable[str] | None]) -> Iterator[str]:
    """Yield a line of each, then the next of each."""
    lines = zip_longest(*(output or () for output in outputs))
    return (line for some in lines for line in some if line)
