"""How results name files: relative to the links, the same on all systems."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
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
    count = Counter(deck.name for deck in decks.values())
    return {
        path: deck
        if count[deck.name] == 1
        else replace(deck, name=relative_name(path, folder))
        for path, deck in decks.items()
    }
