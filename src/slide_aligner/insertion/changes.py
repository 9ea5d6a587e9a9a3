"""A change to a file, which can be looked at before it is made."""

from __future__ import annotations

import codecs
import difflib
from dataclasses import dataclass
from pathlib import Path

from slide_aligner.insertion.markers import ending, lines_of
from terminal.atomic_write import write_whole
from terminal.errors import one_line


@dataclass(frozen=True)
class Change:
    """What a file of notes held, and what it shall hold.

    Parameters
    ----------
    path : Path
        The file.
    before, after : bytes
        Its content.
    n_pictures : int
        How many pictures `after` has from the aligner.
    warnings : tuple of str
        One line for each link that could not be inserted.
    """

    path: Path
    before: bytes
    after: bytes
    n_pictures: int = 0
    warnings: tuple[str, ...] = ()

    @property
    def is_one(self) -> bool:
        """Whether the content differs at all."""
        return self.before != self.after

    def write(self) -> bool:
        """Write the new content in one step; return whether it differs.

        Raises
        ------
        FileProblemError
            If the file cannot be written.
        """
        return self.is_one and write_whole(self.path, self.after)

    def diff(self) -> str:
        """Return the change as a unified diff; empty if there is none."""
        name = one_line(self.path.as_posix())
        old, new = (
            lines_of(data.decode(codec_of(data)))
            for data in (self.before, self.after)
        )
        return "".join(
            map(_diff_line, difflib.unified_diff(old, new, name, name))
        )


def _diff_line(line: str) -> str:
    if line.endswith("\n"):
        return line
    if ending(line):
        return f"{line[:-1]}\n"
    return f"{line}\n\\ No newline at end of file\n"


def codec_of(data: bytes) -> str:
    """Name the encoding that keeps a byte order mark as a character."""
    if data.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    return "utf-8"
