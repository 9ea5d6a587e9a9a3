"""Pages that were renamed: their old addresses lead to the new ones.

A static host cannot redirect, so each old address is a page that leads on,
by itself or by its link. The table is ``docs/redirects.toml``.
"""

from __future__ import annotations

import os
import tomllib
from html import escape
from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project
from lecture_site.basics.site_url import absolute

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


def write_redirects(project: Project, site: Path) -> None:
    """Write a page that leads on for every old address.

    Raises
    ------
    ProblemError
        If the page that it leads to does not exist, or the old one does.
    """
    path = redirects_file(project)
    table = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    for old, new in table.items():
        target = _page(site, new)
        if not target.exists():
            raise _problem(project, f"'{old}' leads to '{new}', no page", old)
        page = _page(site, old, like=target)
        if page.exists():
            raise _problem(project, f"'{old}' is a page itself", old)
        _write(page, target, site)


def _page(site: Path, name: str, like: Path | None = None) -> Path:
    """Return the file of a page, in a folder of its own or not."""
    flat = site / f"{name}.html"
    is_flat = flat.exists() if like is None else like.name != "index.html"
    return flat if is_flat else site / name / "index.html"


def _write(page: Path, target: Path, site: Path) -> None:
    way = Path(os.path.relpath(target, page.parent)).as_posix()
    address = target.relative_to(site).as_posix().removesuffix("index.html")
    canonical = absolute(address) or way
    page.parent.mkdir(parents=True, exist_ok=True)
    text = PAGE.format(target=escape(way), canonical=escape(canonical))
    page.write_text(text, encoding="utf-8", newline="\n")


def _problem(project: Project, what: str, old: str) -> ProblemError:
    path = redirects_file(project)
    return ProblemError(
        Problem(
            what,
            "name on the right a page that exists, on the left one that "
            "does not any more",
            project.relative(path),
            line_of(path, f'"{old}"'),
        )
    )
