"""How results name files: relative to the links, the same on all systems."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path

from slide_aligner.documents import Deck


def relative_name(path: Path, folder: Path) -> str:
    """Name a file relative to a folder, with forward slashes."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another drive of Windows
        return path.absolute().as_posix()


def with_own_names(
    decks: Mapping[Path, Deck], folder: Path
) -> dict[Path, Deck]:
    """Tell decks with equal file names apart by their folders."""
    same = Counter(deck.name for deck in decks.values())
    return {
        path: deck
        if same[deck.name] == 1
        else replace(deck, name=relative_name(path, folder))
        for path, deck in decks.items()
    }


def folder_names(decks: Iterable[str]) -> dict[str, str]:
    """Return for each deck's name a folder's name, each another one."""
    names: dict[str, str] = {}
    for deck in sorted(set(decks)):
        plain = re.sub(r"[^\w.-]+", "_", deck).strip("._") or "deck"
        taken = {name.casefold() for name in names.values()}
        candidates = (f"{plain}_{n}" if n else plain for n in count())
        names[deck] = next(
            name for name in candidates if name.casefold() not in taken
        )
    return names
