"""What the commands in ``scripts/`` share: choosing, running, reporting."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from lecture_site.basics.one_at_a_time import alone_in
from lecture_site.basics.problems import Problem, ProblemError, report
from lecture_site.basics.progress import times_of_stages
from lecture_site.basics.project import Project
from lecture_site.cluster.client import ON
from lecture_site.pages.source_files import source_problems
from lecture_site.processes.arithmetic import UnknownArithmeticError, chosen
from lecture_site.products.making import bring_up_to_date
from lecture_site.products.product import Product
from terminal.app import SOME_FAILED, Frame
from terminal.app import script as run_script

Check = Annotated[
    bool,
    typer.Option(
        "--check", help="Change nothing; fail if a result is another."
    ),
]

On = Annotated[
    str,
    typer.Option(
        "--on",
        envvar=ON,
        metavar="ADDRESS",
        help="Of a Dask scheduler, whose workers make what is stale.",
    ),
]


def script(main: Callable[..., object], help_: str | None) -> None:
    """Run a function as the command in a terminal, and exit.

    Parameters
    ----------
    main : callable
        Its parameters are those of the command; a problem that it raises
        is told with its remedy.
    help_ : str
        Shown by ``--help``.
    """

    @wraps(main)
    def told(*args: Any, **kwargs: Any) -> None:
        try:
            main(*args, **kwargs)
        except ProblemError as error:
            finish([error.problem])

    frame = Frame(
        Path(sys.argv[0]).name,
        codes={UnknownArithmeticError: SOME_FAILED},
        interrupted="interrupted",
    )
    run_script(frame, told, help_ or "")


def product_command(
    help_: str | None, products_of: Callable[[Project], list[Product]]
) -> None:
    """Run a command that records or checks products, then exit.

    Parameters
    ----------
    help_ : str
        Shown by ``--help``.
    products_of : callable
        Returns the products of a project.
    """

    def main(
        names: Annotated[
            list[str] | None,
            typer.Argument(help="Only these. [default: all that is stale]"),
        ] = None,
        check: Check = False,
        all_: Annotated[
            bool, typer.Option("--all", help="Also what is not stale.")
        ] = False,
        on: On = "",
    ) -> None:
        project, console = prepared(on)
        refuse_bad_sources(project)
        products = _named(products_of(project), names or [])
        with alone_in(project, console):
            problems = bring_up_to_date(
                products,
                project,
                record=not check,
                console=console,
                everything=all_ or bool(names),
                named=" and ".join(dict.fromkeys(map(_kinds, products))),
            )
        if not problems:
            console.print(f"{len(products)} up to date", style="green")
        console.print(f"took {times_of_stages()}", highlight=False)
        finish(problems)

    script(main, help_)


def prepared(on: str = "") -> tuple[Project, Console]:
    """Return the project and a console; refuse an unknown arithmetic.

    Parameters
    ----------
    on : str
        The address of a scheduler whose workers make what is stale.
    """
    chosen()
    if on:
        os.environ[ON] = on
    return Project.here(), Console()


def refuse_bad_sources(project: Project) -> None:
    """End the command if a file cannot be what its author means."""
    problems = source_problems(project)
    if problems:
        finish(problems)


def built(project: Project) -> Path:
    """Return the folder of the built site; a problem if there is none."""
    if not (project.site / "index.html").is_file():
        raise ProblemError(Problem("there is no site", "run `make site`"))
    return project.site


def check_names(names: Sequence[str], known: Sequence[str]) -> None:
    """End the command if something was named that is not known."""
    unknown = sorted(set(names) - set(known))
    if unknown:
        listed = "\n  ".join(known)
        raise typer.BadParameter(f"unknown: {', '.join(unknown)}\n  {listed}")


def _named(products: list[Product], names: Sequence[str]) -> list[Product]:
    check_names(names, list(map(_short, products)))
    return [p for p in products if not names or _short(p) in names]


def _kinds(product: Product) -> str:
    return f"{product.name.rpartition(' ')[0]}s"


def _short(product: Product) -> str:
    return product.name.partition(" ")[2]


def finish(problems: Sequence[Problem]) -> None:
    """Report problems and exit: with 0 if there are none."""
    report(problems, Console(stderr=True))
    if problems:
        Console(stderr=True).print(f"{len(problems)} problem(s)", style="red")
    sys.exit(bool(problems))
