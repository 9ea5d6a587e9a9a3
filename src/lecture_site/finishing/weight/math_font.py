"""The font of the formulas, cut down to what the built pages show.

The source has more signs than any page, so that an author can write a new
formula without a thought of fonts.
"""

from __future__ import annotations

import unicodedata
from base64 import b64encode
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page, text_without

SHEET = "assets/temml.css"
FONT = "assets/fonts/stix-two-math-subset.woff2"
_PLANCK = {"h": "ℎ"}  # the one italic letter that Unicode has elsewhere


def cut_math_font(_: Project, site: BuiltSite) -> None:
    """Put the glyphs that a formula can show into the style sheet.

    The table MATH stays, and with it the larger variants and the parts of
    which brackets, hats and braces are stretched.
    """
    if (site.folder / FONT).is_file():
        signs = set().union(*map(signs_of, site.pages))
        embed(site.folder / FONT, site.folder / SHEET, signs)


def embed(path: Path, sheet: Path, signs: set[str]) -> None:
    """Put what these signs need of a font into the style sheet that names it.

    A font in a file of its own comes after the text and moves it.
    """
    content = b64encode(cut(path, signs)).decode()
    style = read_source(sheet).replace(
        path.relative_to(sheet.parent).as_posix(),
        f"data:font/woff2;base64,{content}",
    )
    sheet.write_text(style, encoding="utf-8", newline="\n")
    path.unlink()


def cut(path: Path, signs: set[str]) -> bytes:
    """Return a font with no other signs than these."""
    # The time of the cut would be written into the font.
    font = TTFont(path, recalcTimestamp=False)
    cutter = Subsetter(Options(notdef_outline=True))
    cutter.populate(text="".join(signs))
    cutter.subset(font)
    font.flavor, written = "woff2", BytesIO()
    font.save(written)
    return written.getvalue()


def signs_of(page: Page) -> set[str]:
    """Return every character that the formulas of a page can show.

    Browsers show a single letter in ``<mi>`` as its mathematical italic and
    a hyphen as a minus, and draw the sign of a root, which nobody writes.
    """
    # An annotation is for programs.
    formulas = (
        text_without("annotation", formula)
        for formula in page.tree.css("math")
    )
    written = set("−√").union(*formulas)
    names = {name.text() for name in page.tree.css("mi:not([mathvariant])")}
    return written | {italic(name) for name in names if len(name) == 1}


def italic(letter: str) -> str:
    """Return the mathematical italic of a letter, or itself."""
    return _PLANCK.get(letter) or _ITALICS.get(letter, letter)


# Unicode says of each of them which letter it is in italics.
_ITALICS = {
    chr(int(unicodedata.decomposition(chr(code)).split()[-1], 16)): chr(code)
    for first, last in ((0x1D434, 0x1D467), (0x1D6E2, 0x1D71B))
    for code in range(first, last + 1)
    if unicodedata.decomposition(chr(code))
}
