"""What a page loads of the site's own: stamped, and refused if changed.

The stamp in the address lets no browser take yesterday's file for today's
page, where the hash would refuse it.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.finishing.built_site import BuiltSite


def stamp_assets(_: Project, site: BuiltSite) -> None:
    """Add stamps to what pages load, and hashes to scripts and styles."""

    @cache
    def marks(path: Path) -> tuple[str, str]:
        return stamp(path), digest(path.read_bytes(), "sha384")

    for load in (load for page in site.pages for load in page.loads()):
        path = site.folder / load.file
        if path.is_file():
            marked, hashed = marks(path)
            load.change(f"{load.address}?h={marked}")
            load.element.attrs["integrity"] = hashed


def stamp(path: Path) -> str:
    """Return a few letters that change with the content of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


def digest(content: bytes, kind: str) -> str:
    """Return a hash as ``integrity`` and the policy of a page have it."""
    found = hashlib.new(kind, content).digest()
    return f"{kind}-{b64encode(found).decode()}"
