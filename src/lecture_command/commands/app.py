"""Lists, shows, runs and checks the listings of the lecture."""

from __future__ import annotations

from importlib import metadata
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from lecture_command.commands.check import check
from lecture_command.commands.list import list_
from lecture_command.commands.measure import measure
from lecture_command.commands.run import run
from lecture_command.commands.show import show
from lecture_command.names import UnknownNameError
from lecture_command.packages import remedy
from lecture_command.shelf import NotShippedError
from lecture_experiments.missing_data import DataMissingError
from slide_aligner.commands.terminal import INTERRUPTED, warn
from slide_aligner.errors import FileProblemError

_FAILED = 1
_WRONG_USAGE = 2
_HELP = """\
List, show, run and check the listings of the lecture, on your machine.

\b
    lecture list WORD
    lecture show SNIPPET
    lecture run SNIPPET --plot
    lecture check

Names complete in the shell: lecture --install-completion.
"""
_EXIT_CODES = """\
Exit codes: 0 all is well; 1 something failed, differs, or is out of its
bounds; 2 wrong usage or an unknown name; 130 interrupted. `run` ends as the
snippet does.
"""


class _OneLineErrors(TyperGroup):
    """Turns whatever goes wrong into one line and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            warn("interrupted; every file is whole")
            raise typer.Exit(INTERRUPTED) from None
        except UnknownNameError as error:
            warn(f"error: {error}", "red")
            raise typer.Exit(_WRONG_USAGE) from None
        except (NotShippedError, DataMissingError, FileProblemError) as error:
            warn(f"error: {error}", "red")
            raise typer.Exit(_FAILED) from None
        except ModuleNotFoundError as error:
            help_ = remedy(error.name or "")
            if not help_:
                raise
            warn(f"error: {error.name} is missing: {help_}", "red")
            raise typer.Exit(_FAILED) from None


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
        typer.echo(f"lecture {metadata.version('lecture-code')}")
        raise typer.Exit


@app.callback()
def main(
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


app.command("list", epilog=_EXIT_CODES)(list_)
for _command in (show, run, check, measure):
    app.command(epilog=_EXIT_CODES)(_command)
