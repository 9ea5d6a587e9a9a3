"""Shows what became of notes: as lines, as a diff, or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from slide_aligner.insertion.changes import Change
from terminal.errors import Failure, one_line
from terminal.output import say, say_json


def show_changes(
    changes: Sequence[Change],
    failures: Sequence[Failure],
    *,
    json: bool,
    dry_run: bool,
) -> None:
    """Print changes that were made, or that would be.

    Parameters
    ----------
    changes : sequence of Change
        One for each file.
    failures : sequence of Failure
        For JSON: why other files were left alone.
    json : bool
        Whether a script reads it.
    dry_run : bool
        Whether nothing was written.
    """
    if json:
        say_json(
            {
                "files": [_values(change) for change in changes],
                "errors": [failure.message for failure in failures],
            }
        )
    elif dry_run:
        for change in changes:
            sys.stdout.write(change.diff())
    else:
        for change in changes:
            say(one_line(_line(change)))


def _values(change: Change) -> dict[str, object]:
    return {
        "file": change.path.as_posix(),
        "changed": change.is_one,
        "pictures": change.n_pictures,
        "warnings": list(change.warnings),
    }


def _line(change: Change) -> str:
    count = change.n_pictures
    pictures = "1 picture" if count == 1 else f"{count or 'no'} pictures"
    state = "" if change.is_one else " (unchanged)"
    return f"{change.path}: {pictures}{state}"
