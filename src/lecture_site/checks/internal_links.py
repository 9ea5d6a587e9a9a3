"""Checks that every address within a built site leads somewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lecture_site.basics.problems import Problem
from lecture_site.checks.link_reader import Content, read_content

# Where a site without an address is imagined to lie: in a sub-folder, as on
# GitHub, so that an address that leaves it is noticed.
IMAGINED = "http://site.invalid/lecture/"
NOT_FOUND = "404.html"
NO_ADDRESS = ("mailto:", "data:", "blob:", "tel:", "about:")
REMEDY = "correct the address, or what it should lead to"


@dataclass
class Links:
    """What was found about the addresses of a site.

    Parameters
    ----------
    problems : list of Problem
        The addresses within the site that lead nowhere.
    external : dict
        Each address of another site, with the files that link to it.
    n_internal : int
        How many addresses within the site were followed.
    """

    problems: list[Problem] = field(default_factory=list)
    external: dict[str, list[str]] = field(default_factory=dict)
    n_internal: int = 0


def check_site(site: Path) -> Links:
    """Follow every address in a built site.

    Parameters
    ----------
    site : Path
        The folder with ``index.html``.

    Returns
    -------
    Links
        Files are named as paths from the parent of ``site``.
    """
    contents = {
        path.relative_to(site).as_posix(): read_content(path)
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
    canonical = contents.get("index.html", Content()).canonical
    links = Links()
    for name, content in contents.items():
        for address, line in content.addresses.items():
            if not address.startswith(NO_ADDRESS):
                wrong = _follow(name, address, contents, canonical, links)
                if wrong:
                    what = f"the address {address!r} {wrong}"
                    place = f"{site.name}/{name}"
                    links.problems.append(Problem(what, REMEDY, place, line))
    return links


def _follow(
    name: str,
    address: str,
    contents: dict[str, Content],
    canonical: str,
    links: Links,
) -> str:
    """Return what is wrong with an address within the site, or nothing."""
    root = canonical or IMAGINED
    here = urljoin(root, name.removesuffix("index.html"))
    if name == NOT_FOUND and not canonical and address.startswith("/"):
        address = address.lstrip("/")  # it is shown at any depth
    try:
        there, anchor = urldefrag(
            urljoin(urljoin(here, contents[name].base), address)
        )
    except ValueError as error:
        return f"is none: {error}"
    if not there.startswith(root):
        return _of_another_site(name, there, root, links)
    links.n_internal += 1
    return _missing(unquote(urlsplit(there).path), anchor, contents, root)


def _of_another_site(name: str, there: str, root: str, links: Links) -> str:
    parts = urlsplit(there)
    if parts.scheme not in ("http", "https"):
        return f"has the unknown scheme {parts.scheme}"
    if parts.netloc == urlsplit(root).netloc and root == IMAGINED:
        return "leaves the site where it lies in a sub-folder"
    links.external.setdefault(there, []).append(name)
    return ""


def _missing(
    path: str, anchor: str, contents: dict[str, Content], root: str
) -> str:
    name = path.removeprefix(urlsplit(root).path)
    if not name or name.endswith("/"):
        name += "index.html"
    if name not in contents:
        folder = f"{name}/index.html" in contents
        return "lacks its last slash" if folder else "leads nowhere"
    has_anchors = name.endswith((".html", ".svg"))
    wanted = unquote(anchor.partition("?")[0])  # the state of an explorer
    if not has_anchors or wanted in ("", "top") or wanted.startswith(":~:"):
        return ""
    known = wanted in contents[name].anchors
    return "" if known else "leads to no anchor there"
