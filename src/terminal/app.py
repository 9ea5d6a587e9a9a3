"""A command that says in one line what went wrong, and ends with a code."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from terminal.errors import Failure, FileProblemError, unexpected
from terminal.output import warn
from terminal.start import show_every_sign

SOME_FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130
_NO_ROOM = {errno.ENOSPC, errno.EFBIG}
_PLAIN: dict[str, Any] = {
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}
Json = Annotated[
    bool, typer.Option("--json", help="Print the result as JSON.")
]


@dataclass(frozen=True)
class Frame:
    """How a command is called, and what it makes of errors.

    Parameters
    ----------
    name : str
        What it is called.
    codes : mapping of class to int
        The exit code of each error of its own that is told in one line.
    remedy : callable
        Says how to get a package that is missing; empty where it is needed.
    interrupted : str
        What it says after Ctrl-C.
    """

    name: str
    codes: Mapping[type[Exception], int] = field(default_factory=dict)
    remedy: Callable[[str], str] = lambda _: ""
    interrupted: str = "interrupted; every file is whole"

    def failure(self, error: Exception) -> Failure:
        """Return what to say of an error."""
        if isinstance(error, (FileProblemError, *self.codes)):
            return Failure(str(error))
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            return Failure(f"{self.name}: {error.strerror}; make room")
        if isinstance(error, ModuleNotFoundError):
            how = self.remedy(error.name or "")
            if how:
                return Failure(f"the package {error.name} is missing; {how}")
        return unexpected(self.name, error)

    def code(self, error: Exception) -> int:
        """Return the exit code of an error."""
        codes = self.codes.items()
        own = (code for kind, code in codes if isinstance(error, kind))
        return next(own, SOME_FAILED)

    def settings(self) -> dict[str, Any]:
        """Return what the contexts of its commands begin with."""
        return {"help_option_names": ["-h", "--help"], "obj": self}


def application(frame: Frame, help_: str, exit_codes: str) -> typer.Typer:
    """Return a command that has no commands yet.

    Parameters
    ----------
    frame : Frame
        How it is called, and what it makes of errors.
    help_ : str
        What it is for.
    exit_codes : str
        How it ends, which stands below the help of each command.
    """
    app = typer.Typer(
        cls=_Group,
        help=help_,
        epilog=exit_codes,
        no_args_is_help=True,
        context_settings=frame.settings(),
        **_PLAIN,
    )
    app.callback()(_for_all_commands)
    return app


def _show_version(context: typer.Context, wanted: bool) -> None:
    if wanted:
        typer.echo(f"{context.obj.name} {metadata.version('lecture-code')}")
        raise typer.Exit


def _for_all_commands(
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
    del traceback, version  # the first is read where an error is told


def script(frame: Frame, main: Callable[..., object], help_: str) -> None:
    """Run a function as a command of its own, with its parameters."""
    app = typer.Typer(add_completion=False, **_PLAIN)
    settings = frame.settings()
    app.command(cls=_Command, help=help_, context_settings=settings)(main)
    show_every_sign()
    app(prog_name=Path(sys.argv[0]).name)


class _Group(TyperGroup):
    def invoke(self, ctx: Any) -> Any:
        with _errors_in_one_line(ctx):
            return super().invoke(ctx)


class _Command(TyperCommand):
    def invoke(self, ctx: Any) -> Any:
        with _errors_in_one_line(ctx):
            return super().invoke(ctx)


@contextmanager
def _errors_in_one_line(context: typer.Context) -> Iterator[None]:
    frame: Frame = context.obj
    try:
        yield
    except KeyboardInterrupt:
        warn(frame.interrupted)
        raise typer.Exit(INTERRUPTED) from None
    except (typer.Exit, typer.Abort, BrokenPipeError):
        raise
    except Exception as error:
        if hasattr(error, "exit_code"):
            raise  # wrong usage, which the framework explains
        _report([frame.failure(error)], context)
        raise typer.Exit(frame.code(error)) from None


def end(
    context: typer.Context, failures: Iterable[Failure], code: int = 0
) -> None:
    """Report failures and leave with the right exit code."""
    failed = list(failures)
    _report(failed, context)
    if failed:
        code = SOME_FAILED
    if code:
        raise typer.Exit(code)


def _report(failures: Iterable[Failure], context: typer.Context) -> None:
    """Print why something could not be done, one line each."""
    root = context.find_root()
    # A command without the option is its author's, who wants to see it.
    trace = root.params.get("traceback", True)
    for failure in failures:
        warn(f"error: {failure.message}", "red")
        if trace and failure.trace:
            warn(failure.trace, "")
        elif failure.trace:
            warn(f"see where with: {root.obj.name} --traceback …", "")
