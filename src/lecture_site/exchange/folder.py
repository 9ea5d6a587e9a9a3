"""Shared results in a folder: of this machine, of a network, of CI."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from lecture_site.exchange.entry import LARGEST


class Folder:
    """A folder of entries.

    Parameters
    ----------
    path : Path
        It may be absent, if it can be made.
    is_read_only : bool
        Whether nothing is put into it.
    """

    def __init__(self, path: Path, is_read_only: bool) -> None:
        self._path = path
        self.is_read_only = is_read_only

    def __str__(self) -> str:
        return str(self._path)

    def read(self, key: str) -> bytes | None:
        """Return what an entry holds, or None if there is none."""
        place = self._place(key)
        try:
            with place.open("rb") as file:
                content = file.read(LARGEST + 1)
        except FileNotFoundError:
            return None
        if not self.is_read_only:
            os.utime(place)  # so that what nobody reads can be dropped
        return content

    def write(self, key: str, content: bytes) -> None:
        """Put an entry whole, whoever else writes it now."""
        place = self._place(key)
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_name(f"{key}.{uuid4().hex}.half")
        try:
            half.write_bytes(content)
            half.replace(place)
        finally:
            half.unlink(missing_ok=True)

    def _place(self, key: str) -> Path:
        return self._path / key[:2] / f"{key}.json"
