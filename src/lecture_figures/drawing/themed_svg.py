"""One SVG for light and dark: colours become variables of the page.

Matplotlib draws in sentinel colours that nothing else uses. They are then
replaced by CSS variables, each with the light colour as its fallback, so
that a figure inlined in a page follows the theme and a file opened alone
still shows.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree import ElementTree
from zlib import crc32

import matplotlib as mpl
from cycler import cycler
from matplotlib.figure import Figure

from lecture_figures.drawing.svg_paths import shorter_path

SVG = "http://www.w3.org/2000/svg"
GROUP = f"{{{SVG}}}g"
USE = f"{{{SVG}}}use"
UNUSED = {f"{{{SVG}}}metadata", f"{{{SVG}}}style"}
HASHED = re.compile(r'(?<=id=")[a-z][0-9a-f]{10}(?=")')
XLINK = "http://www.w3.org/1999/xlink"

# Sentinel colour: variable of the page's style sheet, colour without it.
THEME = {
    "#010203": ("--figure-ink", "#1c2430"),
    "#010204": ("--figure-muted", "#64707f"),
    "#010205": ("--figure-grid", "#d9dee5"),
    "#010206": ("--figure-paper", "#ffffff"),
    "#010207": ("--figure-blue", "#0b62a8"),
    "#010208": ("--figure-orange", "#c04f00"),
    "#010209": ("--figure-green", "#0a7a55"),
    "#01020a": ("--figure-purple", "#8a3fa0"),
    "#01020b": ("--figure-red", "#c2203a"),
}
INK, MUTED, GRID, PAPER, BLUE, ORANGE, GREEN, PURPLE, RED = THEME
ROOT_STYLE = "stroke-linejoin:round;stroke-linecap:butt"
CYCLE = [BLUE, ORANGE, GREEN, PURPLE, RED]

STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 10,
    "axes.titlesize": 10,
    "axes.labelsize": 10,
    "figure.figsize": (5.0, 3.1),
    "figure.constrained_layout.use": True,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
    "legend.frameon": False,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.titlecolor": INK,
    "axes.edgecolor": MUTED,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "grid.color": GRID,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "lines.linewidth": 1.8,
    "axes.prop_cycle": cycler(color=CYCLE),
    "hatch.color": MUTED,
}


@contextmanager
def figure_style() -> Iterator[None]:
    """Draw in the style of the site for as long as the context lasts."""
    with mpl.rc_context(STYLE):
        yield


def themed_svg(figure: Figure, alt: str, name: str) -> str:
    """Return a figure as SVG that follows the page's colours.

    Parameters
    ----------
    figure : Figure
        Drawn under `figure_style`.
    alt : str
        What the figure shows, for those who do not see it.
    name : str
        Makes the ids of this figure unlike those of any other.
    """
    if not alt.strip():
        raise ValueError(f"figure {name} has no alt text")
    drawn = io.StringIO()
    with mpl.rc_context(STYLE | {"svg.hashsalt": name}):
        figure.savefig(drawn, format="svg", metadata={"Date": None})
    root = ElementTree.fromstring(drawn.getvalue())
    _drop_what_no_reader_needs(root)
    _shorten_paths(root)
    _flatten(root)
    _share_style_of_marks(root)
    _describe(root, alt, name)
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    text = ElementTree.tostring(root, encoding="unicode")
    return f"{_with_variables(_short_names(_shorter(text), name))}\n"


def _drop_what_no_reader_needs(root: ElementTree.Element) -> None:
    used = set(re.findall(r"#([\w-]+)", ElementTree.tostring(root).decode()))
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in UNUSED or child.get("style") == "fill: none":
                parent.remove(child)
        if parent.get("id") and parent.get("id") not in used:
            del parent.attrib["id"]


def _shorten_paths(root: ElementTree.Element) -> None:
    """Write paths shorter; marks are small and drawn often, so finer."""
    marks = set(root.iterfind(f".//{{{SVG}}}defs/{{{SVG}}}path"))
    for path in root.iter(f"{{{SVG}}}path"):
        fineness = 100 if path in marks else 10
        path.set("d", shorter_path(path.get("d", ""), per_unit=fineness))


def _flatten(root: ElementTree.Element) -> None:
    """Replace groups that say nothing by what is in them."""
    for parent in root.iter():
        while plain := [c for c in parent if c.tag == GROUP and not c.attrib]:
            for group in plain:
                at = list(parent).index(group)
                parent[at : at + 1] = list(group)


def _share_style_of_marks(root: ElementTree.Element) -> None:
    """Write the style of marks that stand in a row once for all of them."""
    for parent in list(root.iter()):
        row: list[ElementTree.Element] = []
        for child in [*parent, None]:
            if child is None or not _is_marked_like(child, row):
                _share_style(parent, row)
                row = []
            if child is not None and child.tag == USE:
                row.append(child)


def _is_marked_like(
    mark: ElementTree.Element, row: list[ElementTree.Element]
) -> bool:
    like = [other.get("style") == mark.get("style") for other in row]
    return mark.tag == USE and all(like)


def _share_style(
    parent: ElementTree.Element, row: list[ElementTree.Element]
) -> None:
    if len(row) > 1 and row[0].get("style"):
        group = ElementTree.Element(GROUP, {"style": row[0].attrib["style"]})
        parent.insert(list(parent).index(row[0]), group)
        for mark in row:
            parent.remove(mark)
            del mark.attrib["style"]
            group.append(mark)


def _describe(root: ElementTree.Element, alt: str, name: str) -> None:
    for attribute in ("width", "height", "version"):
        root.attrib.pop(attribute, None)
    title = ElementTree.Element(f"{{{SVG}}}title", {"id": f"{name}-title"})
    title.text = alt
    root.insert(0, title)
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title")
    root.set("style", ROOT_STYLE)


def _shorter(text: str) -> str:
    text = re.sub(r"<[^>]*>", _short_numbers, text)
    text = re.sub(r" ?font-family: [^;\"]*;?", "", text)
    text = re.sub(r' transform="rotate\(-?0 [^"]*"', "", text)
    text = re.sub(r' (x|y)="(-?\d+\.\d+)"', _one_decimal, text)
    text = re.sub(r' style="[^"]*"', _tight, text)
    text = re.sub(r">\s+<", "><", text)
    return re.sub(r"\s+", " ", text).strip()


def _short_numbers(tag: re.Match[str]) -> str:
    """Shorten coordinates; numbers that a reader sees stand between tags."""
    return re.sub(r"-?\d+\.\d{3,}", _two_decimals, tag[0])


def _two_decimals(number: re.Match[str]) -> str:
    short = f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def _one_decimal(place: re.Match[str]) -> str:
    return f' {place[1]}="{float(place[2]):.1f}"'.replace('.0"', '"')


def _tight(style: re.Match[str]) -> str:
    return style[0].replace(": ", ":").replace("; ", ";")


def _short_names(text: str, name: str) -> str:
    """Give every id a short name that no other figure has."""
    letters = f"m{crc32(name.encode()) % 100_000}"
    for number, long in enumerate(dict.fromkeys(HASHED.findall(text))):
        text = text.replace(long, f"{letters}-{number}")
    return text


def _with_variables(text: str) -> str:
    for sentinel, (variable, colour) in THEME.items():
        text = text.replace(sentinel, f"var({variable},{colour})")
    return text
