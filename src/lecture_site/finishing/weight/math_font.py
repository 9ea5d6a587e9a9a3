"""The font of the formulas, cut down to what the built pages show.

The source has more signs than any page, so that an author can write a new
formula without a thought of fonts.
"""

from __future__ import annotations

import html
import re
import unicodedata
from base64 import b64encode
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from lecture_site.basics.project import Project
from lecture_site.finishing.built_pages import built_pages, texts_of

SHEET = "assets/temml.css"
FONT = "assets/fonts/stix-two-math-subset.woff2"
_FORMULA = re.compile(r"<math\b.*?</math>", re.DOTALL)
_UNSEEN = re.compile(r"<annotation\b.*?</annotation>|<[^>]*>", re.DOTALL)
_ONE_LETTER = re.compile(r"<mi>([^<&])</mi>")
_PLANCK = {"h": "ℎ"}  # the one italic letter that Unicode has elsewhere


def cut_math_font(_: Project, site: Path) -> None:
    """Put the glyphs that a formula can show into the style sheet.

    The table MATH stays, and with it the larger variants and the parts of
    which brackets, hats and braces are stretched.
    """
    if (site / FONT).is_file():
        signs = signs_of(texts_of(built_pages(site)))
        embed(site / FONT, site / SHEET, signs)


def embed(path: Path, sheet: Path, signs: set[str]) -> None:
    """Put what these signs need of a font into the style sheet that names it.

    A font in a file of its own comes after the text and moves it.
    """
    content = b64encode(cut(path, signs)).decode()
    style = sheet.read_text(encoding="utf-8").replace(
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
