"""The results of others, as a build sees them: there, or made here.

``LECTURE_RESULTS`` names a folder or an address. Whatever is wrong with it is
told in one line, and costs time and nothing else: what cannot be had, or
cannot be believed, is made here.
"""

from __future__ import annotations

import os
import re
import time
from collections import deque
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor, wait
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from rich.console import Console

from lecture_site.basics.progress import warn
from lecture_site.exchange.entry import (
    LARGEST,
    RefusedError,
    Wanted,
    packed,
    unpacked,
)
from lecture_site.exchange.folder import Folder

if TYPE_CHECKING:
    from lecture_site.exchange.address import Address

VARIABLE = "LECTURE_RESULTS"
ONLY_READ = "LECTURE_RESULTS_READ_ONLY"
PATIENCE = 30.0  # seconds that the questions of one kind may take
AT_ONCE = 8  # questions; requests keeps ten connections open
_told_on = deque([Console()], maxlen=1)
_SCHEME = re.compile(r"(\w[\w+.-]*)://")


class SharedResults:
    """What others have made, and what is made here for them.

    Parameters
    ----------
    store : Folder or Address
        Where they are.
    tell : callable
        Is given what is wrong, a line each.
    patience : float
        How many seconds all questions of one kind may take.
    """

    def __init__(
        self,
        store: Folder | Address,
        tell: Callable[[str], object],
        patience: float = PATIENCE,
    ) -> None:
        self._store = store
        self._tell = tell
        self._patience = patience
        self._lock = Lock()
        self._is_off = False
        self._takes: Folder | None = None
        if isinstance(store, Folder) and not store.is_read_only:
            self._takes = store

    def fetch(
        self, wanted: Collection[Wanted], take: Callable[[Wanted, str], bool]
    ) -> set[Wanted]:
        """Fetch what others have made, and return what was taken.

        Parameters
        ----------
        wanted : collection of Wanted
        take : callable
            Takes a text, or says by False that it does not believe it.
        """
        taken: set[Wanted] = set()
        refused: list[str] = []
        for each, content in self._contents(wanted).items():
            try:
                if not take(each, unpacked(content, each)):
                    raise RefusedError("it does not agree with the record")
            except RefusedError as error:
                refused.append(f"{each.name}: {error}")
            else:
                taken.add(each)
        if refused:
            self._tell(self._refusal(refused))
        return taken

    def _contents(self, wanted: Collection[Wanted]) -> dict[Wanted, bytes]:
        """Return what there is; with a slow store, what came in time."""
        end = time.monotonic() + self._patience
        with ThreadPoolExecutor(AT_ONCE) as pool:
            asked = {each: pool.submit(self._ask, each) for each in wanted}
            for answer in asked.values():
                wait([answer], max(0.0, end - time.monotonic()))
                if not answer.done():
                    self._give_up("it is too slow")
        found = {each: answer.result() for each, answer in asked.items()}
        return {e: held for e, held in found.items() if held is not None}

    def _ask(self, wanted: Wanted) -> bytes | None:
        if self._is_off:
            return None
        try:
            return self._store.read(wanted.key)
        except OSError as error:
            self._give_up(_in_short(error))
            return None

    def give(self, wanted: Wanted, text: str) -> None:
        """Let others have a text that was made here."""
        content = packed(wanted, text)
        if self._takes is None or self._is_off or len(content) > LARGEST:
            return
        try:
            self._takes.write(wanted.key, content)
        except OSError as error:
            self._takes = None
            why = _in_short(error)
            self._tell(f"nothing is put into {self._store}: {why}")

    def _give_up(self, why: str) -> None:
        with self._lock:
            if not self._is_off:
                self._is_off = True
                self._tell(
                    f"no shared results from {self._store}: {why}; "
                    "what is stale is made here"
                )

    def _refusal(self, refused: list[str]) -> str:
        others = f" (and {len(refused) - 1} more)" if refused[1:] else ""
        return (
            f"shared results of {self._store} are refused and made here: "
            f"{refused[0]}{others}"
        )


def shared_results(console: Console | None = None) -> SharedResults | None:
    """Return the shared results that the environment names, if any.

    Parameters
    ----------
    console : Console or None
        Where it is told what is wrong; where it was told last if None.
    """
    named = os.environ.get(VARIABLE, "").strip()
    only_read = os.environ.get(ONLY_READ, "").strip() not in ("", "0")
    _told_on.append(console or _told_on[-1])
    return _opened(named, only_read) if named else None


def _tell(what: str) -> None:
    warn(_told_on[-1], what)


@cache  # so that what is wrong with it is told once
def _opened(named: str, only_read: bool) -> SharedResults | None:
    scheme = _SCHEME.match(named)
    if scheme is None:
        return SharedResults(Folder(Path(named), only_read), _tell)
    if scheme[1].lower() in ("http", "https"):
        # Imported here: few need what talks to servers.
        from lecture_site.exchange.address import Address

        return SharedResults(Address(named), _tell)
    _tell(f"{VARIABLE} is no folder and no http(s) address: {named}")
    return None


def _in_short(error: OSError) -> str:
    """Return the last, most exact part of what an error says."""
    said = str(error).rpartition(": ")[2].rstrip("')\"")
    return said or type(error).__name__
