"""Matches the sections of your notes with the slides of your decks."""

from __future__ import annotations

from importlib import metadata
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from slide_aligner.commands import (
    align,
    evaluate,
    export,
    insert,
    revert,
    review,
)
from slide_aligner.commands.terminal import (
    INTERRUPTED,
    SOME_FAILED,
    report_failures,
    wants_trace,
    warn,
)
from slide_aligner.errors import FileProblemError
from slide_aligner.parallel import Failure, unexpected

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


class _OneLineErrors(TyperGroup):
    """Turns whatever goes wrong into one line and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            warn("interrupted; every file is whole")
            raise typer.Exit(INTERRUPTED) from None
        except (typer.Exit, typer.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if hasattr(error, "exit_code"):
                raise  # wrong usage, which the framework explains
            report_failures([_failure(error)], trace=wants_trace(ctx))
            raise typer.Exit(SOME_FAILED) from None


def _failure(error: Exception) -> Failure:
    if isinstance(error, FileProblemError):
        return Failure(str(error))
    if isinstance(error, ModuleNotFoundError):
        return Failure(
            f"the package {error.name} is missing; "
            "pip install 'lecture-code[slides,embeddings,pptx,ocr]'"
        )
    return unexpected("align-slides", error)


app = typer.Typer(
    cls=_OneLineErrors,
    help=_HELP,
    epilog=_EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"align-slides {metadata.version('lecture-code')}")
        raise typer.Exit


@app.callback()
def main(
    context: typer.Context,
    traceback: Annotated[
        bool,
        typer.Option(
            "--traceback", help="Show where an unexpected error comes from."
        ),
    ] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_show_version,
            is_eager=True,
            help="Print the version.",
        ),
    ] = False,
) -> None:
    """Keep what holds for all commands."""
    del version
    context.obj = traceback


for _command in (
    align.align,
    review.review,
    insert.insert,
    revert.revert,
    evaluate.evaluate,
    export.export,
):
    app.command(epilog=_EXIT_CODES)(_command)
