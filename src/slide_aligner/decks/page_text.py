"""What PDF calls text still has ligatures, soft hyphens and broken words."""

from __future__ import annotations

import re
import unicodedata

_BROKEN_WORD = re.compile(
    r"(?<=[^\W\d_]{2})(?:[-\u2010\xad\x02\ufffe]\s*\n\s*|[\x02\ufffe]\s*)"
    r"(?=[^\W\d_]{2})(?=[^A-Z])"
)
_PDFIUM_HYPHEN = re.compile("[\x02\ufffe]")  # it swallows the line break
_BREAKS = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]+")
_FOREIGN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200d\u2060\ufeff\ufffd-\uffff"
    "\ue000-\uf8ff\ud800-\udfff\U000f0000-\U0010ffff]"
)
_NO_UNICODE = re.compile(
    "[\x00-\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ufffd\uffff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
_TOO_FOREIGN = 0.3


def is_garbage(text: str) -> bool:
    """Tell whether a page's font hides which letters it shows.

    Parameters
    ----------
    text : str
        As the PDF library gave it.

    Returns
    -------
    bool
        True if more than three of ten characters are private or control
        characters. A bullet from a symbol font is no more than a few.
    """
    visible = "".join(text.split())
    if not visible:
        return False
    return len(_NO_UNICODE.findall(visible)) > _TOO_FOREIGN * len(visible)


def mended(text: str) -> str:
    """Return a page's lines with whole words and plain letters.

    Parameters
    ----------
    text : str
        As the PDF library gave it, with any line ends.

    Returns
    -------
    str
        Lines separated by a line feed, none of them empty; NFKC, words broken
        at a line's end joined, no soft hyphens, no private characters.
    """
    lines = _BREAKS.sub("\n", text)
    joined = _PDFIUM_HYPHEN.sub("-", _BROKEN_WORD.sub("", lines))
    whole = unicodedata.normalize("NFKC", joined)
    shown = _FOREIGN.sub("", whole)
    stripped = (" ".join(line.split()) for line in shown.split("\n"))
    return "\n".join(line for line in stripped if line)
