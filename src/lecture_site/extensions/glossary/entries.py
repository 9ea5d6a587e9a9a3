"""Reads the glossary: which words it explains, and in which sentence.

An entry is a definition list item: one line for each name of the thing, the
main one first, then the definition, one sentence on each line. The first
sentence is the tooltip. A name with a remark in brackets, such as
``Recall (of a classifier)``, has other meanings too, so it is never looked
for in the prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown.extensions.toc import slugify

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source

PAGE = "glossary.md"
LONGEST_TOOLTIP = 160
_MARKUP = re.compile(r"[$`\[\]<>{}]|\*\*|__")
_BRACKETED = re.compile(r".+ \(.+\)")


@dataclass(frozen=True)
class Entry:
    """One thing that the glossary explains.

    Parameters
    ----------
    names : tuple of str
        Its names, the main one first.
    tooltip : str
        The first sentence of the definition, without markup.
    line : int
        Line of the main name, counted from 1.
    """

    names: tuple[str, ...]
    tooltip: str
    line: int

    @property
    def anchor(self) -> str:
        """The id of the entry on the page of the glossary."""
        return slugify(self.names[0].replace("–", "-"), "-")

    @property
    def forms(self) -> tuple[str, ...]:
        """The names as they stand in the prose: singular and plural."""
        found = [name for name in self.names if not _BRACKETED.match(name)]
        return tuple(f for name in found for f in (name, plural(name)))


def plural(name: str) -> str:
    """Return the regular plural of an English noun."""
    if re.search(r"imum$", name):
        return f"{name[:-2]}a"
    if re.search(r"[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if re.search(r"(s|x|z|ch|sh)$", name) else f"{name}s"


def key(text: str) -> str:
    """Return a name as it is compared.

    The case of the first letter is free, and so is the kind of dash.
    """
    words = " ".join(text.replace("–", "-").split())
    return words[:1].lower() + words[1:]


def entries_of(project: Project) -> tuple[Entry, ...]:
    """Return the entries of the glossary; none if there is no glossary."""
    path = project.docs / PAGE
    if not path.exists():
        return ()
    return parse(read_source(path))


@lru_cache(maxsize=1)
def parse(text: str) -> tuple[Entry, ...]:
    """Read all entries of a glossary.

    Raises
    ------
    ProblemError
        If an entry has no name or no definition, a tooltip that is too long
        or has markup, or a name that another entry has too.
    """
    entries = tuple(_entry(block, line) for line, block in _blocks(text))
    _refuse_doubles(entries)
    return entries


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield what stands between empty lines, from the first letter on."""
    begun, first, block = False, 0, list[str]()
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.startswith("## "):
            begun = True
        elif begun and line.strip():
            first = first if block else number
            block.append(line.rstrip())
        elif block:
            yield first, block
            block = []


def _entry(block: list[str], line: int) -> Entry:
    names = tuple(text for text in block if not text.startswith((":", " ")))
    definition = [text for text in block if text.startswith((":", " "))]
    if not names:
        raise _problem("a definition has no name", "write it above", line)
    sentence = definition[0].removeprefix(":").strip() if definition else ""
    if not sentence or not definition[0].startswith(":"):
        raise _problem(
            f"'{names[0]}' has no definition",
            "write it on the next line, after ':   '",
            line,
        )
    _refuse_bad_tooltip(names[0], sentence, line + len(names))
    return Entry(names, sentence, line)


def _refuse_bad_tooltip(name: str, sentence: str, line: int) -> None:
    if len(sentence) > LONGEST_TOOLTIP:
        raise _problem(
            f"the first sentence of '{name}' has {len(sentence)} characters",
            f"keep it to {LONGEST_TOOLTIP}, since it is the tooltip; more may "
            "stand in a second sentence, on a line of its own",
            line,
        )
    if _MARKUP.search(sentence):
        raise _problem(
            f"the first sentence of '{name}' has markup",
            "a tooltip shows plain text: put formulas, code and links into "
            "a later sentence, on a line of its own",
            line,
        )


def _refuse_doubles(entries: tuple[Entry, ...]) -> None:
    taken: dict[str, Entry] = {}
    for entry in entries:
        names = {key(name): name for name in (*entry.names, *entry.forms)}
        for form, name in names.items():
            if form in taken:
                raise _problem(
                    f"'{name}' is already explained in line "
                    f"{taken[form].line}",
                    "keep one of the two entries, or add to each what it is "
                    "about, in brackets",
                    entry.line,
                )
        taken |= dict.fromkeys(names, entry)


def _problem(what: str, remedy: str, line: int) -> ProblemError:
    return ProblemError(Problem(what, remedy, f"docs/{PAGE}", line))
