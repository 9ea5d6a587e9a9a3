"""Matches the sections of your notes with the slides of your decks."""

from __future__ import annotations

from slide_aligner.commands.align import align
from slide_aligner.commands.evaluate import evaluate
from slide_aligner.commands.export import export
from slide_aligner.commands.insert import insert
from slide_aligner.commands.revert import revert
from slide_aligner.commands.review import review
from terminal.app import Frame, application

_HELP = """\
Match the sections of your notes with the slides of your decks.

Align, look at what is uncertain, and put the slides into the notes:

\b
    align-slides align notes.md --deck slides.pdf
    align-slides review --serve
    align-slides insert

Nothing leaves this machine, and notes are written by insert and revert only.
"""
_EXIT_CODES = """\
Exit codes: 0 all is well; 1 some files failed; 2 wrong usage;
3 nothing matches (a deck of another lecture?); 130 interrupted.
"""


def _remedy(_: str) -> str:
    return "pip install 'lecture-code[slides,embeddings,pptx,ocr]'"


app = application(Frame("align-slides", remedy=_remedy), _HELP, _EXIT_CODES)
for _command in (align, review, insert, revert, evaluate, export):
    app.command(epilog=_EXIT_CODES)(_command)
