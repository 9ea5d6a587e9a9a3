"""Where the site is published, if that is known."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urljoin

from lecture_site.project import Project


def absolute(address: str) -> str:
    """Return an address of the site with its host, or nothing.

    The host is known when ``SITE_URL`` is set, as it is for publishing.
    """
    site_url = os.environ.get("SITE_URL", "")
    return urljoin(f"{site_url.rstrip('/')}/", address) if site_url else ""


def write_robots(project: Project, site: Path) -> None:  # noqa: ARG001
    """Let search engines in, and tell them the list of pages."""
    sitemap = absolute("sitemap.xml")
    lines = ["User-agent: *", "Allow: /"]
    lines += [f"Sitemap: {sitemap}"] if sitemap else []
    text = "".join(f"{line}\n" for line in lines)
    (site / "robots.txt").write_text(text, encoding="utf-8", newline="\n")
