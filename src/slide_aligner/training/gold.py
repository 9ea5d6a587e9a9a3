"""Lectures of which it is known where each paragraph belongs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from slide_aligner.documents import Slide
from slide_aligner.features.terms import Unit
from slide_aligner.links.json_entries import Entry, json_of_bytes
from terminal.errors import FileProblemError
from terminal.text_files import read_bytes


@dataclass(frozen=True)
class Lecture:
    """Units, slides, and which slides are right for each unit.

    Parameters
    ----------
    name : str
        The lecture's name.
    units : tuple of Unit
        In reading order.
    slides : tuple of Slide
        In order.
    gold : tuple of frozenset of int
        For each unit the indices of the accepted slides, from 0; empty if
        the unit is not scored.
    """

    name: str
    units: tuple[Unit, ...]
    slides: tuple[Slide, ...]
    gold: tuple[frozenset[int], ...]


def read_lectures(path: Path) -> list[Lecture]:
    """Read a file of gold lectures.

    Parameters
    ----------
    path : Path
        JSON of the form ``[{name, slides: [{title, text}], units: [{text,
        heading, gold: [index of an accepted slide, from 0]}]}]``.

    Returns
    -------
    list of Lecture
        In the file's order.

    Raises
    ------
    FileProblemError
        If the file is not of this form; it names the place.
    """
    lectures = json_of_bytes(read_bytes(path), path)
    if not isinstance(lectures, list):
        raise FileProblemError(path, "is not a list of lectures")
    whole = Entry(path, "", {"lectures": lectures})
    return [_lecture(entry) for entry in whole.entries("lectures")]


def _lecture(entry: Entry) -> Lecture:
    slides = tuple(
        Slide(number, _text_or_empty(slide, "title"), _text(slide))
        for number, slide in enumerate(entry.entries("slides"), 1)
    )
    units = list(entry.entries("units"))
    return Lecture(
        entry.get("name", str),
        tuple(Unit(_text(u), _text_or_empty(u, "heading")) for u in units),
        slides,
        tuple(frozenset(u.numbers("gold", 0, len(slides) - 1)) for u in units),
    )


def _text(entry: Entry) -> str:
    # It may be null; a key that is not there may be a mistyped one.
    if "text" not in entry.values:
        entry.fail('"text" is missing')
    return _text_or_empty(entry, "text")


def _text_or_empty(entry: Entry, key: str) -> str:
    return "" if entry.values.get(key) is None else entry.get(key, str)
