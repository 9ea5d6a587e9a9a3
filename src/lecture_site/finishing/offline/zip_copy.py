"""The site as one file to take away, read without a server.

A file system has no default page of a folder, so here every page is a file
of its own, ``labs/twenty_layers.html``, and links name files.
"""

from __future__ import annotations

import posixpath
import zipfile
from urllib.parse import unquote, urlsplit

from lecture_site.basics.project import Project
from lecture_site.basics.theme import Theme
from lecture_site.basics.undated_zip import pack
from lecture_site.finishing.built_site import RUNTIME, BuiltSite
from lecture_site.finishing.page import Node, Page

COPY = "lecture-offline.zip"
# What only a host has a use for.
_LEFT_OUT = {
    "404.html",
    "manifest.webmanifest",
    "sitemap.xml",
    "sitemap.xml.gz",
}
# Browsers load no module and no WebAssembly from the file system.
_ONLY_SERVED = ("assets/page/", f"{RUNTIME}/")
_LINKS = {"href", "src", "xlink:href"}


def write_offline_copy(_: Project, site: BuiltSite) -> None:
    """Pack the site into a zip whose pages open from the file system."""
    files = {
        path.relative_to(site.folder).as_posix()
        for path in site.folder.rglob("*")
        if path.is_file()
    }
    files = {name for name in files if not name.startswith(_ONLY_SERVED)}
    known = (files | site.by_name.keys()) - _LEFT_OUT
    with zipfile.ZipFile(site.folder / COPY, "w") as packed:
        for name in sorted(known, key=lambda name: name.split("/")):
            content = _content(name, site, known)
            pack(packed, f"lecture/{file_of(name)}", content)


def _content(name: str, site: BuiltSite, known: set[str]) -> bytes:
    page = site.by_name.get(name)
    if page is None:
        return (site.folder / name).read_bytes()
    return as_file(page, known, site.theme).html.encode()


def file_of(name: str) -> str:
    """Return where a file of the site lies in the copy."""
    folder, _, file = name.rpartition("/")
    return f"{folder}.html" if folder and file == "index.html" else name


def as_file(page: Page, known: set[str], theme: Theme) -> Page:
    """Return a page with links that work without a server.

    Parameters
    ----------
    page : Page
        A page of the site.
    known : set of str
        The paths of all files of the copy; links to others of the site are
        dropped.
    theme : Theme
        What it was made with.
    """

    def moved(address: str) -> str | None:
        return _moved(address, page.name, known)

    copy = page.copy()
    for element in copy.tree.css("*"):
        for name in _LINKS & element.attributes.keys():
            address = element.attributes[name]
            if address and not address.startswith("#"):
                _set(element, name, moved(address))
    base = posixpath.relpath(".", posixpath.dirname(file_of(page.name)) or ".")
    theme.as_file(copy.tree, base, moved)
    return copy


def _set(element: Node, name: str, address: str | None) -> None:
    if address:
        element.attrs[name] = address
    else:
        del element.attrs[name]


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
