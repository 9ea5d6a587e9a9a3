"""What the pages and scripts of a site name, and so what a style can hit.

Whatever a script holds as a word counts as used: it may be a class that it
sets. So does every word that begins with one that ends in a dash there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from lecture_site.basics.theme import Theme
from lecture_site.finishing.page import Page

_WORD = re.compile(r"[\w-]+")
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
    script_words : set of str
        Every word of the scripts.
    theme : Theme
        Whose style it is.
    """

    tags: set[str]
    values: dict[str, set[str]]
    script_words: set[str]
    theme: Theme

    @classmethod
    def read(
        cls, pages: Iterable[Page], scripts: Iterable[str], theme: Theme
    ) -> UsedWords:
        """Collect the words of all pages and of all scripts."""
        tags, values = set[str](), defaultdict[str, set[str]](set)
        for page in pages:
            for element in page.tree.css("*"):
                tags.add(element.tag or "")
                for name, value in element.attributes.items():
                    values[name].add(value or "")
        for each in values.values():
            each |= {word for value in each for word in value.split()}
        words = set[str]().union(*map(_WORD.findall, scripts))
        return cls(tags, values, words, theme)

    @property
    def words(self) -> set[str]:
        """Every word that stands in an attribute of a page."""
        written = (value for each in self.values.values() for value in each)
        return set[str]().union(*map(_WORD.findall, written))

    @property
    def most_counted(self) -> float:
        """The largest position of an element that a style can ask for."""
        if not self.theme.numbers_only_tabs:
            return inf
        # The largest number of tabs in a row, of which one is shown.
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
            and not re.match(self.theme.only_in_pages, value)
            and self._in_scripts(value)
        )
        return value in self.values.get(attribute, ()) or in_scripts

    def has_attribute(self, name: str) -> bool:
        """Tell whether an element can have such an attribute."""
        data = _CAMEL.sub(
            lambda dash: dash[1].upper(), name.removeprefix("data-")
        )
        return name in self.values or not {name, data}.isdisjoint(
            self.script_words
        )

    def _in_scripts(self, word: str) -> bool:
        parts = re.findall(r".+?(?:--|__|-|_)", word)
        beginnings = {"".join(parts[: n + 1]) for n in range(len(parts))}
        return word in self.script_words or not beginnings.isdisjoint(
            self.script_words
        )
