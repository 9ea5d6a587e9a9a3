"""The site as an app: a manifest, and a worker that keeps the pages.

Kept from the first visit on are the pages and what they are made of, about
a megabyte over the line. Pictures of slides and the deck are kept when they
were looked at, Python once it was run; what is for download is not kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from lecture_site.basics.configuration import names
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.finishing.built_site import RUNTIME, BuiltSite
from lecture_site.finishing.security.integrity import stamp

MANIFEST = "manifest.webmanifest"
WORKER = "sw.js"
_SOURCE = Path(__file__).with_name(WORKER)
_LOOK = {
    "description": "A lecture in which every result was computed.",
    "display": "minimal-ui",  # with a way back, as readers need one
    "background_color": "#ffffff",
    "theme_color": "#ffffff",
}


def write_manifest(project: Project, site: Path) -> None:
    """Say under which name and icon the site is installed."""
    called = names(project)
    said = {"name": called.site, "short_name": called.short}
    places = {"start_url": "./", "scope": "./", "icons": list(_icons(site))}
    text = json.dumps(said | _LOOK | places, indent=1)
    (site / MANIFEST).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def write_worker(_: Project, site: BuiltSite) -> None:
    """Write the worker with the list of what it keeps."""
    listed = json.dumps(
        {name: stamp(file) for name, file in kept_files(site).items()},
        indent=1,
    )
    text = read_source(_SOURCE)
    text = text.replace("const FILES = {};", f"const FILES = {listed};")
    (site.folder / WORKER).write_text(text, encoding="utf-8", newline="\n")


def kept_files(site: BuiltSite) -> dict[str, Path]:
    """Return what can be read without a network after the first visit.

    These are files by their addresses, from the address of the site on.
    """
    assets = [
        path
        for kind in ("css", "js", "svg", "json")
        for folder in ("assets", "search")
        for path in sorted(site.folder.glob(f"{folder}/**/*.{kind}"))
        if not path.is_relative_to(site.folder / RUNTIME)
    ]
    icons = sorted(site.folder.glob("assets/icons/*.png"))
    files = [*assets, *icons, site.folder / MANIFEST]
    pages = {page.address: site.folder / page.name for page in site.pages}
    return pages | {f.relative_to(site.folder).as_posix(): f for f in files}


def _icons(site: Path) -> Iterator[dict[str, str]]:
    favicon = "assets/favicon.svg"
    yield {"src": favicon, "sizes": "any", "type": "image/svg+xml"}
    for path in sorted(site.glob("assets/icons/icon-*.png")):
        side = path.stem.removeprefix("icon-")
        src = path.relative_to(site).as_posix()
        yield {"src": src, "sizes": f"{side}x{side}", "type": "image/png"}
