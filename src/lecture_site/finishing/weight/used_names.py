"""What the pages and scripts of a site name, and so what a style can hit.

Whatever a script holds as a word counts as used: it may be a class that it
sets. So does every word that begins with one that ends in a dash there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

_TAG = re.compile(r"<([a-zA-Z][\w-]*)")
_ATTRIBUTE = re.compile(r"([\w:-]+)=\"([^\"]*)\"")
_WORD = re.compile(r"[\w-]+")
# Parts of the theme that its script handles where a page has them, and does
# not make.
_ONLY_IN_PAGES = re.compile(
    r"md-(?:banner|consent|feedback|post|search|select|source|tabs|version)"
)
_CAMEL = re.compile(r"-([a-z])")


@dataclass(frozen=True)
class UsedWords:
    """The words of a site that a selector can ask for.

    Parameters
    ----------
    tags : set of str
        The elements of the pages.
    values : dict of str to set of str
        The values of each attribute of the pages.
    words : set of str
        Every word of the pages.
    script_words : set of str
        Every word of the scripts.
    """

    tags: set[str]
    values: dict[str, set[str]]
    words: set[str]
    script_words: set[str]

    @classmethod
    def read(cls, pages: str, scripts: str) -> UsedWords:
        """Collect the words of all pages and of all scripts."""
        values: dict[str, set[str]] = defaultdict(set)
        for name, value in set(_ATTRIBUTE.findall(pages)):
            values[name].update((value, *value.split()))
        return cls(
            set(_TAG.findall(pages)),
            values,
            set(_WORD.findall(pages)),
            set(_WORD.findall(scripts)),
        )

    @property
    def most_tabs(self) -> int:
        """The largest number of tabs in a row, of which one is shown."""
        counts = self.values.get("data-tabs", {"1:1"})
        return max(int(count.rpartition(":")[2]) for count in counts)

    def has_tag(self, name: str) -> bool:
        """Tell whether there can be such an element."""
        return name in self.tags or name in self.script_words

    def has_value(self, attribute: str, value: str) -> bool:
        """Tell whether an attribute can have a value."""
        # No script of the site turns the direction of its text.
        in_scripts = (
            attribute != "dir"
            and not _ONLY_IN_PAGES.match(value)
            and self._in_scripts(value)
        )
        return value in self.values.get(attribute, ()) or in_scripts

    def has_attribute(self, name: str) -> bool:
        """Tell whether an element can have such an attribute."""
        data = _CAMEL.sub(
            lambda dash: dash[1].upper(), name.removeprefix("data-")
        )
        used = self.words | self.script_words
        return name in used or data in self.script_words

    def _in_scripts(self, word: str) -> bool:
        parts = re.findall(r".+?(?:--|__|-|_)", word)
        beginnings = {"".join(parts[: n + 1]) for n in range(len(parts))}
        return word in self.script_words or not beginnings.isdisjoint(
            self.script_words
        )
