"""Lectures of which it is known where each paragraph belongs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from slide_aligner.documents import Slide
from slide_aligner.errors import FileProblemError
from slide_aligner.terms import Unit


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
        If the file is not of this form; it names the lecture.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileProblemError(path, error.strerror or "unreadable") from None
    except ValueError as error:
        raise FileProblemError(path, f"is not JSON: {error}") from None
    if not isinstance(entries, list):
        raise FileProblemError(path, "is not a list of lectures")
    return [
        _lecture(entry, number, path)
        for number, entry in enumerate(entries, 1)
    ]


def _lecture(entry: Any, number: int, path: Path) -> Lecture:
    try:
        slides = tuple(
            Slide(index, str(slide.get("title") or ""), str(slide["text"]))
            for index, slide in enumerate(entry["slides"], 1)
        )
        units = tuple(
            Unit(str(unit["text"]), str(unit.get("heading") or ""))
            for unit in entry["units"]
        )
        gold = tuple(frozenset(map(int, u["gold"])) for u in entry["units"])
        name = str(entry["name"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FileProblemError(
            path,
            f"lecture {number} is not of the form "
            f"{{name, slides, units: [{{text, gold}}]}}: {error!r}",
        ) from None
    if any(not 0 <= index < len(slides) for row in gold for index in row):
        raise FileProblemError(
            path, f"lecture '{name}' names a slide that it does not have"
        )
    return Lecture(name, units, slides, gold)
