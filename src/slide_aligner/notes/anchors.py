"""A heading's address is its text in lower case, with hyphens for blanks.

The rules are those of Python-Markdown's table of contents, so that an anchor
found here exists on the page that MkDocs makes.
"""

from __future__ import annotations

import re
import unicodedata

_NUMBERED = re.compile(r"(.*)_([0-9]+)", re.DOTALL)


def slug(heading: str) -> str:
    """Return a heading's text as an identifier; empty if it has no letters.

    Parameters
    ----------
    heading : str
        Plain text, formulas as TeX.

    Returns
    -------
    str
        ASCII letters, digits, underscores and hyphens.
    """
    plain = unicodedata.normalize("NFKD", heading)
    ascii_only = plain.encode("ascii", "ignore").decode("ascii")
    kept = re.sub(r"[^\w\s-]", "", ascii_only).strip().lower()
    return re.sub(r"[-\s]+", "-", kept)


class Anchors:
    """The identifiers of one page, each of which may be used once.

    Parameters
    ----------
    taken : set of str
        Identifiers that the author gave by hand, anywhere on the page; no
        generated one may equal them.
    """

    def __init__(self, taken: set[str]) -> None:
        self._taken = set(taken)
        self._given: set[str] = set()
        self._tried: dict[str, int] = {}

    def explicit(self, name: str) -> str:
        """Use an identifier given by hand; a repeated one gets a number."""
        if name in self._given:
            return self.generated(name)
        self._given.add(name)
        return name

    def generated(self, name: str) -> str:
        """Make an identifier from a slug, numbered if it is taken."""
        if name and name not in self._taken:
            self._taken.add(name)
            return name
        numbered = _NUMBERED.fullmatch(name)
        base = numbered[1] if numbered else name
        count = int(numbered[2]) if numbered else 0
        return self._next(base, count + 1)

    def _next(self, base: str, count: int) -> str:
        # Without the memory, n equal headings would cost n squared look-ups.
        if count <= self._tried.get(base, 0):
            count = self._tried[base] + 1
        first = count
        while f"{base}_{count}" in self._taken:
            count += 1
        if first <= self._tried.get(base, 0) + 1:
            self._tried[base] = count
        name = f"{base}_{count}"
        self._taken.add(name)
        return name
