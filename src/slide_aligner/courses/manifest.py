"""Where names and content do not tell which deck is whose, the author does.

A manifest is TOML: for each lecture its notes, in reading order, and its
deck, with paths relative to the manifest::

    [[lecture]]
    notes = ["first_part.md", "exercises.md"]
    deck = "slides/03.pdf"
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from slide_aligner.files.toml_files import read_toml
from slide_aligner.links.json_entries import Entry


@dataclass(frozen=True)
class Lecture:
    """Notes in reading order, and the deck that they belong to.

    Parameters
    ----------
    notes : tuple of Path
        At least one file.
    deck : Path or None
        None if no deck matches.
    """

    notes: tuple[Path, ...]
    deck: Path | None


def read_manifest(path: Path) -> list[Lecture]:
    """Read which notes belong to which deck.

    Raises
    ------
    FileProblemError
        If the file cannot be read, is no TOML, or an entry makes no sense.
    """
    whole = Entry(path, "", read_toml(path))
    whole.only("lecture")
    lectures = [
        _lecture(entry, path.parent) for entry in whole.entries("lecture")
    ]
    _refuse_repeated(lectures, whole)
    return lectures


def _lecture(entry: Entry, folder: Path) -> Lecture:
    entry.only("notes", "deck")
    notes = entry.texts("notes")
    if not notes:
        entry.fail('"notes" is empty')
    return Lecture(
        tuple(folder / name for name in notes), folder / entry.get("deck", str)
    )


def _refuse_repeated(lectures: list[Lecture], whole: Entry) -> None:
    seen: set[Path] = set()
    for index, lecture in enumerate(lectures):
        for path in lecture.notes:
            if path in seen:
                whole.fail(f"lecture[{index}]: {path.name} stands there twice")
            seen.add(path)
