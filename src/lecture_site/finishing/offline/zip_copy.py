"""The site as one file to take away, read without a server.

A file system has no default page of a folder, so here every page is a file
of its own, ``labs/twenty_layers.html``, and links name files.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lecture_site.basics.project import Project

COPY = "lecture-offline.zip"
# What only a host has a use for.
_LEFT_OUT = {
    "404.html",
    "manifest.webmanifest",
    "sitemap.xml",
    "sitemap.xml.gz",
}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # that a zip knows
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_LINK = re.compile(r"(?<=[\s:])(href|src)=\"([^\"#][^\"]*)\"")
_SCOPE = re.compile(r"(__md_scope=new URL\()\"([^\"]*)\"")
_CONFIG = re.compile(
    r"(<script id=\"__config\" type=\"application/json\">)(.*?)(</script>)"
)


def write_offline_copy(_: Project, site: Path) -> None:
    """Pack the site into a zip whose pages open from the file system."""
    names = [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    ]
    names = [name for name in names if name not in _LEFT_OUT]
    known = set(names)
    with zipfile.ZipFile(site / COPY, "w") as packed:
        for name in names:
            content = (site / name).read_bytes()
            if name.endswith(".html"):
                text = content.decode("utf-8")
                content = as_file(text, name, known).encode("utf-8")
            entry = zipfile.ZipInfo(f"lecture/{file_of(name)}", _FIRST_DAY)
            entry.create_system = 3  # the same bytes from every system
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED)


def file_of(name: str) -> str:
    """Return where a file of the site lies in the copy."""
    folder, _, file = name.rpartition("/")
    return f"{folder}.html" if folder and file == "index.html" else name


def as_file(text: str, name: str, known: set[str]) -> str:
    """Return a page with links that work without a server.

    Parameters
    ----------
    text : str
        The page.
    name : str
        Its path in the site.
    known : set of str
        The paths of all files of the copy; links to others of the site are
        dropped.
    """

    def moved(address: str) -> str | None:
        return _moved(address, name, known)

    text = _TAG.sub(lambda tag: _LINK.sub(_link(moved), tag[0]), text)
    base = posixpath.relpath(".", posixpath.dirname(file_of(name)) or ".")
    text = _SCOPE.sub(rf'\1"{base}"', text)
    return _CONFIG.sub(lambda config: _config(config, base, moved), text)


def _link(
    moved: Callable[[str], str | None],
) -> Callable[[re.Match[str]], str]:
    def link(found: re.Match[str]) -> str:
        address = moved(html.unescape(found[2]))
        return f'{found[1]}="{html.escape(address)}"' if address else ""

    return link


def _moved(address: str, name: str, known: set[str]) -> str | None:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return address
    folder = posixpath.dirname(name)
    target = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    page = posixpath.normpath(posixpath.join(target, "index.html"))
    target = page if page in known else target
    if target not in known:
        return None
    start = posixpath.dirname(file_of(name)) or "."
    path = posixpath.relpath(file_of(target), start)
    return f"{path}#{parts.fragment}" if parts.fragment else path


def _config(
    config: re.Match[str], base: str, moved: Callable[[str], str | None]
) -> str:
    """Return the theme's settings for a page that lies elsewhere.

    Navigation without loading pages needs a server; the theme's script
    stops half way where it is asked for it without one.
    """
    settings = json.loads(config[2])
    features = settings.get("features", [])
    settings["features"] = [f for f in features if f != "navigation.instant"]
    settings |= {"base": base, "search": moved(settings["search"])}
    return f"{config[1]}{json.dumps(settings)}{config[3]}"
