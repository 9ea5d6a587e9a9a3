"""A person names files, folders or patterns; what is meant are files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

NOTES = frozenset({".md", ".markdown", ".mdown", ".qmd", ".rmd"})
DECKS = frozenset({".pdf", ".pptx", ".ppsx", ".potx", ".pptm", ".ppsm"})


def files_in(
    named: Iterable[Path], endings: frozenset[str], option: str
) -> list[Path]:
    """Return the files that are meant.

    Parameters
    ----------
    named : iterable of Path
        Files, folders (for the files in them) and patterns such as `*.md`.
    endings : frozenset of str
        Which files of a folder are meant, in lower case, with the dot.
    option : str
        How to call it in messages.

    Returns
    -------
    list of Path
        As named, those of a folder or pattern in natural order.

    Raises
    ------
    typer.BadParameter
        If a folder or a pattern holds no such file.
    """
    files: list[Path] = []
    for path in named:
        if os.path.isdir(path):  # noqa: PTH112 - no name is too long for it
            found = [p for p in path.iterdir() if _is_meant(p, endings)]
        elif _is_pattern(path):
            found = [p for p in _matching(path) if p.is_file()]
        else:
            files.append(path)
            continue
        if not found:
            kinds = ", ".join(sorted(endings))
            raise typer.BadParameter(
                f"{path} holds no file for {option} ({kinds}); "
                "a pattern may name others"
            )
        files += sorted(found, key=natural_order)
    return files


def _is_meant(path: Path, endings: frozenset[str]) -> bool:
    hidden = path.name.startswith(".")
    return path.is_file() and not hidden and path.suffix.lower() in endings


def _is_pattern(path: Path) -> bool:
    there = os.path.exists(path)  # noqa: PTH110
    return bool(re.search(r"[*?\[]", str(path))) and not there


def _matching(pattern: Path) -> Iterable[Path]:
    root = Path(pattern.anchor)
    return root.glob(str(pattern.relative_to(root)))


def natural_order(path: Path) -> tuple[tuple[bool, int, str], ...]:
    """Return a key that sorts lecture 2 before lecture 10."""
    parts = re.split(r"([0-9]+)", path.as_posix().casefold())
    return tuple(
        (not part.isdecimal(), int(part) if part.isdecimal() else 0, part)
        for part in parts
        if part
    )


def notes_and_decks(
    notes: Sequence[Path], decks: Sequence[Path]
) -> tuple[list[Path], list[Path]]:
    """Sort out decks among the notes.

    A shell makes `--deck *.pdf` into one deck and further arguments.
    """
    misplaced = [path for path in notes if path.suffix.lower() in DECKS]
    true_notes = [path for path in notes if path not in misplaced]
    return (
        files_in(true_notes, NOTES, "NOTES"),
        files_in([*decks, *misplaced], DECKS, "--deck"),
    )
