"""A docstring in numpydoc's form, taken apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import griffe


@dataclass(frozen=True)
class Told:
    """What a docstring says of one thing.

    Parameters
    ----------
    type : str
        Its type, with shape, unit or range.
    text : str
        What it is.
    """

    type: str
    text: str


@dataclass
class Docstring:
    """What a docstring says, part by part.

    Parameters
    ----------
    text : str
        The summary, and what follows it.
    parameters, attributes : mapping of str to Told
        By their names. Attributes that share a line share an entry.
    returns, raises : sequence of Told
        Each with its type.
    more : sequence of (str, str)
        The other sections, such as the references: title and text.
    unread : sequence of str
        The kinds of sections that nobody would see.
    """

    text: str = ""
    parameters: Mapping[str, Told] = field(default_factory=dict)
    attributes: Mapping[str, Told] = field(default_factory=dict)
    returns: Sequence[Told] = ()
    raises: Sequence[Told] = ()
    more: list[tuple[str, str]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


@lru_cache(maxsize=1000)
def docstring_of(what: griffe.Object) -> Docstring:
    """Take the docstring of something apart; an empty one if it has none."""
    said = Docstring()
    if what.docstring is None:
        return said
    # Without the object that it belongs to, types stay as they are written.
    alone = griffe.Docstring(what.docstring.value)
    for section in alone.parse("numpy", warnings=False):
        _add(section, said)
    return said


def _add(section: griffe.DocstringSection, said: Docstring) -> None:
    kind = section.kind.value
    if kind == "text":
        said.text = "\n\n".join(filter(None, (said.text, section.value)))
    elif kind == "parameters":
        said.parameters = _by_name(section.value)
    elif kind == "attributes":
        said.attributes = _by_name(section.value)
    elif kind == "raises":
        said.raises = _each(section.value)
    elif kind in {"returns", "yields"}:
        said.returns = _each(section.value)
    elif kind == "admonition":
        said.more.append((str(section.title), section.value.contents))
    else:
        said.unread.append(kind)


def _by_name(items: Sequence[Any]) -> dict[str, Told]:
    return {item.name: _told(item) for item in items}


def _each(items: Sequence[Any]) -> list[Told]:
    return [_told(item) for item in items]


def _told(item: Any) -> Told:
    return Told(str(item.annotation or ""), item.description)
