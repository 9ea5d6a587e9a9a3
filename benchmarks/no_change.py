"""A build in which nothing changed, beside MkDocs on the same pages.

MkDocs has the same pages, Markdown extensions and plugins; the labs are not
executed by either. It proves nothing, and takes no step after its own: no
index of the search by sections, no printed lecture, no offline copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frame.checkout import copy_of_this_project
from frame.choices import CHOSEN
from frame.pairs import interleaved
from frame.rows import Row, row

BARE = ("-m", "mkdocs", "build", "--quiet", "--site-dir", ".cache/bare")


def rows() -> Iterator[Row]:
    """Yield two rows, better with every round."""
    project = copy_of_this_project("no_change")
    project.build()
    contestants = {
        "ours": lambda: project.build().seconds,
        "ours, again": lambda: project.build("--again").seconds,
        "MkDocs": lambda: project.python(*BARE).seconds,
    }
    rounds = CHOSEN.rounds(usual=7)
    for samples in interleaved("no change", contestants, rounds):
        told: dict[str, Any] = {
            "peer": samples["MkDocs"],
            "peer_is": "MkDocs alone: same pages, extensions and plugins",
            "unit": "s",
        }
        yield row(
            "no_change",
            samples["ours"],
            title="`make site` when nothing has changed",
            goal=1.15,
            **told,
        )
        yield row(
            "no_change_again",
            samples["ours, again"],
            title="the same, told to read and write everything again",
            **told,
        )
