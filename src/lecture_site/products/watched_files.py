"""Watches which files a program reads, and lets it change none of others.

What runs while a site is built must not change what the site is built from:
a page that a listing has written would be published. So a program may write
into temporary folders and where packages keep what is their own.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
# What Python says before it changes a file: which of the arguments are the
# paths, and which the open folders that they are relative to.
CHANGES: dict[str, dict[int, int | None]] = {
    "os.chmod": {0: 2},
    "os.chown": {0: 3},
    "os.link": {1: 3},
    "os.mkdir": {0: 2},
    "os.remove": {0: 1},
    "os.rename": {0: 2, 1: 3},
    "os.rmdir": {0: 1},
    "os.symlink": {1: 2},
    "os.truncate": {0: None},
    "os.utime": {0: 3},
    "shutil.rmtree": {0: 1},
    "sqlite3.connect": {0: None},
}
NO_FOLDER = (-1, None)
OWN_FOLDERS = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "MPLCONFIGDIR")
_NO_FILES = ("", ":memory:")  # of sqlite; and a number is an open file
AT_HOME = (".", "Library", "AppData")  # how such folders begin


class HouseError(PermissionError):
    """Raised for a program that would change a file of others."""


class Watch:
    """Hears what a process is about to do with files.

    Parameters
    ----------
    root : Path
        The checkout; a program may change nothing in it but caches.
    """

    def __init__(self, root: Path) -> None:
        self.read: set[Path] = set()
        self._root = root
        named = filter(None, map(os.environ.get, OWN_FOLDERS))
        free = ("/dev", "/proc", tempfile.gettempdir(), *named)
        self._free = [Path(folder).resolve() for folder in free]

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note what is read, and refuse what is changed.

        Raises
        ------
        HouseError
            If a file of others would be changed.
        """
        if event == "open":
            self._open(*arguments)
        for path, folder in CHANGES.get(event, {}).items():
            # What is relative to an open folder was found by its name before.
            if folder is None or arguments[folder] in NO_FOLDER:
                self._change(arguments[path])

    def _open(self, path: Any, mode: str | None, flags: int) -> None:
        if set(mode or "") & set("wax+") or flags & WRITING:
            self._change(path)
        elif isinstance(path, str):
            self.read.add(Path(path).absolute())

    def _change(self, path: Any) -> None:
        if isinstance(path, int) or path in _NO_FILES:
            return
        place = Path(os.fsdecode(path)).absolute()
        if not self._may_change(place.parent.resolve() / place.name):
            raise HouseError(
                f"it would change {place}: what runs for a page may write "
                "into a temporary folder only, such as one of "
                "tempfile.TemporaryDirectory()"
            )

    def _may_change(self, place: Path) -> bool:
        if "__pycache__" in place.parts or place.is_relative_to(sys.prefix):
            return True
        if place.is_relative_to(self._root):
            return place.is_relative_to(self._root / ".cache")
        return any(map(place.is_relative_to, self._free)) or _is_own(place)


def _is_own(place: Path) -> bool:
    """Tell whether packages keep such things there, as in ``~/.cache``."""
    home = Path.home()
    return place.is_relative_to(home) and (
        place.relative_to(home).as_posix().startswith(AT_HOME)
    )
