"""What the deck takes from the site: names, colours, figures, numbers."""

from __future__ import annotations

import json
import re
from typing import Any

from lecture_site.basics.configuration import names
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.basics.targets import read_entries
from lecture_site.basics.theme import MATERIAL

FONT = "Lecture Sans"
# The figures were laid out for a wider font; what that leaves goes to size.
ENLARGED = 1.12
SCHEMES = {"light": "default", "dark": "slate"}
COLOURS = {
    "--figure-ink": "ink",
    "--figure-muted": "muted",
    "--figure-grid": "grid",
    "--figure-paper": "paper",
    "--figure-blue": "blue",
    "--figure-orange": "orange",
    "--figure-green": "green",
    "--figure-purple": "purple",
    "--figure-red": "red",
    "--lecture-deep": "deep",
    "--lecture-soft": "soft",
}


def deck_inputs(project: Project, theme: str) -> dict[str, str]:
    """Return the data that the slides read, each as JSON.

    Parameters
    ----------
    project : Project
        The checkout.
    theme : {"light", "dark"}
        Which colours of the style sheet to draw in.
    """
    colours = palette(project, theme)
    called = names(project)
    given = {
        "names": {"site": called.site, "claim": called.claim},
        "colours": colours,
        "figures": _figures(project, colours),
        "numbers": _numbers(project),
    }
    texts = {name: json.dumps(value) for name, value in given.items()}
    return {"theme": theme, **texts}


def palette(project: Project, theme: str) -> dict[str, str]:
    """Return the colours of a theme by the names that slides use.

    What the dark scheme does not set, it has from the light one, as in the
    browser.
    """
    sheet = project.docs / "assets" / "lecture.css"
    css = read_source(sheet)
    found = _scheme(css, "default") | _scheme(css, SCHEMES[theme])
    missing = COLOURS.keys() - found.keys()
    if missing:
        raise ProblemError(
            Problem(
                f"the deck needs the colour {min(missing)}, which is not set",
                "set it in both schemes, or change COLOURS in deck_data.py",
                project.relative(sheet),
            )
        )
    return {name: found[variable] for variable, name in COLOURS.items()}


def _scheme(css: str, scheme: str) -> dict[str, str]:
    marker = MATERIAL.colours_of.format(scheme)
    rules = css.partition(marker)[2].partition("}")[0]
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", rules))


def _figures(
    project: Project, colours: dict[str, str]
) -> dict[str, dict[str, str]]:
    folder = project.docs / "figures"
    return {
        path.relative_to(folder).with_suffix("").as_posix(): {
            "svg": plain_svg(read_source(path), colours),
            "alt": _alt(read_source(path)),
        }
        for path in sorted(folder.rglob("*.svg"))
    }


def plain_svg(svg: str, colours: dict[str, str]) -> str:
    """Return a themed figure in fixed colours and the font of the deck.

    Typst knows no variables of style sheets, and drops text that has no
    font.
    """
    for variable, name in COLOURS.items():
        svg = re.sub(rf"var\({variable},#\w+\)", colours[name], svg)
    svg = re.sub(r"font-size: ([\d.]+)px", _enlarged, svg)
    return re.sub(
        r'^(<svg [^>]*)style="', rf'\1style="font-family:{FONT};', svg
    )


def _enlarged(size: re.Match[str]) -> str:
    return f"font-size: {float(size[1]) * ENLARGED:.2f}px"


def _alt(svg: str) -> str:
    title = re.search(r"<title[^>]*>(.*?)</title>", svg, re.DOTALL)
    return title[1] if title else ""


def _numbers(project: Project) -> dict[str, str]:
    measured: dict[str, Any] = read_entries(project.measured)
    return {name: record["shown"] for name, record in measured.items()}
