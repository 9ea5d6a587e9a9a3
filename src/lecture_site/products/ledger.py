"""What is remembered of results: of which sources, and whether by hand."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lecture_site.basics.json_files import read_cache, read_json, write_whole

OFTEN = 1.0  # seconds between two times that a ledger is written


class Ledger:
    """Remembers which results were made from which sources.

    A result counts as fresh when its fingerprint is the remembered one and
    the result itself is what was made or confirmed then, so an edit by hand
    is noticed.

    Parameters
    ----------
    path : Path
        A JSON file; it may be absent.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[str, Any] = read_cache(path, dict)
        self._saved = 0.0

    def is_fresh(self, name: str, sources: str, result: str | None) -> bool:
        """Tell whether a result is what these sources once made."""
        return result is not None and (
            self._entries.get(name) == [sources, digest(result)]
        )

    def remember(self, name: str, sources: str, result: str) -> None:
        """Note that these sources made this result."""
        self._entries[name] = [sources, digest(result)]
        if time.monotonic() - self._saved > OFTEN:
            self.save()

    def save(self) -> None:
        """Write the ledger."""
        _write(self._path, self._entries)
        self._saved = time.monotonic()

    @contextmanager
    def saved(self) -> Iterator[None]:
        """Write the ledger at the end, whatever ends it."""
        before = dict(self._entries)
        try:
            yield
        finally:
            if self._entries != before:
                self.save()


class Seals:
    """The digest of every committed result as it was recorded.

    An agreeing result is not written again, so what agrees by chance with
    an edit by hand would stand for ever; its digest does not agree.

    Parameters
    ----------
    path : Path
        A JSON file that is committed; it may be absent.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries = self._read()

    def _read(self) -> dict[str, Any]:
        remedy = "restore it, or delete it and run 'make record'"
        return read_json(self._path, dict, remedy)

    def knows(self, name: str) -> bool:
        """Tell whether a result was ever recorded."""
        return name in self._entries

    def holds(self, name: str, result: str | None) -> bool:
        """Tell whether a result is as it was recorded."""
        return (
            result is not None
            and self._entries.get(name) == (digest(result)[:16])
        )

    def seal(self, name: str, result: str) -> None:
        """Seal a result that is being recorded.

        Others may record at the same time, so the file is read again.
        """
        self._entries = self._read() | {name: digest(result)[:16]}
        _write(self._path, self._entries)

    def forget(self, name: str) -> None:
        """Break the seal of a result."""
        self.keep_only(self._read().keys() - {name})

    def keep_only(self, names: set[str]) -> None:
        """Forget results that nothing makes any more."""
        kept = {n: s for n, s in self._entries.items() if n in names}
        if kept != self._entries:
            self._entries = kept
            _write(self._path, kept)


def digest(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _write(path: Path, entries: dict[str, Any]) -> None:
    text = json.dumps(entries, indent=1, sort_keys=True)
    write_whole(path, f"{text}\n")
