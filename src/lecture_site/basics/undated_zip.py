"""Packs files into a zip that has the same bytes whenever it is made."""

from __future__ import annotations

from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # that a zip knows


def pack(packed: ZipFile, name: str, content: bytes) -> None:
    """Add a file that says neither when nor on which system it was made."""
    entry = ZipInfo(name, _FIRST_DAY)
    entry.create_system = 3  # the same bytes from every system
    entry.external_attr = 0o644 << 16
    packed.writestr(entry, content, ZIP_DEFLATED)
