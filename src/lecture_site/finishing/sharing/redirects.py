"""Pages that were renamed: their old addresses lead to the new ones.

A static host cannot redirect, so each old address is a page that leads on,
by itself or by its link. The table is ``docs/redirects.toml``.
"""

from __future__ import annotations

import posixpath
from html import escape
from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project
from lecture_site.basics.site_url import absolute
from lecture_site.basics.sources import as_some_disks_see, read_toml
from lecture_site.finishing.built_site import BuiltSite

PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>This page has moved</title>
<meta http-equiv="refresh" content="0; url={target}">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
</head>
<body>
<main>
<h1>This page has moved</h1>
<p>It is <a href="{target}">here</a> now.</p>
</main>
</body>
</html>
"""


def redirects_file(project: Project) -> Path:
    """Return the table of renamed pages."""
    return project.docs / "redirects.toml"


def write_redirects(project: Project, site: BuiltSite) -> None:
    """Add a page that leads on for every old address.

    Raises
    ------
    ProblemError
        If the page that it leads to does not exist, or the old one does, or
        would lie outside of the site.
    """
    for old, new in read_toml(redirects_file(project)).items():
        if {"..", ".", ""} & set(old.split("/")):
            raise _problem(project, f"'{old}' is no place in the site", old)
        target = _page(site, str(new))
        if target not in site.by_name:
            raise _problem(project, f"'{old}' leads to '{new}', no page", old)
        page = _page(site, old, like=target)
        taken = map(as_some_disks_see, site.by_name)
        if as_some_disks_see(page) in taken:
            raise _problem(project, f"'{old}' is a page itself", old)
        _add(page, target, site)


def _page(site: BuiltSite, name: str, like: str = "") -> str:
    """Return the path of a page, in a folder of its own or not."""
    flat = f"{name}.html"
    is_folder = (
        like.endswith("index.html") if like else flat not in site.by_name
    )
    return f"{name}/index.html" if is_folder else flat


def _add(page: str, target: str, site: BuiltSite) -> None:
    way = posixpath.relpath(target, posixpath.dirname(page) or ".")
    canonical = absolute(site.by_name[target].address) or way
    text = PAGE.format(target=escape(way), canonical=escape(canonical))
    site.add(page, text)


def _problem(project: Project, what: str, old: str) -> ProblemError:
    path = redirects_file(project)
    return ProblemError(
        Problem(
            what,
            "name on the right a page that exists, on the left one that "
            "does not any more",
            project.relative(path),
            line_of(path, f'"{old}"') or line_of(path, old),
        )
    )
