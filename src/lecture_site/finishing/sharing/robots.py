"""What search engines are told."""

from __future__ import annotations

from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.basics.site_url import absolute

ROBOTS = "robots.txt"


def write_robots(project: Project, site: Path) -> None:  # noqa: ARG001
    """Let search engines in, and tell them the list of pages."""
    sitemap = absolute("sitemap.xml")
    lines = ["User-agent: *", "Allow: /"]
    lines += [f"Sitemap: {sitemap}"] if sitemap else []
    text = "".join(f"{line}\n" for line in lines)
    (site / ROBOTS).write_text(text, encoding="utf-8", newline="\n")
