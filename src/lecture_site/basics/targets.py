"""Where a generated text is kept: a file, or an entry of a JSON file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from lecture_site.basics.json_files import read_json, write_whole

RESTORE = "restore it with git, or delete it and run 'make record'"


class Target(Protocol):
    """A place that a generated text is kept in."""

    def read(self) -> str | None:
        """Return the text, or None if there is none."""

    def write(self, text: str) -> None:
        """Keep a text."""


@dataclass(frozen=True)
class FileTarget:
    """A file of its own."""

    path: Path

    def read(self) -> str | None:
        """Return the file's text, or None if there is no file.

        What is no text gets marks, so that no digest holds for it.
        """
        if not self.path.exists():
            return None
        return _text(self.path)

    def write(self, text: str) -> None:
        """Write the file with Unix line ends."""
        write_whole(self.path, text)

    def write_if_changed(self, text: str) -> None:
        """Write unless the file says this already, so no watcher wakes."""
        if self.read() != text:
            self.write(text)


@dataclass(frozen=True)
class FigureTarget:
    """A figure: its SVG, and beside it the record of what it shows."""

    path: Path

    @property
    def record(self) -> Path:
        """Where the words and the data of the figure are kept."""
        return self.path.with_suffix(".record.json")

    def read(self) -> str | None:
        """Return both as JSON, or None if one of them is missing."""
        if not (self.path.exists() and self.record.exists()):
            return None
        entry = read_json(self.record, dict, RESTORE)
        return json.dumps(entry | {"svg": _text(self.path)})

    def write(self, text: str) -> None:
        """Write both files."""
        entry = json.loads(text)
        FileTarget(self.path).write(entry.pop("svg"))
        kept = json.dumps(entry, ensure_ascii=False)
        FileTarget(self.record).write(f"{kept}\n")


@dataclass(frozen=True)
class EntryTarget:
    """One entry of a JSON file."""

    path: Path
    key: str

    def read(self) -> str | None:
        """Return the entry as JSON, or None if there is none."""
        entries = _entries(self.path)
        return json.dumps(entries[self.key]) if self.key in entries else None

    def write(self, text: str) -> None:
        """Set the entry and write the file, sorted."""
        entries = read_entries(self.path) | {self.key: json.loads(text)}
        write_entries(self.path, entries)


def _text(path: Path) -> str:
    return path.read_bytes().decode(errors="replace")


def read_entries(path: Path) -> dict[str, object]:
    """Return the entries of a JSON file; none if it does not exist."""
    return dict(_entries(path))


def _entries(path: Path) -> Mapping[str, object]:
    """Return what all share: a copy for each entry would take long."""
    if not path.exists():
        return {}
    return _parsed(path, path.stat().st_mtime_ns)


@cache
def _parsed(path: Path, _modified: int) -> dict[str, object]:
    """Read a file once, though every one of its entries is asked for."""
    entries: dict[str, object] = read_json(path, dict, RESTORE)
    return entries


def write_entries(path: Path, entries: dict[str, object]) -> None:
    """Write the entries of a JSON file, sorted."""
    text = json.dumps(entries, indent=1, sort_keys=True, ensure_ascii=False)
    write_whole(path, f"{text}\n")
    _parsed.cache_clear()  # a second write may have the time of the first
