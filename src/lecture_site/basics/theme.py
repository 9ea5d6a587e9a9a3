"""What the site's theme is like: all that is bound to it, in one place.

Another theme is another description of this kind. What the site itself
brings for a theme, its templates and its style, stands in ``overrides/`` and
``docs/assets/``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what only reads the description needs no parser
    from selectolax.lexbor import LexborHTMLParser

Moved = Callable[[str], str | None]  # an address, where files lie otherwise


def _as_it_is(tree: LexborHTMLParser, base: str, moved: Moved) -> None:
    """Leave a page alone whose theme works from the file system."""


@dataclass(frozen=True)
class TableFrames:
    """Frames that a theme's script would put around tables.

    Parameters
    ----------
    framed : str
        Selector of the tables that get one.
    classes : tuple of str
        The classes of the elements around a table, the outer one first.
    script : str
        Pattern of the script's path in the site.
    found, none : str
        How the script looks for tables, and how it would find none.
    """

    framed: str
    classes: tuple[str, ...]
    script: str
    found: str
    none: str


@dataclass(frozen=True)
class Theme:
    """A theme, as the steps after MkDocs need to know it.

    Parameters
    ----------
    package : str
        What it is installed as.
    article : str
        Selector of what a page says, without the navigation around it.
    following : str
        Selector of the link to the next page.
    colours_of : str
        How a style sheet begins to set the colours of a scheme, ``{}``.
    icons : tuple of str
        The classes of the pictures that it brings itself.
    unserved : tuple of str
        Its folders in the site that no reader needs.
    only_in_pages : str
        Pattern of the classes that its scripts name and never set.
    numbers_only_tabs : bool
        Whether its style counts no elements but the tabs of a row.
    tables : TableFrames or None
        What its script would put around tables.
    in_print : str
        The body of the printed lecture, with ``{}`` for what it says.
    as_file : function
        Changes a page's tree to work without a server, given the way to the
        root of the site and what tells where an address has moved.
    """

    package: str = "mkdocs"
    article: str = "article"
    following: str = 'link[rel="next"]'
    colours_of: str = ":root {{"
    icons: tuple[str, ...] = ()
    unserved: tuple[str, ...] = ()
    only_in_pages: str = r"\b\B"  # fits nothing
    numbers_only_tabs: bool = False
    tables: TableFrames | None = None
    in_print: str = '<body><main class="book">{}</main></body>'
    as_file: Callable[[LexborHTMLParser, str, Moved], None] = _as_it_is


def _material_as_file(tree: LexborHTMLParser, base: str, moved: Moved) -> None:
    """Tell Material's scripts where the root of the site is now.

    Navigation without loading pages needs a server; the theme's script
    stops half way where it is asked for it without one.
    """
    for script in tree.css("script:not([src]):not([type])"):
        code = script.text()
        placed = _SCOPE.sub(rf'\1"{base}"', code)
        if placed != code:
            script.inner_html = placed
    for script in tree.css("script#__config"):
        settings = json.loads(script.text())
        features = settings.get("features", [])
        kept = [name for name in features if name != "navigation.instant"]
        settings |= {"base": base, "features": kept}
        settings |= {"search": moved(settings["search"])}
        script.inner_html = json.dumps(settings)


_SCOPE = re.compile(r"(__md_scope=new URL\()\"([^\"]*)\"")

MATERIAL = Theme(
    package="mkdocs-material",
    colours_of='[data-md-color-scheme="{}"] {{',
    icons=("twemoji", "md-icon"),
    # Its own search, which the site has another one for.
    unserved=("assets/javascripts/lunr", "assets/javascripts/workers"),
    only_in_pages=(
        "md-(?:banner|consent|feedback|post|search|select|source|tabs|version)"
    ),
    numbers_only_tabs=True,
    tables=TableFrames(
        framed="table:not([class])",
        classes=("md-typeset__scrollwrap", "md-typeset__table"),
        script="assets/javascripts/bundle.*.js",
        found='"table:not([class])"',
        none='"table:not(*)"',
    ),
    in_print=(
        '<body dir="ltr" data-md-color-scheme="default">'
        '<main class="md-content book"><div class="md-typeset">'
        "{}</div></main></body>"
    ),
    as_file=_material_as_file,
)
