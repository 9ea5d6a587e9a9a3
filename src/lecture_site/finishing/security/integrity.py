"""What a page loads of the site's own: stamped, and refused if changed.

The stamp in the address lets no browser take yesterday's file for today's
page, where the hash would refuse it.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import cache
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.finishing.built_pages import rewrite_pages

_LOADS = re.compile(
    r"<(?:script|link)\b[^>]*?\b(?:src|href)=\"[^\"]*?\b"
    r"(assets/[^\"?#]+\.(?:js|css))\"[^>]*>"
)


def stamp_assets(_: Project, site: Path) -> None:
    """Add stamps to what pages load, and hashes to scripts and styles."""

    @cache
    def marks(asset: str) -> tuple[str, str]:
        path = site / asset
        return stamp(path), digest(path.read_bytes(), "sha384")

    def mark(load: re.Match[str]) -> str:
        if not (site / load[1]).is_file():
            return load[0]
        marked, hashed = marks(load[1])
        tag = load[0].replace(f'{load[1]}"', f'{load[1]}?h={marked}"')
        return f'{tag[:-1]} integrity="{hashed}">'

    rewrite_pages(site, lambda page: _LOADS.sub(mark, page))


def stamp(path: Path) -> str:
    """Return a few letters that change with the content of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


def digest(content: bytes, kind: str) -> str:
    """Return a hash as ``integrity`` and the policy of a page have it."""
    found = hashlib.new(kind, content).digest()
    return f"{kind}-{b64encode(found).decode()}"
