"""Tables in a frame of their own, in which a wide one scrolls.

The theme's script would frame them after the page is drawn, and so move what
is below them. The build does it, and the script is told to find none.
"""

from __future__ import annotations

from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.finishing.built_pages import rewrite_pages

_OPENED = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
_SCRIPT = "assets/javascripts/bundle.*.js"
_FOUND, _NONE = '"table:not([class])"', '"table:not(*)"'


def wrap_tables(_: Project, site: Path) -> None:
    """Frame every table of the built pages as the theme's script does."""
    rewrite_pages(site, wrapped)
    for script in site.glob(_SCRIPT):
        text = script.read_text(encoding="utf-8")
        if text.count(_FOUND) != 1:
            raise ProblemError(_unknown(script.name))
        text = text.replace(_FOUND, _NONE)
        script.write_text(text, encoding="utf-8", newline="\n")


def wrapped(page: str) -> str:
    """Return a page with a frame around each table without a class."""
    parts = page.split("<table>")
    framed = [
        part.replace("</table>", "</table></div></div>", 1)
        for part in parts[1:]
    ]
    return f"{_OPENED}<table>".join([parts[0], *framed])


def _unknown(script: str) -> Problem:
    return Problem(
        "the theme's script frames tables in a way that is not known",
        f"compare {_FOUND} in src/lecture_site/finishing/weight/"
        "wrapped_tables.py with what the script looks for",
        script,
    )
