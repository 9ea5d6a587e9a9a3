"""The font of the formulas, cut down to what the built pages show.

The source has more signs than any page, so that an author can write a new
formula without a thought of fonts.
"""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from lecture_site.built_pages import built_pages, texts_of
from lecture_site.project import Project

FONT = "assets/fonts/stix-two-math-subset.woff2"
_FORMULA = re.compile(r"<math\b.*?</math>", re.DOTALL)
_UNSEEN = re.compile(r"<annotation\b.*?</annotation>|<[^>]*>", re.DOTALL)
_ONE_LETTER = re.compile(r"<mi>([^<&])</mi>")
_PLANCK = {"h": "ℎ"}  # the one italic letter that Unicode has elsewhere


def cut_math_font(_: Project, site: Path) -> None:
    """Leave the glyphs in the served font that a formula can show.

    The table MATH stays, and with it the larger variants and the parts of
    which brackets, hats and braces are stretched.
    """
    path = site / FONT
    if not path.is_file():
        return
    # The time of the cut would be written into the font.
    font = TTFont(path, recalcTimestamp=False)
    cutter = Subsetter(Options(notdef_outline=True))
    cutter.populate(text="".join(signs_of(texts_of(built_pages(site)))))
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(path)


def signs_of(pages: str) -> set[str]:
    """Return every character that the formulas of some pages can show.

    Browsers show a single letter in ``<mi>`` as its mathematical italic and
    a hyphen as a minus, and draw the sign of a root, which nobody writes.
    """
    formulas = "\n".join(_FORMULA.findall(pages))
    written = set(html.unescape(_UNSEEN.sub("", formulas)))
    letters = set(_ONE_LETTER.findall(formulas))
    return written | {"−", "√"} | set(map(italic, letters))


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
