"""Where the site is published, if that is known."""

from __future__ import annotations

import os
from urllib.parse import urljoin


def absolute(address: str) -> str:
    """Return an address of the site with its host, or nothing.

    The host is known when ``SITE_URL`` is set, as it is for publishing.
    """
    site_url = os.environ.get("SITE_URL", "")
    return urljoin(f"{site_url.rstrip('/')}/", address) if site_url else ""
